// Limits of a proportion: Korn and Graubard's beta limits, exact binomial ones where nobody or everybody said yes.
// Separate because they serve the row-by-row estimates and the fast table alike.
// R survey: svyciprop(method = "beta"), which gives nothing usable at 0 and 1; the rule there is ours.
import { betaInverse, tInverse } from './distributions.ts'

export interface ProportionParts {
  share: number
  se: number
  /** Domain degrees of freedom, and rows of the domain whether or not they answered. */
  df: number
  rows: number
  /** Those who answered: the e of the exact rule at 0 and 1. */
  n: number
}

/**
 * e = p(1-p)/se^2 (qt(.975, rows-1)/qt(.975, df))^2; limits qbeta(.025, e p, e(1-p)+1) and qbeta(.975, e p+1, e(1-p)).
 *
 * At p = 0 and p = 1 the linearised variance is 0, which says nothing. There e = n, those who answered: the exact
 * (Clopper-Pearson) limits, so 0 of n runs from 0 to 1 - .025^(1/n). Example: 0 of 30 is "at most 11.6%".
 * Where p is inside, but se is 0 (everybody was asked, under fpc), the limits are p itself. With df below 1 nothing is
 * known: 0 to 1. Throws RangeError for a share outside 0..1, NaN, or n below 1.
 */
export function betaLimits({ share, se, df, rows, n }: ProportionParts, level = 0.95): { low: number; high: number } {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`betaLimits requires a share between 0 and 1, got ${share}`)
  if (!(se >= 0 && se < Infinity)) throw new RangeError(`betaLimits requires a standard error of zero or more, got ${se}`)
  if (!(n >= 1)) throw new RangeError(`betaLimits requires at least one answer, got ${n}`)
  const tail = (1 - level) / 2
  if (share === 0) return { low: 0, high: 1 - tail ** (1 / n) }
  if (share === 1) return { low: tail ** (1 / n), high: 1 }
  if (se === 0) return { low: share, high: share }
  if (!(df >= 1 && rows >= 2)) return { low: 0, high: 1 }
  const ratio = rows - 1 === df ? 1 : tInverse(1 - tail, rows - 1) / tInverse(1 - tail, df)
  const effective = ((share * (1 - share)) / (se * se)) * ratio * ratio
  return {
    low: betaInverse(tail, effective * share, effective * (1 - share) + 1),
    high: betaInverse(1 - tail, effective * share + 1, effective * (1 - share)),
  }
}
