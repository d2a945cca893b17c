// A margin in which "unknown" has become a class with a total: its base-weighted share of the population.
// Separate because post-stratification and calibration solve equations and need a total for every row, where raking can
// let the unknown class float. R survey has no such rule; this one is ours.
import { classSums, UNKNOWN, type Margin } from './margin.ts'

/**
 * The same margin with class -1 renumbered to the last place and given the share of people it has under `base`; the known
 * totals are lowered by that share, so that the sum stays. A margin without unknown rows comes back as it is.
 */
export function marginWithUnknown(base: Float64Array, margin: Margin): Margin {
  const last = margin.totals.length
  const sums = classSums(base, margin)
  if (sums[last] === 0) return margin
  const share = sums[last]! / sums.reduce((sum, each) => sum + each, 0)
  const population = margin.totals.reduce((sum, total) => sum + total, 0)
  const names = margin.labels ?? Array.from(margin.totals.keys(), String)
  return {
    name: margin.name,
    classes: margin.classes.map((k) => (k === UNKNOWN ? last : k)),
    totals: Float64Array.from([...margin.totals.map((total) => total * (1 - share)), population * share]),
    labels: [...names, 'unknown'],
  }
}
