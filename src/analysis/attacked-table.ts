// The table an attacker would have of one measure: areas whose weighted totals add up to everything that is published, each cell with
// the text a reader sees. Separate from deciding what to show (suppress-wave), because sets of answers and stayers build the same table.
import type { Domain } from '../disclosure/catalogue.ts'
import { stateOf } from '../disclosure/ledger.ts'
import type { Entry } from '../disclosure/ledger.ts'
import { tooSmall } from '../disclosure/primary.ts'
import type { Atom, State, Table, TableCell } from '../disclosure/table.ts'
import { printedDifference, testable } from './difference.ts'
import type { Side } from './difference.ts'
import type { Reported } from './measures.ts'
import { cellText, publishedCell, textOf } from './published-cell.ts'
import { keyOf } from './wave-table.ts'
import type { Exact, WaveTable } from './wave-table.ts'

/** What is known beside the figures themselves. */
export interface Known {
  ledger: ReadonlyMap<string, Entry>
  /** Figures of other waves beside which this one is printed as a change; `d` is the domain. */
  others: (d: number) => readonly Side[]
  /** Other readings of the same answers, printed for the same domain: they move when this one moves. */
  family: readonly Reported[]
}

export const ledgerKey = (wave: string, key: string, domain: string): string => `${wave}|${key}|${domain}`

/** State of a figure by the ledger: what an earlier edition showed or hid, whether it is small, whether it is offered now. */
export function stateIn(ledger: ReadonlyMap<string, Entry>, table: WaveTable, reported: Reported, domain: string, offeredNow: boolean): State {
  const figure = figureIn(table, reported, domain)
  return stateOf(ledger.get(ledgerKey(table.wave.id, keyOf(reported), domain)), figure !== null && tooSmall(figure.n, figure.count), offeredNow)
}

/** The exact figure of a measure in a domain; null where nobody answered. */
export function figureIn(table: WaveTable, reported: Reported, domain: string): Exact | null {
  return table.figures.get(keyOf(reported))![table.domains.findIndex(({ id }) => id === domain)] ?? null
}

/** `state` says of each domain what it is in everything published once this edition is out. */
export function attackedTable(table: WaveTable, reported: Reported, known: Known, state: (domain: Domain, figure: Exact) => State): Table {
  const key = keyOf(reported)
  const figures = table.figures.get(key)!
  const { place, back } = unitRange(reported)
  const range = reported.range[1] - reported.range[0]
  const places: number[] = []
  const atoms: Atom[] = []
  table.domains.forEach(({ kind, areas }, d) => {
    const figure = figures[d]
    if (kind !== 'area' || !figure) return
    places[areas[0]!] = atoms.length
    atoms.push({ base: figure.weightSum, share: place(figure.estimate), variance: (figure.se / range) ** 2, n: figure.n, least: 0, most: 1 })
  })
  const cells = table.domains.flatMap((domain, d): TableCell[] => {
    const figure = figures[d]
    if (!figure) return []
    const entry = known.ledger.get(ledgerKey(table.wave.id, key, domain.id))
    const text = cellText(publishedCell(reported.measure, figure))
    // shown before under another text (other weights): both texts are known, which leaves no doubt to count on
    const exact = [...(entry?.shownAs ?? [])].some((earlier) => earlier !== text)
    const together = domain.kind === 'all' || domain.kind === 'group' ? familyOf(table, reported, known.family, d) : []
    const print = exact ? (share: number) => String(share)
      : (share: number, variance: number) => readerSees(reported, figure, back(share), variance * range * range, known.others(d)) + together.map((each) => each(share)).join('')
    return [{
      domain: domain.id, atoms: domain.areas.flatMap((area) => places[area] ?? []), share: place(figure.estimate),
      variance: (figure.se / range) ** 2, n: figure.n, state: state(domain, figure), print,
    }]
  })
  return { atoms, cells, binomial: reported.measure !== 'mean' }
}

/** A measure's own values as 0..1 and back. */
export function unitRange({ range: [floor, ceiling] }: Reported): { place: (estimate: number) => number; back: (share: number) => number } {
  return { place: (estimate) => (estimate - floor) / (ceiling - floor), back: (share) => floor + share * (ceiling - floor) }
}

/** Everything printed of one figure: itself, and the changes it takes part in. */
export function readerSees(reported: Reported, figure: Exact, estimate: number, variance: number, others: readonly Side[]): string {
  const changes = others.map((other) => {
    const change = printedDifference(reported.measure, testable(other), testable({ ...figure, estimate, se: Math.sqrt(Math.max(0, variance)) }))
    return change ? ` ${change.value} ${change.low} ${change.high}` : ''
  })
  return textOf(reported.measure, figure, estimate, variance) + changes.join('')
}

/**
 * The texts of the other readings when this one is another share: people move out of its answers, or into them, in
 * proportion to what each answer has, which is one way it can be; a witness needs no more than one.
 */
function familyOf(table: WaveTable, reported: Reported, family: readonly Reported[], d: number): ((share: number) => string)[] {
  const own = table.figures.get(keyOf(reported))![d]?.estimate ?? 0
  if (family.length === 0 || own <= 0 || own >= 1) return []
  const inside = new Set(reported.categories)
  const single = new Map(family.filter(({ categories }) => categories.length === 1).map((each) => [each.categories[0]!, table.figures.get(keyOf(each))![d]?.estimate ?? 0]))
  return family.flatMap((other) => {
    const figure = table.figures.get(keyOf(other))![d]
    if (!figure || keyOf(other) === keyOf(reported)) return []
    const spread = figure.estimate * (1 - figure.estimate)
    return [(share: number): string => {
      const moved = other.categories.reduce((sum, code) => sum + (single.get(code) ?? 0) * (inside.has(code) ? share / own : (1 - share) / (1 - own)), 0)
      const estimate = Math.min(1, Math.max(0, moved))
      return ` ${textOf(other.measure, figure, estimate, spread > 0 ? (figure.se ** 2 * estimate * (1 - estimate)) / spread : 0)}`
    }]
  })
}
