// Secondary suppression: hides as few figures more as it takes until no hidden one can be worked out (SDC handbook:
// complementary suppression). Greedy with a check after every step; sound because the check (reach) never overstates.
// Separate from reach: this chooses, reach judges.
import type { Table, TableCell } from './table.ts'
import { feasibleWidth } from './reach.ts'

/** A hidden figure is protected when its feasible interval is at least this wide: 20 points. */
export const PROTECTED_WIDTH = 0.2

export interface Suppressed {
  /** The cells that may be shown. */
  shown: ReadonlySet<TableCell>
  /** False when nothing that can still be hidden would protect every hidden cell: then show nothing new of this measure. */
  safe: boolean
}

/** Decides which cells of a table are shown. Cells that an earlier edition shows stay shown. */
export function suppress(table: Table): Suppressed {
  const shown = new Set(table.cells.filter(({ state }) => state === 'open' || state === 'shown'))
  const hidden = table.cells.filter(({ state }) => state === 'hidden')
  // a cell hidden on the way is added to the list and so checked in its turn; every cell is checked again until all hold
  for (let checked = 0; checked < hidden.length;) {
    const target = hidden[checked]!
    if (feasibleWidth(table, shown, target) >= PROTECTED_WIDTH) { checked += 1; continue }
    const victim = best(table, shown, target)
    if (victim === undefined) return { shown: new Set(table.cells.filter(({ state }) => state === 'shown')), safe: false }
    shown.delete(victim)
    hidden.push(victim)
    // fewer figures are public now, which never narrows the cells that were checked before
  }
  return { shown, safe: true }
}

/** How many candidates are tried before the widest of them is taken. */
const TRIED = 12

/** The next cell to hide: the smallest area that protects the target, else the one that helps most, else an aggregate. */
function best(table: Table, shown: ReadonlySet<TableCell>, target: TableCell): TableCell | undefined {
  const open = [...shown].filter(({ state }) => state === 'open').sort((a, b) => a.n - b.n || (a.domain < b.domain ? -1 : 1))
  const aggregates = [...shown].filter((cell) => cell.atoms.length > 1)
  const touching = new Set(target.atoms.map((index) => signature(aggregates, index)))
  const areas = open.filter((cell) => cell.atoms.length === 1 && touching.has(signature(aggregates, cell.atoms[0]!)))
  let widest: { cell: TableCell; width: number } | undefined
  const now = feasibleWidth(table, shown, target)
  for (const cell of areas.slice(0, TRIED)) {
    const width = feasibleWidth(table, without(shown, cell), target)
    if (width >= PROTECTED_WIDTH) return cell
    if (width > now && width > (widest?.width ?? 0)) widest = { cell, width }
  }
  if (widest) return widest.cell
  const members = new Set(target.atoms)
  return open.find((cell) => cell.atoms.length > 1 && cell.atoms.some((index) => members.has(index))) ?? areas[0]
    ?? open.find((cell) => cell.atoms.length > 1) ?? open[0]
}

function signature(aggregates: readonly TableCell[], atom: number): string {
  return aggregates.map((cell) => (cell.atoms.includes(atom) ? '1' : '0')).join('')
}

function without(shown: ReadonlySet<TableCell>, cell: TableCell): Set<TableCell> {
  const rest = new Set(shown)
  rest.delete(cell)
  return rest
}
