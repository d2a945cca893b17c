// Change between two waves that share respondents, as imported surveys with a panel do: the covariance is taken off.
// Separate from change because it needs rows of both waves and who is who; our own waves are independent samples.
// Tam (1984), Berger (2004): each wave stratified on its own; stacked regressions in R overstate this variance.
import { changeOf, type Change } from './change.ts'
import { degreesOfFreedom, unitsPerStratum, type Design, type Domain } from './design.ts'
import { linearisedMean } from './mean.ts'

export interface WaveColumns {
  design: Design
  values: Float64Array
  /** One per row, the same in both waves for the same person. */
  person: ArrayLike<string | number>
  domain?: Domain
}

/** The change with what the two waves share: people in both, and the standard error had they been independent. */
export interface SharedChange extends Change { shared: number; seIndependent: number }

/**
 * z = score - mean within stratum x wave (all n_h rows), baseline with minus sign; var = sum_h n0/(n0-1) sum z0^2 +
 * n1/(n1-1) sum z1^2 + 2 sqrt(n0/(n0-1) n1/(n1-1)) sum over shared persons z0 z1. Persons are shared when they are in the
 * same stratum twice. Throws RangeError for a person twice in one wave, or waves with different strata.
 */
export function changeWithShared(before: WaveColumns, after: WaveColumns): SharedChange {
  if (before.design.strata !== after.design.strata) throw new RangeError('changeWithShared requires the same strata in both waves')
  if (before.design.cluster || after.design.cluster) throw new RangeError('changeWithShared requires designs without clusters')
  const first = deviations(before)
  const second = deviations(after)
  const rowOf = new Map<string | number, number>()
  for (let i = 0; i < before.design.n; i++) rowOf.set(before.person[i]!, i)
  if (rowOf.size < before.design.n) throw new RangeError('changeWithShared requires each person once in a wave, the first wave has one twice')
  const seen = new Set<string | number>()
  let [shared, products] = [0, 0]
  for (let j = 0; j < after.design.n; j++) {
    const person = after.person[j]!
    if (seen.has(person)) throw new RangeError(`changeWithShared requires each person once in a wave, the second wave has ${person} twice`)
    seen.add(person)
    const i = rowOf.get(person)
    if (i === undefined || before.design.stratum[i] !== after.design.stratum[j]) continue
    if (inDomain(before, i) && inDomain(after, j)) shared++
    products -= first.z[i]! * second.z[j]!
  }
  const independent = first.variance + second.variance
  const df = degreesOfFreedom(before.design, before.domain, before.values) + degreesOfFreedom(after.design, after.domain, after.values) - 1
  const se = Math.sqrt(Math.max(0, independent + 2 * products))
  return { ...changeOf(second.mean - first.mean, se, df), shared, seIndependent: Math.sqrt(independent) }
}

/** Centred scores, already multiplied by sqrt(n/(n - 1)), so that their squares and products add up to variances. */
function deviations({ design, values, domain }: WaveColumns) {
  const { mean, scores } = linearisedMean('changeWithShared', design, values, domain)
  const units = unitsPerStratum(design)
  const means = new Float64Array(design.strata)
  for (let i = 0; i < design.n; i++) means[design.stratum[i]!]! += scores[i]! / units[design.stratum[i]!]!
  let variance = 0
  const z = scores.map((score, i) => {
    const n = units[design.stratum[i]!]!
    const value = n > 1 ? (score - means[design.stratum[i]!]!) * Math.sqrt(n / (n - 1)) : score
    variance += value * value
    return value
  })
  return { mean, z, variance }
}

function inDomain(wave: WaveColumns, row: number): boolean {
  return !wave.domain || wave.domain[row] !== 0
}
