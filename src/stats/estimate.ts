// What an estimate is: never a bare number, but value, standard error, limits, base and effective n together.
// Separate because means, totals, ratios and the fast table all give this one shape.
// R survey: coef, SE, confint(df = degf), deff of svymean. A field is null where there is no such number, never NaN.
import { degreesOfFreedom, type Design, type Domain } from './design.ts'
import { tInverse } from './distributions.ts'

export interface Estimate {
  /** Answered rows with a weight above zero, and the sum of their weights. */
  n: number
  weightSum: number
  /** Kish's effective n of those rows: sum(w)^2 / sum(w^2). */
  effectiveN: number
  estimate: number
  se: number
  /** Degrees of freedom of the domain before missing answers are dropped, and after. */
  df: number
  dfAnswered: number
  /** Limits of t with df; null where df is below one. */
  low: number | null
  high: number | null
  /** Variance against that of a simple random sample of n; null for totals and ratios and where nothing varies. */
  deff: number | null
}

/** Rows of a domain that answered and count. */
export interface Answered { rows: Uint8Array; n: number; weightSum: number; weightSquares: number }

/** Marks the rows that are in the domain, have a value and a weight above zero. Throws RangeError when there is none. */
export function answered(caller: string, design: Design, values: ArrayLike<number>, domain: Domain): Answered {
  if (domain && domain.length !== design.n) throw new RangeError(`${caller} requires a domain of ${design.n} rows, got ${domain.length}`)
  const rows = new Uint8Array(design.n)
  let [n, weightSum, weightSquares] = [0, 0, 0]
  for (let i = 0; i < design.n; i++) {
    const weight = design.weights[i]!
    if ((domain && domain[i] === 0) || weight === 0 || Number.isNaN(values[i]!)) continue
    rows[i] = 1
    n++
    weightSum += weight
    weightSquares += weight * weight
  }
  if (n === 0) throw new RangeError(`${caller} requires at least one answer in the domain, all are missing`)
  return { rows, n, weightSum, weightSquares }
}

/** Puts an estimate together from its parts. */
export function estimateOf(design: Design, domain: Domain, values: ArrayLike<number>, base: Answered, estimate: number, variance: number, deff: number | null): Estimate {
  const se = Math.sqrt(Math.max(0, variance))
  const df = degreesOfFreedom(design, domain)
  return {
    n: base.n, weightSum: base.weightSum, effectiveN: (base.weightSum * base.weightSum) / base.weightSquares,
    estimate, se, df, dfAnswered: degreesOfFreedom(design, domain, values), ...tLimits(estimate, se, df), deff,
  }
}

/** estimate -+ qt(1 - (1 - level)/2, df) se; null where df is below one. */
export function tLimits(estimate: number, se: number, df: number, level = 0.95): { low: number | null; high: number | null } {
  if (!(df >= 1)) return { low: null, high: null }
  const margin = tInverse(1 - (1 - level) / 2, df) * se
  return { low: estimate - margin, high: estimate + margin }
}
