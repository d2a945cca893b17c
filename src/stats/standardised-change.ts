// Change as it would be if the people were the same: follow-up means per class, put together with the baseline's mix.
// Separate from change because relocations are part of the work: "safer" may only mean that others live there.
// Direct standardisation; R survey: svycontrast over svyby, here with the baseline's mix counted as the estimate it is.
import { changeOf, type Change } from './change.ts'
import { degreesOfFreedom, type Design, type Domain } from './design.ts'
import { linearisedMean } from './mean.ts'
import { varianceOfTotal } from './variance.ts'

export interface ClassedWave {
  design: Design
  values: Float64Array
  domain?: Domain
  /** Class per row, 0..classes-1: age by sex, or stayers and newcomers. Unknown is a class like the others. */
  classes: Int32Array
}

/** Change with the composition kept, the plain change beside it, and what part of the plain one is composition. */
export interface StandardisedChange extends Change { plain: number; composition: number }

/**
 * sum over classes of mix_k (m1_k - m0_k), mix_k being the baseline's weighted share of class k among those who answered.
 * Scores: follow-up mix_k w (y - m1_k)/W1_k; baseline w [(m1_k - sum mix m1) - (y - m0)]/W0. Waves are independent.
 * Throws RangeError naming a class that the baseline has and the follow-up has not: collapse it.
 */
export function standardisedChange(before: ClassedWave, after: ClassedWave, classes: number): StandardisedChange {
  const first = linearisedMean('standardisedChange', before.design, before.values, before.domain)
  const second = linearisedMean('standardisedChange', after.design, after.values, after.domain)
  const base = classSums(before, first.base.rows, classes)
  const follow = classSums(after, second.base.rows, classes)
  const mix = base.weight.map((weight) => weight / first.base.weightSum)
  let standard = 0
  mix.forEach((part, k) => {
    if (part > 0 && follow.weight[k] === 0) throw new RangeError(`standardisedChange found nobody of class ${k} in the follow-up, collapse it with another`)
    if (part > 0) standard += (part * follow.sum[k]!) / follow.weight[k]!
  })
  const meanOf = (k: number) => follow.sum[k]! / follow.weight[k]!
  const baseScores = first.scores.map((score, i) =>
    first.base.rows[i] === 1 ? (before.design.weights[i]! * (meanOf(before.classes[i]!) - standard)) / first.base.weightSum - score : 0)
  const followScores = second.scores.map((_, i) => {
    const k = after.classes[i]!
    return second.base.rows[i] === 1 && mix[k]! > 0 ? (mix[k]! * after.design.weights[i]! * (after.values[i]! - meanOf(k))) / follow.weight[k]! : 0
  })
  const se = Math.sqrt(varianceOfTotal(before.design, baseScores) + varianceOfTotal(after.design, followScores))
  const df = degreesOfFreedom(before.design, before.domain, before.values) + degreesOfFreedom(after.design, after.domain, after.values) - 1
  const change = standard - first.mean
  const plain = second.mean - first.mean
  return { ...changeOf(change, se, df), plain, composition: plain - change }
}

function classSums(wave: ClassedWave, rows: Uint8Array, classes: number): { weight: Float64Array; sum: Float64Array } {
  const weight = new Float64Array(classes)
  const sum = new Float64Array(classes)
  for (let i = 0; i < rows.length; i++) {
    if (rows[i] === 0) continue
    const k = wave.classes[i]!
    if (!(k >= 0 && k < classes)) throw new RangeError(`standardisedChange requires classes 0 to ${classes - 1}, row ${i} has ${k}`)
    weight[k]! += wave.design.weights[i]!
    sum[k]! += wave.design.weights[i]! * wave.values[i]!
  }
  return { weight, sum }
}
