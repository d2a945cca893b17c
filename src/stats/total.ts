// Weighted total of a domain: how many people, how many incidents.
// Separate from mean because its scores are not centred: the size of the domain is part of the estimate.
// R survey: svytotal(~y, subset(design, domain), na.rm = TRUE).
import { checkDesign, checkValues, type Design } from './design.ts'
import { answered, estimateOf, type Estimate } from './estimate.ts'
import type { DomainOptions } from './mean.ts'
import { varianceOfTotal } from './variance.ts'

/** sum(w y) over those who answered, scores w y. Throws RangeError when nobody answered. */
export function total(design: Design, values: Float64Array, options: DomainOptions = {}): Estimate {
  checkDesign('total', design)
  checkValues('total', design, values)
  const base = answered('total', design, values, options.domain)
  const scores = new Float64Array(design.n)
  let sum = 0
  for (let i = 0; i < design.n; i++) {
    if (base.rows[i] === 0) continue
    scores[i] = design.weights[i]! * values[i]!
    sum += scores[i]!
  }
  return estimateOf(design, options.domain, values, base, sum, varianceOfTotal(design, scores, options), null)
}
