// A weighted quantile (the median, the worst tenth) with Woodruff's limits.
// Separate from mean because a quantile has no scores: its limits are quantiles themselves, at the limits of a share.
// R survey: svyquantile(~y, design, p, qrule, interval.type = "mean"). Woodruff (1952).
import { checkDesign, checkValues, degreesOfFreedom, type Design } from './design.ts'
import { tInverse } from './distributions.ts'
import { answered, tLimits } from './estimate.ts'
import { mean, type DomainOptions } from './mean.ts'
import { quantileByRule, sortedValues, type QuantileRule } from './quantile-rule.ts'

export interface Quantile {
  n: number
  effectiveN: number
  estimate: number
  /** null where the share's limit lies beyond 0 or 1, or everybody is at or under the quantile: the sample does not reach that far. */
  low: number | null
  high: number | null
  /** Width of the limits / (2 t); null where one of them is. */
  se: number | null
  df: number
}

/**
 * The quantile at p by the rule; limits are the quantiles at the t limits of the share at or under it, df counted after
 * missing answers are dropped. Throws RangeError for p outside 0..1 and when nobody answered.
 */
export function quantile(design: Design, values: Float64Array, p: number, options: DomainOptions & { rule?: QuantileRule } = {}): Quantile {
  checkDesign('quantile', design)
  checkValues('quantile', design, values)
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile requires a share between 0 and 1, got ${p}`)
  const { rule = 'math', ...rest } = options
  const base = answered('quantile', design, values, options.domain)
  const sorted = sortedValues(values, design.weights, base.rows)
  const estimate = quantileByRule(rule, sorted, p)
  const under = mean(design, values.map((value) => (Number.isNaN(value) ? NaN : value <= estimate ? 1 : 0)), rest)
  const df = degreesOfFreedom(design, options.domain, values)
  // with everybody at or under it the share has no variance, which is not the same as being certain
  const share = under.estimate < 1 ? tLimits(under.estimate, under.se, df) : { low: null, high: null }
  const at = (limit: number | null) => (limit === null || !(limit >= 0 && limit <= 1) ? null : quantileByRule(rule, sorted, limit))
  const [low, high] = [at(share.low), at(share.high)]
  const se = low === null || high === null ? null : (high - low) / (2 * tInverse(0.975, df))
  return { n: base.n, effectiveN: (base.weightSum * base.weightSum) / base.weightSquares, estimate, low, high, se, df }
}
