// Ratio of two totals over the same people: of those burgled, the share who reported it.
// Separate from mean because the denominator is an answer too. R survey: svyratio(~top, ~bottom, design, na.rm = TRUE).
import { checkDesign, checkValues, type Design } from './design.ts'
import { answered, estimateOf, type Estimate } from './estimate.ts'
import type { DomainOptions } from './mean.ts'
import { varianceOfTotal } from './variance.ts'

/**
 * r = sum(w top)/sum(w bottom) over rows that answered both; scores w (top - r bottom)/sum(w bottom).
 * Throws RangeError when nobody answered both or when the denominator's total is zero.
 */
export function ratio(design: Design, top: Float64Array, bottom: Float64Array, options: DomainOptions = {}): Estimate {
  checkDesign('ratio', design)
  checkValues('ratio', design, top)
  checkValues('ratio', design, bottom)
  const both = top.map((value, i) => value + 0 * bottom[i]!)
  const base = answered('ratio', design, both, options.domain)
  let [above, below] = [0, 0]
  for (let i = 0; i < design.n; i++) {
    if (base.rows[i] === 0) continue
    above += design.weights[i]! * top[i]!
    below += design.weights[i]! * bottom[i]!
  }
  if (below === 0) throw new RangeError('ratio requires a denominator whose total is not zero')
  const estimate = above / below
  const scores = new Float64Array(design.n)
  for (let i = 0; i < design.n; i++) if (base.rows[i] === 1) scores[i] = (design.weights[i]! * (top[i]! - estimate * bottom[i]!)) / below
  return estimateOf(design, options.domain, both, base, estimate, varianceOfTotal(design, scores, options), null)
}
