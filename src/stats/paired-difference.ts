// Difference of two items answered by the same people: 42.7% against 38.7%, McNemar's question under a survey design.
// Separate from change because the two estimates share respondents, so their scores are subtracted row by row.
// R survey: svycontrast(svymean(~a + b, design), c(1, -1)).
import { changeOf, type Change } from './change.ts'
import type { Design } from './design.ts'
import { degreesOfFreedom } from './design.ts'
import { linearisedMean, type DomainOptions } from './mean.ts'
import { varianceOfTotal } from './variance.ts'

/**
 * Mean of `first` minus mean of `second`, each over its own respondents so that it equals the published figures; the
 * variance is that of the difference of their scores. df: rows of the domain with a weight, minus strata.
 */
export function pairedDifference(design: Design, first: Float64Array, second: Float64Array, options: DomainOptions = {}): Change {
  const a = linearisedMean('pairedDifference', design, first, options.domain)
  const b = linearisedMean('pairedDifference', design, second, options.domain)
  const scores = a.scores.map((score, i) => score - b.scores[i]!)
  const se = Math.sqrt(varianceOfTotal(design, scores, options))
  return changeOf(a.mean - b.mean, se, degreesOfFreedom(design, options.domain))
}
