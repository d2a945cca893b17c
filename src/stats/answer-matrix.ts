// Several items of a scale side by side: who answered all of them, and how the items vary together.
// Separate because alpha and item-rest correlations read the same covariances, weighted or not. R: cov, cov.wt.
import { checkWeights } from './design.ts'

/** Columns of one length, NaN where missing, each scored in the same direction. Throws RangeError for what is no scale. */
export function checkScale(caller: string, items: readonly Float64Array[], weights?: Float64Array): void {
  if (items.length < 2) throw new RangeError(`${caller} requires at least two items, got ${items.length}`)
  const n = items[0]!.length
  items.forEach((item, k) => {
    if (item.length !== n) throw new RangeError(`${caller} requires items of one length, item ${k} has ${item.length} rows and the first ${n}`)
    for (let i = 0; i < n; i++) if (item[i] === Infinity || item[i] === -Infinity) throw new RangeError(`${caller} requires finite values, item ${k} has ${item[i]} in row ${i}`)
  })
  if (!weights) return
  if (weights.length !== n) throw new RangeError(`${caller} requires a weight for each of ${n} rows, got ${weights.length}`)
  checkWeights(caller, weights)
}

/** Rows that answered every item, and count. */
export function completeRows(items: readonly Float64Array[], weights?: Float64Array): Int32Array {
  return Int32Array.from(Array.from(items[0]!.keys()).filter((i) => items.every((item) => !Number.isNaN(item[i]!)) && !(weights && weights[i] === 0)))
}

/** Sum of weighted products around the means of `rows`, over the sum of weights; 1 each without weights. */
export function covarianceOf(first: Float64Array, second: Float64Array, rows: Int32Array, weights?: Float64Array): number {
  let [sum, a, b, products] = [0, 0, 0, 0]
  for (const i of rows) {
    const weight = weights ? weights[i]! : 1
    sum += weight
    a += weight * first[i]!
    b += weight * second[i]!
  }
  for (const i of rows) products += (weights ? weights[i]! : 1) * (first[i]! - a / sum) * (second[i]! - b / sum)
  return products / sum
}
