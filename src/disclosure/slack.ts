// How far a printed figure can move without printing differently: what rounding leaves an attacker in doubt about.
// Separate because it is the only place that looks through the rounding; found by halving, as limits have no inverse.
import type { TableCell } from './table.ts'

/** Distances down and up (in share, 0..1) over which everything printed of the cell stays the same. */
export interface Slack { down: number; up: number }

const known = new WeakMap<TableCell, Slack>()

/** The slack of one shown aggregate, its variance as it is; the caller checks the variance of a whole witness. */
export function slackOf(cell: TableCell): Slack {
  let slack = known.get(cell)
  if (!slack) known.set(cell, (slack = { down: towards(cell, 0), up: towards(cell, 1) }))
  return slack
}

function towards(cell: TableCell, end: 0 | 1): number {
  const printed = cell.print(cell.share, cell.variance)
  const same = (distance: number): boolean => cell.print(end === 1 ? cell.share + distance : cell.share - distance, cell.variance) === printed
  // nobody and everybody are printed as limits, which name the share exactly
  if (cell.share <= 0 || cell.share >= 1) return 0
  let inside = 0
  let outside = Math.min(0.02, end === 1 ? 1 - cell.share : cell.share)
  if (outside > 0 && same(outside)) return outside
  for (let step = 0; step < 12; step++) {
    const middle = (inside + outside) / 2
    if (same(middle)) inside = middle
    else outside = middle
  }
  return inside
}
