// Weighted mean of a domain with its linearised standard error.
// Separate because shares, scales, changes and differences in differences are all made of means and their scores.
// R survey: svymean(~y, subset(design, domain), na.rm = TRUE, deff = TRUE).
import { checkDesign, checkValues, type Design, type Domain } from './design.ts'
import { answered, estimateOf, type Answered, type Estimate } from './estimate.ts'
import { varianceOfTotal, type VarianceOptions } from './variance.ts'

export interface DomainOptions extends VarianceOptions { domain?: Domain }
export interface LinearisedMean { base: Answered; mean: number; scores: Float64Array; deviations: number }

/**
 * m = sum(w y)/sum(w) over the rows of the domain that answered (NaN: missing); scores w (y - m)/sum(w) for those, zero
 * for everyone else, so that a domain's variance knows its size is random. A domain of one has se 0, df 0 and no limits;
 * when all answers are equal the mean is that answer and se is exactly 0. Throws RangeError when nobody answered.
 */
export function mean(design: Design, values: Float64Array, options: DomainOptions = {}): Estimate {
  const { base, mean: estimate, scores, deviations } = linearisedMean('mean', design, values, options.domain)
  const variance = deviations === 0 ? 0 : varianceOfTotal(design, scores, options)
  return estimateOf(design, options.domain, values, base, estimate, variance, designEffect(variance, deviations, base))
}

/** A mean and its scores, for those who combine several: change, difference in differences, paired difference. */
export function linearisedMean(caller: string, design: Design, values: Float64Array, domain: Domain): LinearisedMean {
  checkDesign(caller, design)
  checkValues(caller, design, values)
  const base = answered(caller, design, values, domain)
  let [sum, low, high] = [0, Infinity, -Infinity]
  for (let i = 0; i < design.n; i++) {
    if (base.rows[i] === 0) continue
    const value = values[i]!
    sum += design.weights[i]! * value
    if (value < low) low = value
    if (value > high) high = value
  }
  const estimate = low === high ? low : sum / base.weightSum
  const scores = new Float64Array(design.n)
  let deviations = 0
  for (let i = 0; i < design.n; i++) {
    if (base.rows[i] === 0) continue
    const deviation = values[i]! - estimate
    scores[i] = (design.weights[i]! * deviation) / base.weightSum
    deviations += design.weights[i]! * deviation * deviation
  }
  return { base, mean: estimate, scores, deviations }
}

/** var / [s2 (W - n)/(W n)], s2 = n/(n - 1) sum w (y - m)^2 / W: against simple random sampling without replacement. */
export function designEffect(variance: number, deviations: number, { n, weightSum }: { n: number; weightSum: number }): number | null {
  if (n < 2 || deviations === 0 || weightSum <= n) return null
  const s2 = ((n / (n - 1)) * deviations) / weightSum
  return variance / ((s2 * (weightSum - n)) / (weightSum * n))
}
