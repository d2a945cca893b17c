// Strata with a single sampling unit, seen from a domain: which of R's rules holds, and whether a stratum that is lonely
// only inside the domain counts as lonely.
// Separate from variance because these rules need to know who is in the domain, where scores alone do not say it.
// R survey: options(survey.lonely.psu, survey.adjust.domain.lonely) in svyrecvar (onestrat, onestage).
import { checkDesign, checkValues, unitsPerStratum, type Design, type Domain } from './design.ts'
import { estimateOf, type Estimate } from './estimate.ts'
import { designEffect, linearisedMean } from './mean.ts'
import type { Lonely } from './variance.ts'

export interface LonelyOptions {
  /** What a lonely stratum adds: `adjust` its uncentred square, `remove` and `certainty` nothing, `average` what others add on average, `fail` an error. */
  lonely: Lonely
  /** Treat a stratum with one unit of the domain as lonely although the file has more of it. */
  domainLonely?: boolean
  fpc?: boolean
}

/**
 * Variance of a total of scores over the rows with `inside` 1; strata without such rows take no part, not even in the
 * average. Throws RangeError for `fail` where a stratum of the domain is lonely, and for `average` where all are.
 */
export function varianceWithLonely(design: Design, scores: Float64Array, inside: Uint8Array, { lonely, domainLonely = false, fpc = false }: LonelyOptions): number {
  checkDesign('varianceWithLonely', design)
  if (fpc && !design.population) throw new RangeError('varianceWithLonely requires a population per stratum for the finite population correction')
  if (scores.length !== design.n || inside.length !== design.n) throw new RangeError(`varianceWithLonely requires a score and a mark for each of ${design.n} rows`)
  const units = unitsPerStratum(design)
  const totals = Array.from({ length: design.strata }, () => new Map<number, number>())
  for (let i = 0; i < design.n; i++) {
    if (inside[i] === 0) continue
    const of = totals[design.stratum[i]!]!
    const unit = design.cluster ? design.cluster[i]! : i
    of.set(unit, (of.get(unit) ?? 0) + scores[i]!)
  }
  let [variance, present, alone] = [0, 0, 0]
  totals.forEach((of, h) => {
    if (of.size === 0) return
    present++
    const n = units[h]!
    const fraction = fpc ? 1 - n / design.population![h]! : 1
    // a stratum that was asked in full adds nothing, lonely or not
    if (fraction < 1e-7) return
    if (n === 1 && lonely === 'fail') throw new RangeError(`varianceWithLonely requires two sampling units in stratum ${h}, it has one`)
    const lonelyHere = n === 1 || (domainLonely && of.size === 1)
    if (lonelyHere && lonely === 'average') { alone++; return }
    variance += fraction * (n > 1 ? n / (n - 1) : 1) * spread(of, n, lonelyHere && lonely === 'adjust')
  })
  if (alone > 0 && alone === present) throw new RangeError('varianceWithLonely requires a stratum with two sampling units to average over')
  return alone > 0 ? (variance * present) / (present - alone) : variance
}

/**
 * The mean of a domain under the rule given. Equal to mean() wherever no stratum is lonely.
 * Throws RangeError when nobody answered, and as varianceWithLonely does.
 */
export function meanWithLonely(design: Design, values: Float64Array, options: LonelyOptions & { domain?: Domain }): Estimate {
  checkValues('meanWithLonely', design, values)
  const { base, mean: estimate, scores, deviations } = linearisedMean('meanWithLonely', design, values, options.domain)
  // rows of weight zero are sampled people too: they belong, with a score of zero
  const inside = Uint8Array.from(base.rows, (_, i) => (!(options.domain && options.domain[i] === 0) && !Number.isNaN(values[i]!) ? 1 : 0))
  const variance = varianceWithLonely(design, scores, inside, options)
  return estimateOf(design, options.domain, values, base, estimate, variance, designEffect(variance, deviations, base))
}

/** Sum of squares of n units, those not listed being zero, around their mean or (uncentred) around zero. */
function spread(totals: Map<number, number>, n: number, uncentred: boolean): number {
  let sum = 0
  for (const total of totals.values()) sum += total
  const centre = uncentred ? 0 : sum / n
  let squares = (n - totals.size) * centre * centre
  for (const total of totals.values()) squares += (total - centre) ** 2
  return squares
}
