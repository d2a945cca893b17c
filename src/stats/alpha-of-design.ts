// Cronbach's alpha in the population, with limits that know weights, strata and clusters.
// Separate from alpha because its variance is linearised like that of every other estimate. Equals R's svycralpha, which has
// no standard error; the limits are ours: t limits of log(1 - alpha), transformed back so that none is above 1.
import { alpha } from './alpha.ts'
import { checkScale, completeRows } from './answer-matrix.ts'
import { checkDesign, degreesOfFreedom, type Design } from './design.ts'
import { tLimits } from './estimate.ts'
import type { DomainOptions } from './mean.ts'
import { varianceOfTotal } from './variance.ts'

export interface AlphaOfDesign { alpha: number; items: number; n: number; se: number; df: number; low: number | null; high: number | null }

/**
 * With S the sum of the items' variances and T the variance of their sum: scores -k/(k-1) (S_i/T - S T_i/T^2), S_i and T_i
 * being a person's weighted squared distance less S and T, over the sum of weights. Complete rows only.
 * Throws RangeError as alpha does.
 */
export function alphaOfDesign(design: Design, items: readonly Float64Array[], options: DomainOptions = {}): AlphaOfDesign {
  checkDesign('alphaOfDesign', design)
  checkScale('alphaOfDesign', items, design.weights)
  const weights = options.domain ? design.weights.map((weight, i) => (options.domain![i] === 0 ? 0 : weight)) : design.weights
  const { alpha: value, n } = alpha(items, weights)
  const rows = completeRows(items, weights)
  const k = items.length
  let sum = 0
  for (const i of rows) sum += weights[i]!
  const means = items.map((item) => rows.reduce((total, i) => total + (weights[i]! * item[i]!) / sum, 0))
  const meanOfSum = means.reduce((total, each) => total + each, 0)
  const own = new Float64Array(design.n)
  const all = new Float64Array(design.n)
  let [S, T] = [0, 0]
  for (const i of rows) {
    items.forEach((item, j) => { own[i]! += (item[i]! - means[j]!) ** 2 })
    all[i] = (items.reduce((total, item) => total + item[i]!, 0) - meanOfSum) ** 2
    S += (weights[i]! * own[i]!) / sum
    T += (weights[i]! * all[i]!) / sum
  }
  if (!(T > 0)) throw new RangeError('alphaOfDesign requires people who differ in the sum of the items')
  const scores = new Float64Array(design.n)
  for (const i of rows) scores[i] = (-k / (k - 1)) * (weights[i]! / sum) * ((own[i]! - S) / T - (S * (all[i]! - T)) / (T * T))
  const se = Math.sqrt(varianceOfTotal(design, scores, options))
  const df = degreesOfFreedom(design, options.domain)
  // items that are copies of one another: nothing is left to vary
  if (value === 1 || se === 0) return { alpha: value, items: k, n, se, df, low: null, high: null }
  const { low, high } = tLimits(Math.log(1 - value), se / (1 - value), df)
  // where so few people decide that a limit of log(1 - alpha) lies beyond what a number holds, there is no limit
  const back = (limit: number | null): number | null => (limit !== null && Math.exp(limit) < Infinity ? 1 - Math.exp(limit) : null)
  return { alpha: value, items: k, n, se, df, low: back(high), high: back(low) }
}
