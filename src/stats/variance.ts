// Taylor-linearised variance of a total of scores under a stratified, possibly clustered design.
// Separate because every standard error of the engine is this sum over different scores.
// R survey: svyrecvar with one stage; options(survey.lonely.psu).
import { checkDesign, unitsPerStratum, type Design } from './design.ts'
import type { Residuals } from './raking-residuals.ts'

/** What a stratum with a single sampling unit adds: R's five names. `adjust` (the default) squares its score uncentred. */
export type Lonely = 'adjust' | 'remove' | 'certainty' | 'average' | 'fail'

export interface VarianceOptions {
  /** Multiply by 1 - n_h/N_h. Describes a census or take-all ("these people, now"); never for a change. */
  fpc?: boolean
  /** Where weights were raked or calibrated and the variance should know it. */
  residuals?: Residuals
  lonely?: Lonely
}

/**
 * sum over strata of (1 - f_h) n_h/(n_h - 1) sum (u_i - ubar_h)^2, u being zero for rows outside the estimate, summed per
 * cluster first where there are clusters. Throws RangeError when fpc is asked of a design without populations.
 */
export function varianceOfTotal(design: Design, scores: Float64Array, options: VarianceOptions = {}): number {
  return covarianceOfTotals(design, scores, scores, options)
}

/** The same for two columns of scores: the covariance of their totals. */
export function covarianceOfTotals(design: Design, first: Float64Array, second: Float64Array, options: VarianceOptions = {}): number {
  checkDesign('varianceOfTotal', design)
  const { fpc = false, residuals, lonely = 'adjust' } = options
  if (fpc && !design.population) throw new RangeError('varianceOfTotal requires a population per stratum for the finite population correction')
  const same = first === second
  const a = unitTotals(design, residuals ? residuals(first) : first)
  const b = same ? a : unitTotals(design, residuals ? residuals(second) : second)
  const units = unitsPerStratum(design)
  const meanA = stratumMeans(design, a, units)
  const meanB = same ? meanA : stratumMeans(design, b, units)
  const spread = new Float64Array(design.strata)
  // strata that the estimate touches: those outside a domain are no part of `fail` and `average`
  const touched = new Uint8Array(design.strata)
  for (let i = 0; i < a.totals.length; i++) {
    const h = a.stratum[i]!
    if (a.totals[i] !== 0 || b.totals[i] !== 0) touched[h] = 1
    if (units[h]! > 1) spread[h]! += (a.totals[i]! - meanA[h]!) * (b.totals[i]! - meanB[h]!)
    else if (lonely === 'adjust') spread[h]! += a.totals[i]! * b.totals[i]!
  }
  let variance = 0
  let alone = 0
  let present = 0
  for (let h = 0; h < design.strata; h++) {
    const n = units[h]!
    if (touched[h] === 0) continue
    present++
    const fraction = fpc ? 1 - n / design.population![h]! : 1
    if (n > 1) variance += ((fraction * n) / (n - 1)) * spread[h]!
    else if (fraction > 1e-7) {
      if (lonely === 'fail') throw new RangeError(`varianceOfTotal requires two sampling units in stratum ${h}, it has one`)
      alone++
      variance += fraction * spread[h]!
    }
  }
  if (lonely === 'average' && alone > 0) {
    if (alone === present) throw new RangeError('varianceOfTotal requires a stratum with two sampling units to average over')
    variance *= present / (present - alone)
  }
  return variance
}

interface UnitTotals { totals: Float64Array; stratum: Int32Array }

function unitTotals(design: Design, scores: Float64Array): UnitTotals {
  if (scores.length !== design.n) throw new RangeError(`varianceOfTotal requires one score for each of ${design.n} rows`)
  if (!design.cluster) return { totals: scores, stratum: design.stratum }
  const { unit, stratum } = clusterIndex(design)
  const totals = new Float64Array(stratum.length)
  for (let i = 0; i < scores.length; i++) totals[unit[i]!]! += scores[i]!
  return { totals, stratum }
}

const clusterIndexes = new WeakMap<Design, { unit: Int32Array; stratum: Int32Array }>()

function clusterIndex(design: Design): { unit: Int32Array; stratum: Int32Array } {
  const kept = clusterIndexes.get(design)
  if (kept) return kept
  const seen = new Map<number, number>()
  const home: number[] = []
  const unit = design.cluster!.map((cluster, i) => {
    let k = seen.get(cluster)
    if (k === undefined) {
      seen.set(cluster, (k = home.length))
      home.push(design.stratum[i]!)
    }
    return k
  })
  const index = { unit, stratum: Int32Array.from(home) }
  clusterIndexes.set(design, index)
  return index
}

function stratumMeans(design: Design, { totals, stratum }: UnitTotals, units: Int32Array): Float64Array {
  const means = new Float64Array(design.strata)
  for (let i = 0; i < totals.length; i++) means[stratum[i]!]! += totals[i]!
  for (let h = 0; h < means.length; h++) if (units[h]! > 0) means[h]! /= units[h]!
  return means
}
