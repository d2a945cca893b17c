// The headline: did focus areas change more than comparison areas, judged against how much comparison areas move by themselves.
// Separate from did because areas are the units here: sampling error alone calls one in six of such effects "demonstrable"
// when areas move by five points for reasons of their own. Abadie and others (2010) for the placebo rank; R: t.test with the
// comparison areas' variance only.
import { tInverse, tTwoSided } from './distributions.ts'
import { detectableChange } from './detectable-change.ts'

/** Change of one area, with its sampling variance where it is known. */
export interface AreaChange { change: number; variance?: number }

export interface AreaDid {
  effect: number
  focusAreas: number
  comparisonAreas: number
  /** Comparison areas minus one; with fewer than two comparison areas there is no spread and these are null. */
  se: number | null
  df: number
  t: number | null
  p: number | null
  low: number | null
  high: number | null
  detectable: number | null
  /** Place of the effect among the placebo effects, 1 the largest, of comparison areas + 1; and that share as a p-value. */
  rank: number
  of: number
  rankP: number
  /** Test and placebo rank both say so, with at least `CLAIM_FROM` comparison areas. */
  claim: boolean
}

/** Fewer comparison areas than this: effect and margin are shown, nothing is claimed. */
export const CLAIM_FROM = 5

/**
 * effect = mean change of focus areas - mean change of k comparison areas; se = s sqrt(1/F + 1/k) with s the standard
 * deviation of the comparison areas' own changes (sampling error is in it); t with k - 1 df. Where sampling variances are
 * given and those of the focus areas are larger, the excess is added, never taken off.
 *
 * Placebo: every comparison area in turn plays focus against the others; its effect is put on the scale of the real one,
 * which averages F areas. The rank agrees when no more than alpha of the effects, the real one counted, are as large
 * (with fewer than 19 comparison areas: when it is the largest).
 * Throws RangeError for no focus area, fewer than two comparison areas, or a change that is not a number.
 */
export function areaDid(focus: readonly AreaChange[], comparison: readonly AreaChange[], alpha = 0.05): AreaDid {
  const [F, k] = [focus.length, comparison.length]
  if (F < 1) throw new RangeError('areaDid requires at least one focus area')
  if (k < 2) throw new RangeError(`areaDid requires at least two comparison areas, got ${k}`)
  for (const { change, variance } of [...focus, ...comparison]) {
    if (!Number.isFinite(change) || (variance !== undefined && !(variance >= 0 && variance < Infinity))) throw new RangeError(`areaDid requires changes and variances that are numbers, got ${change} and ${variance}`)
  }
  const changes = comparison.map((area) => area.change)
  const centre = average(changes)
  const effect = average(focus.map((area) => area.change)) - centre
  const spread = changes.reduce((sum, change) => sum + (change - centre) ** 2, 0) / (k - 1)
  const excess = Math.max(0, meanVariance(focus) - meanVariance(comparison))
  const se = Math.sqrt(spread * (1 / F + 1 / k) + excess / F)
  const df = k - 1
  const placebo = placeboEffects(changes, centre, F)
  const rank = 1 + placebo.filter((each) => Math.abs(each) >= Math.abs(effect)).length
  const rankAgrees = rank <= Math.max(1, Math.floor(alpha * (k + 1)))
  const base = { effect, focusAreas: F, comparisonAreas: k, df, rank, of: k + 1, rankP: rank / (k + 1) }
  if (se === 0) return { ...base, se: null, t: null, p: null, low: null, high: null, detectable: null, claim: false }
  const margin = tInverse(1 - alpha / 2, df) * se
  const p = tTwoSided(effect / se, df)
  return {
    ...base, se, t: effect / se, p, low: effect - margin, high: effect + margin,
    detectable: detectableChange(se, df, { alpha }), claim: k >= CLAIM_FROM && p < alpha && rankAgrees,
  }
}

/**
 * The same question over a period before the approach began: where focus and comparison areas already moved apart, the
 * headline compares unlike with unlike. `parallel` is "not shown to differ"; `detectable` says how much could have been missed.
 */
export function preTrend(focus: readonly AreaChange[], comparison: readonly AreaChange[], alpha = 0.05): AreaDid & { parallel: boolean } {
  const before = areaDid(focus, comparison, alpha)
  return { ...before, parallel: before.p !== null && before.p >= alpha }
}

function placeboEffects(changes: readonly number[], centre: number, focusAreas: number): number[] {
  const k = changes.length
  const scale = Math.sqrt((1 / focusAreas + 1 / k) / (1 + 1 / (k - 1)))
  // an area against the mean of the others is k/(k-1) times its distance from the mean of all
  return changes.map((change) => ((change - centre) * k * scale) / (k - 1))
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function meanVariance(areas: readonly AreaChange[]): number {
  return areas.every((area) => area.variance !== undefined) ? average(areas.map((area) => area.variance!)) : 0
}
