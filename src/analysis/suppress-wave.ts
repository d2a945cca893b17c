// Which figures of a wave may be shown in this edition: builds, for every measure, the table an attacker would have
// (areas, breakdowns, earlier editions) and lets `disclosure` decide. Separate from disclosure, which knows no items.
import { finestLevel, offered } from '../disclosure/catalogue.ts'
import type { Domain, Level } from '../disclosure/catalogue.ts'
import { record, stateOf } from '../disclosure/ledger.ts'
import type { Entry } from '../disclosure/ledger.ts'
import { tooSmall } from '../disclosure/primary.ts'
import { suppress } from '../disclosure/secondary.ts'
import type { Atom, State, Table, TableCell } from '../disclosure/table.ts'
import { printedDifference, testable } from './difference.ts'
import type { Side } from './difference.ts'
import type { EditionInput, Release } from './edition.ts'
import type { Reported } from './measures.ts'
import { cellText, publishedCell, textOf } from './published-cell.ts'
import { keyOf } from './wave-table.ts'
import type { Exact, WaveTable } from './wave-table.ts'

export type Kind = Domain['kind']

/**
 * What is given up first where a pattern of hidden cells would hide too much: districts, then groups, then areas. A
 * breakdown that is given up has no rows at all, so it needs no protection itself, unlike a hidden cell.
 */
const CHOICES: readonly ReadonlySet<Kind>[] = [
  new Set(['all', 'group', 'district', 'area']), new Set(['all', 'group', 'area']), new Set(['all', 'area']),
  new Set(['all', 'group', 'district']), new Set(['all', 'group']), new Set(['all']),
]

export interface ShownFigures {
  /** Domains shown, by measure key. */
  shown: Map<string, ReadonlySet<string>>
  /** The breakdowns each measure is tabulated by: fewer than asked where more would not be safe. */
  kinds: Map<string, ReadonlySet<Kind>>
  /** Measure keys without a single row: no pattern of hidden cells would have protected them. */
  leftOut: Set<string>
}

/** Everything earlier editions showed or hid of any wave, for any audience. */
export function ledgerOf(earlier: readonly Release[]): Map<string, Entry> {
  const ledger = new Map<string, Entry>()
  for (const { rows } of earlier) {
    for (const row of rows) record(ledger, ledgerKey(row.wave, keyOf(row), row.domain), 'hidden' in row.cell ? null : cellText(row.cell))
  }
  return ledger
}

/** The finest level a measure is offered at. Tied measures and re-drawn boundaries never go below groups. */
export function levelOf(reported: Pick<Reported, 'item' | 'sensitive'>, input: Pick<EditionInput, 'audience' | 'finest'>): Level {
  return finestLevel(reported.sensitive, input.audience, input.finest?.[reported.item])
}

/**
 * Decides for every measure of a wave. `others` gives the other waves' figures where changes will be printed beside
 * this one: a reader sees those too.
 */
export function suppressWave(table: WaveTable, measures: readonly Reported[], input: Pick<EditionInput, 'audience' | 'finest' | 'earlier' | 'boundaryYear'>, ledger: ReadonlyMap<string, Entry>,
  others: (reported: Reported, d: number) => readonly Side[]): ShownFigures {
  const result: ShownFigures = { shown: new Map(), kinds: new Map(), leftOut: new Set() }
  // areas of another boundary year cannot be added up with these: nothing new is shown below everybody
  const redrawn = input.earlier.some(({ boundaryYear, rows }) => boundaryYear !== input.boundaryYear && rows.some(({ wave }) => wave === table.wave.id))
  const level = (reported: Reported): Level => (redrawn ? 'all' : levelOf(reported, input))
  for (const reported of measures) {
    if (reported.tied) continue
    const key = keyOf(reported)
    result.leftOut.add(key)
    let best = 0
    for (const choice of CHOICES) {
      const kinds = new Set([...choice].filter((kind) => offered(kind, level(reported))))
      if (kinds.size < choice.size) continue
      const { shown, safe } = suppress(attackedTable(table, reported, kinds, ledger, (d) => others(reported, d)))
      const domains = new Set([...shown].map(({ domain }) => domain))
      const worth = safe ? worthOf(table, kinds, domains) : 0
      if (worth <= best) continue
      best = worth
      result.shown.set(key, domains)
      result.kinds.set(key, kinds)
      result.leftOut.delete(key)
      // a table in which most areas show is not given up for a coarser one
      if (hiddenCells(table, kinds, domains) <= 1) break
    }
  }
  for (const set of tiedSets(measures).values()) {
    const open = table.domains.filter(({ kind }) => offeredTied(kind) && offered(kind, level(set[0]!)))
    const small = set.some((reported) => open.some(({ id }) => {
      const figure = figureOf(table, reported, id)
      return figure === null || tooSmall(figure.n, figure.count)
    }))
    for (const reported of set) {
      if (small) result.leftOut.add(keyOf(reported))
      else {
        result.shown.set(keyOf(reported), new Set(open.map(({ id }) => id)))
        result.kinds.set(keyOf(reported), new Set(open.map(({ kind }) => kind)))
      }
    }
  }
  return result
}

/**
 * What a table is worth to its readers: nothing without everybody; an area counts for one, focus and comparison for two
 * areas, districts for one. Under half of the areas, a table without areas says the same more calmly.
 */
function worthOf(table: WaveTable, kinds: ReadonlySet<Kind>, shown: ReadonlySet<string>): number {
  if (!shown.has('all')) return 0
  const areas = table.domains.filter(({ kind }, d) => kind === 'area' && table.respondents[d]! > 0)
  const visible = kinds.has('area') ? areas.filter(({ id }) => shown.has(id)).length : 0
  if (kinds.has('area') && visible * 2 < areas.length) return 0
  return 1 + visible + (kinds.has('group') ? 2 : 0) + (kinds.has('district') ? 1 : 0)
}

function hiddenCells(table: WaveTable, kinds: ReadonlySet<Kind>, shown: ReadonlySet<string>): number {
  return table.domains.filter(({ id, kind }, d) => kinds.has(kind) && table.respondents[d]! > 0 && !shown.has(id)).length
}

function attackedTable(table: WaveTable, reported: Reported, kinds: ReadonlySet<Kind>, ledger: ReadonlyMap<string, Entry>, others: (d: number) => readonly Side[]): Table {
  const key = keyOf(reported)
  const [floor, ceiling] = reported.range
  const range = ceiling - floor
  const place = (estimate: number): number => (estimate - floor) / range
  const figures = table.figures.get(key)!
  const places: number[] = []
  const atoms: Atom[] = []
  table.domains.forEach(({ kind, areas }, d) => {
    const figure = figures[d]
    if (kind !== 'area' || !figure) return
    places[areas[0]!] = atoms.length
    atoms.push({ base: figure.weightSum, share: place(figure.estimate), variance: (figure.se / range) ** 2, n: figure.n, least: 0, most: 1 })
  })
  const cells = table.domains.flatMap(({ id, kind, areas }, d): TableCell[] => {
    const figure = figures[d]
    if (!figure) return []
    const entry = ledger.get(ledgerKey(table.wave.id, key, id))
    const state: State = stateOf(entry, tooSmall(figure.n, figure.count), kinds.has(kind))
    const text = cellText(publishedCell(reported.measure, figure))
    // shown before under another text (other weights): both texts are known, which leaves no doubt to count on
    const exact = [...(entry?.shownAs ?? [])].some((earlier) => earlier !== text)
    const print = exact ? (share: number) => String(share) : (share: number, variance: number) => readerSees(reported, figure, floor + share * range, variance * range * range, others(d))
    return [{ domain: id, atoms: areas.flatMap((area) => places[area] ?? []), share: place(figure.estimate), variance: (figure.se / range) ** 2, n: figure.n, state, print }]
  })
  return { atoms, cells, binomial: reported.measure !== 'mean' }
}

/** Everything printed of one figure: itself, and the changes it takes part in. */
function readerSees(reported: Reported, figure: Exact, estimate: number, variance: number, others: readonly Side[]): string {
  const changes = others.map((other) => {
    const change = printedDifference(reported.measure, testable(other), testable({ ...figure, estimate, se: Math.sqrt(Math.max(0, variance)) }))
    return change ? ` ${change.value} ${change.low} ${change.high}` : ''
  })
  return textOf(reported.measure, figure, estimate, variance) + changes.join('')
}

function tiedSets(measures: readonly Reported[]): Map<string, Reported[]> {
  const sets = new Map<string, Reported[]>()
  for (const reported of measures) if (reported.tied) sets.set(reported.item, [...(sets.get(reported.item) ?? []), reported])
  return sets
}

const offeredTied = (kind: string): boolean => kind === 'all' || kind === 'group'

function figureOf(table: WaveTable, reported: Reported, domain: string): Exact | null {
  return table.figures.get(keyOf(reported))![table.domains.findIndex(({ id }) => id === domain)] ?? null
}

const ledgerKey = (wave: string, key: string, domain: string): string => `${wave}|${key}|${domain}`
