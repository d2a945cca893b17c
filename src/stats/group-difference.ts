// Difference between two groups of one sample (men and women, stayers and newcomers), with its own margin.
// Separate from change because groups share strata and clusters, so that their estimates are not independent.
// R survey: svyttest(y ~ group, design), which is the slope of svyglm(y ~ group). The fpc has no place here.
import type { Design } from './design.ts'
import { degreesOfFreedom } from './design.ts'
import { changeOf, type Change } from './change.ts'
import { linearisedMean } from './mean.ts'
import { varianceOfTotal } from './variance.ts'

/**
 * Mean of `second` minus mean of `first`; the scores are subtracted person by person before they are squared; df = sampling
 * units minus strata of both groups' answered rows, minus one. Throws RangeError when a group has no answers or the
 * groups share a row.
 */
export function groupDifference(design: Design, values: Float64Array, first: Uint8Array, second: Uint8Array): Change {
  const either = new Uint8Array(design.n)
  for (let i = 0; i < design.n; i++) {
    if (first[i] === 1 && second[i] === 1) throw new RangeError(`groupDifference requires groups without common rows, row ${i} is in both`)
    either[i] = first[i] === 1 || second[i] === 1 ? 1 : 0
  }
  const a = linearisedMean('groupDifference', design, values, first)
  const b = linearisedMean('groupDifference', design, values, second)
  const se = Math.sqrt(varianceOfTotal(design, b.scores.map((score, i) => score - a.scores[i]!)))
  return changeOf(b.mean - a.mean, se, degreesOfFreedom(design, either, values) - 1)
}
