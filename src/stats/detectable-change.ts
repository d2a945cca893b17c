// Minimal detectable change: what stands beside every "no demonstrable difference".
// Separate because both the comparison (observed standard error) and the planner (expected one) ask it.
// Bloom (1995): (t of the test + t of the power) standard errors. R: power.t.test gives the same to the third digit.
import { normalInverse, tInverse } from './distributions.ts'

export interface Power { alpha?: number; power?: number }

/**
 * The change that a two-sided test at `alpha` would have shown with probability `power` (5%, 80%), given the standard
 * error of the difference. Example: se 4 points with many df gives 11.2 points. Null where df is below one or se is 0:
 * then no change could have been shown. Throws RangeError for NaN or probabilities outside 0 to 1.
 */
export function detectableChange(se: number, df: number, { alpha = 0.05, power = 0.8 }: Power = {}): number | null {
  if (!(se >= 0 && se < Infinity)) throw new RangeError(`detectableChange requires a standard error of zero or more, got ${se}`)
  if (Number.isNaN(df)) throw new RangeError('detectableChange requires degrees of freedom, got NaN')
  if (se === 0 || df < 1) return null
  return multiplier(df, alpha, power) * se
}

/** Standard errors between no change and one that shows in `power` of the tests; df Infinity for planning: 2.8016. */
export function multiplier(df: number, alpha = 0.05, power = 0.8): number {
  if (!(alpha > 0 && alpha < 1 && power >= 0.5 && power < 1)) throw new RangeError(`multiplier requires 0 < alpha < 1 and 0.5 <= power < 1, got ${alpha} and ${power}`)
  const quantile = (p: number) => (df === Infinity ? normalInverse(p) : tInverse(p, df))
  return quantile(1 - alpha / 2) + quantile(power)
}
