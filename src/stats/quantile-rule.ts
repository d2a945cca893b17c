// Where a quantile lies among weighted values: the three rules in use, over one sorted column.
// Separate from quantile because its limits ask the same rule at other shares.
// R survey: qrule math (Hyndman and Fan's 1), school (2), hf7 (7); see Hyndman and Fan (1996).

export type QuantileRule = 'math' | 'school' | 'hf7'
/** Values in rising order with the weight up to and including each; rows without weight or value are left out. */
export interface SortedValues { values: Float64Array; cumulated: Float64Array }

/** Sorts what answered and counts. Equal values keep the order of the rows (a stable sort), as in R. */
export function sortedValues(values: Float64Array, weights: Float64Array, rows: Uint8Array): SortedValues {
  const used = Array.from(values.keys()).filter((i) => rows[i] === 1 && weights[i]! > 0)
  if (used.length === 0) throw new RangeError('sortedValues requires at least one value with a weight above zero')
  used.sort((a, b) => values[a]! - values[b]!)
  let sum = 0
  return { values: Float64Array.from(used, (i) => values[i]!), cumulated: Float64Array.from(used, (i) => (sum += weights[i]!)) }
}

/**
 * math: the first value whose cumulated share exceeds p, or the one before where its share is exactly p; school: halfway
 * between the two there; hf7: straight lines through the values at shares of the weight that comes before each. Below the
 * first share, school is halfway between the two lowest values, as in R, which takes them for a tie.
 * Throws RangeError for p outside 0..1. Example: values 1..4 of weight 1 at 0.5 give 2, 2.5 and 2.5.
 */
export function quantileByRule(rule: QuantileRule, { values, cumulated }: SortedValues, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantileByRule requires a share between 0 and 1, got ${p}`)
  const last = values.length - 1
  const target = p * cumulated[last]!
  if (rule === 'hf7') {
    if (last === 0) return values[0]!
    // the share before value k, of the weight before the last value
    const place = p * cumulated[last - 1]!
    const above = place >= cumulated[last - 1]! ? last : firstAbove(cumulated, place) + 1
    const from = above === 1 ? 0 : cumulated[above - 2]!
    const step = (place - from) / (cumulated[above - 1]! - from)
    return values[above - 1]! + step * (values[above]! - values[above - 1]!)
  }
  const place = firstAbove(cumulated, target)
  const before = Math.max(0, place - 1)
  const next = Math.min(last, before + 1)
  if (place > 0 && cumulated[before] !== target) return values[Math.min(last, place)]!
  return rule === 'math' ? values[before]! : (values[before]! + values[next]!) / 2
}

/** Index of the first cumulated weight above `target`; the length where there is none. */
function firstAbove(cumulated: Float64Array, target: number): number {
  let [low, high] = [0, cumulated.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulated[middle]! > target) high = middle
    else low = middle + 1
  }
  return low
}
