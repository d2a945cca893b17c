// How much an attacker must leave open about a hidden figure: the width of an interval every point of which fits all
// that is published. Separate because both suppression and its tests ask it. No solver: it builds two witnesses, the
// hidden figure as high and as low as can be, that print exactly as the truth does. So it never overstates.
//
// Areas that belong to the same shown aggregates form a class. Within a class what one hidden area gains others lose, so
// every aggregate keeps its total; beyond that a class may move as a whole by what the rounding of its aggregates hides.
// Shown areas never move. Then the margins are recomputed: a witness that would print another margin somewhere is pulled back towards the truth.
import type { Table, TableCell } from './table.ts'
import { baseOf, varianceAt } from './table.ts'
import { slackOf } from './slack.ts'

/** A lower bound, 0..1, on the width of the feasible interval of `target` when the cells in `shown` are published. */
export function feasibleWidth(table: Table, shown: ReadonlySet<TableCell>, target: TableCell): number {
  const base = baseOf(table, target.atoms)
  if (base <= 0) return 1
  const classes = classesOf(table, shown, target)
  return (furthest(table, shown, classes, 1) + furthest(table, shown, classes, -1)) / base
}

interface Class { inside: number[]; outside: number[]; room: Room[]; aggregates: TableCell[] }
interface Room { down: number; up: number }

/** Classes that the target has atoms in; `room` is indexed by atom, in weighted people. */
function classesOf(table: Table, shown: ReadonlySet<TableCell>, target: TableCell): Class[] {
  const memberships: TableCell[][] = table.atoms.map(() => [])
  const room: Room[] = table.atoms.map((atom) => ({
    down: Math.max(0, atom.base * (atom.share - atom.least)),
    up: Math.max(0, atom.base * (atom.most - atom.share)),
  }))
  for (const cell of shown) {
    if (cell.atoms.length > 1) {
      for (const index of cell.atoms) memberships[index]!.push(cell)
    } else if (cell.atoms.length === 1) {
      // a shown area stays as it is in every witness: whatever else is computed from shown areas then fits it too
      room[cell.atoms[0]!] = { down: 0, up: 0 }
    }
  }
  const ids = new Map([...shown].map((cell, id) => [cell, id]))
  const bySignature = new Map<string, Class>()
  const inTarget = new Set(target.atoms)
  memberships.forEach((aggregates, index) => {
    const signature = aggregates.map((cell) => ids.get(cell)).join(' ')
    let found = bySignature.get(signature)
    if (!found) bySignature.set(signature, (found = { inside: [], outside: [], room, aggregates }))
    ;(inTarget.has(index) ? found.inside : found.outside).push(index)
  })
  return [...bySignature.values()].filter(({ inside }) => inside.length > 0)
}

/** Weighted people the target can gain (direction 1) or lose (-1). */
function furthest(table: Table, shown: ReadonlySet<TableCell>, classes: readonly Class[], direction: 1 | -1): number {
  const moves = new Float64Array(table.atoms.length)
  let gained = 0
  // classes that lie in one aggregate share its rounding: each takes an equal part of it
  const sharing = new Map<TableCell, number>()
  for (const { aggregates } of classes) for (const cell of aggregates) sharing.set(cell, (sharing.get(cell) ?? 0) + 1)
  for (const found of classes) {
    const slack = aggregateSlack(table, found, direction, sharing)
    const inside = total(found, found.inside, direction)
    const outside = total(found, found.outside, direction === 1 ? -1 : 1)
    const gain = Math.min(inside, outside + slack)
    spread(moves, found, found.inside, direction, inside, gain)
    spread(moves, found, found.outside, direction === 1 ? -1 : 1, outside, Math.min(gain, outside))
    gained += gain
  }
  return gained * printable(table, shown, moves)
}

function aggregateSlack(table: Table, found: Class, direction: 1 | -1, sharing: ReadonlyMap<TableCell, number>): number {
  return found.aggregates.reduce((least, cell) => {
    const slack = slackOf(cell)
    return Math.min(least, ((direction === 1 ? slack.up : slack.down) * baseOf(table, cell.atoms)) / sharing.get(cell)!)
  }, Infinity)
}

function total({ room }: Class, atoms: readonly number[], direction: 1 | -1): number {
  return atoms.reduce((sum, index) => sum + (direction === 1 ? room[index]!.up : room[index]!.down), 0)
}

/** Divides `amount` over the atoms in proportion to their room. */
function spread(moves: Float64Array, { room }: Class, atoms: readonly number[], direction: 1 | -1, whole: number, amount: number): void {
  if (whole <= 0) return
  for (const index of atoms) moves[index]! += (direction * amount * (direction === 1 ? room[index]!.up : room[index]!.down)) / whole
}

/** The largest tried fraction of the moves after which every shown aggregate still prints the same. */
function printable(table: Table, shown: ReadonlySet<TableCell>, moves: Float64Array): number {
  const touched = [...shown].filter((cell) => cell.atoms.length > 1 && cell.atoms.some((index) => moves[index] !== 0))
  const fits = (fraction: number): boolean => touched.every((cell) => printsSame(table, cell, moves, fraction))
  if (fits(1)) return 1
  let inside = 0
  let outside = 1
  for (let step = 0; step < 8; step++) {
    const middle = (inside + outside) / 2
    if (fits(middle)) inside = middle
    else outside = middle
  }
  return inside
}

function printsSame(table: Table, cell: TableCell, moves: Float64Array, fraction: number): boolean {
  const base = baseOf(table, cell.atoms)
  let share = cell.share
  let variance = cell.variance
  for (const index of cell.atoms) {
    const move = moves[index]! * fraction
    if (move === 0) continue
    const atom = table.atoms[index]!
    const moved = Math.min(1, Math.max(0, atom.share + move / atom.base))
    share += move / base
    variance += (varianceAt(atom, moved, table.binomial) - atom.variance) * (atom.base / base) ** 2
  }
  return cell.print(Math.min(1, Math.max(0, share)), Math.max(0, variance)) === cell.print(cell.share, cell.variance)
}
