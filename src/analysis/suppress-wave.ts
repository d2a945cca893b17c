// Which figures of a wave may be shown in this edition: gives `disclosure`, for every measure, the table an attacker would have
// (areas, breakdowns, earlier editions) and lets it decide. Separate from disclosure, which knows no items.
import { finestLevel, offered } from '../disclosure/catalogue.ts'
import type { Domain, Level } from '../disclosure/catalogue.ts'
import { record } from '../disclosure/ledger.ts'
import type { Entry } from '../disclosure/ledger.ts'
import { suppress } from '../disclosure/secondary.ts'
import { attackedTable, ledgerKey, stateIn } from './attacked-table.ts'
import type { Known } from './attacked-table.ts'
import type { Side } from './difference.ts'
import type { EditionInput, Release } from './edition.ts'
import type { Reported } from './measures.ts'
import { cellText } from './published-cell.ts'
import { openDomains } from './suppress-set.ts'
import { keyOf } from './wave-table.ts'
import type { WaveTable } from './wave-table.ts'

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

/** The finest level a measure is offered at. Sets and re-drawn boundaries never go below groups. */
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
    if (reported.set !== null) continue
    const key = keyOf(reported)
    const known: Known = { ledger, others: (d) => others(reported, d), family: answersOf(reported, measures) }
    result.leftOut.add(key)
    let best = 0
    for (const choice of CHOICES) {
      const kinds = new Set([...choice].filter((kind) => offered(kind, level(reported))))
      if (kinds.size < choice.size) continue
      const { shown, safe } = suppress(attackedTable(table, reported, known, ({ id, kind }) => stateIn(ledger, table, reported, id, kinds.has(kind))))
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
  for (const set of setsOf(measures).values()) {
    // the answers of an item add up to its main figure: where that is hidden they must not bring it back
    const main = set[0]!.measure === 'answer' ? result.shown.get(keyOf(mainOf(set[0]!, measures))) ?? new Set<string>() : null
    const open = openDomains(table, set, level(set[0]!), main, { ledger, others: () => [], family: [] })
    for (const reported of set) {
      if (open.length === 0) result.leftOut.add(keyOf(reported))
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

/** Measures that logic ties together, by the name of their set. */
function setsOf(measures: readonly Reported[]): Map<string, Reported[]> {
  const sets = new Map<string, Reported[]>()
  for (const reported of measures) if (reported.set !== null) sets.set(reported.set, [...(sets.get(reported.set) ?? []), reported])
  return sets
}

/** The figure that the answers of an item add up to. */
function mainOf({ item }: Reported, measures: readonly Reported[]): Reported {
  return measures.find((each) => each.item === item && each.measure === 'share' && each.set === null)!
}

/** The single answers that add up to a figure; none where it has no such answers. */
export function answersOf({ item, measure }: Reported, measures: readonly Reported[]): Reported[] {
  return measure === 'share' ? measures.filter((each) => each.item === item && each.measure === 'answer') : []
}
