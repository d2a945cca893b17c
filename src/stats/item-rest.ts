// Item-rest correlations: how each item of a scale goes with the sum of the others. Low: the item measures something else.
// Separate from alpha because it is read per item, when a scale is made.
// R: cor(item, rest) on complete rows, weighted by cov.wt(cor = TRUE); psych: alpha()$item.stats$r.drop.
import { checkScale, completeRows, covarianceOf } from './answer-matrix.ts'

/**
 * One correlation per item, over those who answered every item; null for an item, or a rest, in which nobody differs.
 * Throws RangeError for fewer than two items or two complete rows.
 */
export function itemRestCorrelations(items: readonly Float64Array[], weights?: Float64Array): (number | null)[] {
  checkScale('itemRestCorrelations', items, weights)
  const rows = completeRows(items, weights)
  if (rows.length < 2) throw new RangeError(`itemRestCorrelations requires at least two people who answered every item, got ${rows.length}`)
  return items.map((item, k) => {
    const rest = new Float64Array(item.length)
    for (const i of rows) items.forEach((other, j) => { if (j !== k) rest[i]! += other[i]! })
    const spread = covarianceOf(item, item, rows, weights) * covarianceOf(rest, rest, rows, weights)
    return spread > 0 ? covarianceOf(item, rest, rows, weights) / Math.sqrt(spread) : null
  })
}
