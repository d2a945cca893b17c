// Post-stratification: weights scaled so that each class of one complete division (age x sex) has its known total.
// Separate from raking because one step is exact, and because its residuals have a closed form.
// R survey: postStratify(design, strata, population) and the postStrata part of svyrecvar.
import { checkWeights } from './design.ts'
import { marginWithUnknown } from './margin-with-unknown.ts'
import { checkMargins, classSums, type Margin } from './margin.ts'
import type { Residuals } from './raking-residuals.ts'

/**
 * weight times total / base-weighted sum of its class. Unknown rows are a class with their base-weighted share.
 * Throws RangeError for unusable weights, a class without a total and a total above zero without anybody.
 * Example: base [1, 1, 1], classes [0, 0, 1], totals [10, 4] gives [5, 5, 4].
 */
export function postStratify(base: Float64Array, margin: Margin): Float64Array {
  checkWeights('postStratify', base)
  checkMargins('postStratify', base, [margin])
  const { classes, totals } = marginWithUnknown(base, margin)
  const sums = classSums(base, { name: margin.name, classes, totals })
  return base.map((weight, i) => (weight === 0 ? 0 : (weight * totals[classes[i]!]!) / sums[classes[i]!]!))
}

/**
 * What counts in the variance after post-stratification: a score per unit of weight, less its class mean weighted by the
 * base weights, times the weight. Rows of weight zero have no score and are in no mean.
 */
export function postStratificationResiduals(base: Float64Array, margin: Margin, weights: Float64Array): Residuals {
  if (base.length !== weights.length) throw new RangeError(`postStratificationResiduals requires a base weight for each of ${weights.length} rows, got ${base.length}`)
  checkMargins('postStratificationResiduals', base, [margin])
  const { classes, totals } = marginWithUnknown(base, margin)
  const known = base.map((weight, i) => (weights[i]! > 0 ? weight : 0))
  const sums = classSums(known, { name: margin.name, classes, totals })
  return function residualsOfPostStratification(scores) {
    const means = new Float64Array(totals.length)
    for (let i = 0; i < scores.length; i++) if (known[i]! > 0) means[classes[i]!]! += (known[i]! * scores[i]!) / weights[i]! / sums[classes[i]!]!
    return scores.map((score, i) => (weights[i]! > 0 ? score - means[classes[i]!]! * weights[i]! : 0))
  }
}
