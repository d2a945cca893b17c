// Every figure of this wave against the baseline: change, verdict and the change that would have been seen.
// Separate from the tests themselves (stats) and from the words (sentence). Families as the plan fixed them beforehand:
// Holm over primary outcomes x focus areas, Benjamini-Hochberg over everything one edition calls higher or lower.
import { benjaminiHochberg, holm } from '../stats/adjust-p.ts'
import type { Change } from '../stats/change.ts'
import { publishedSe } from '../stats/published.ts'
import { changeBetween, detectableOf, printedDifference, testable } from './difference.ts'
import type { Side } from './difference.ts'
import type { BreakReason, Cell, EditionInput, ImportedTable, PublishedComparison, Verdict } from './edition.ts'
import type { Reported } from './measures.ts'
import { publishedCell } from './published-cell.ts'
import { keyOf } from './wave-table.ts'
import type { Exact, WaveTable } from './wave-table.ts'

/** The other end of a comparison: its published cell, and its exact side where it may be tested. */
export interface Earlier { cell: Cell; side: Side | null }

export interface Compared {
  reported: Reported
  domain: string
  now: Cell
  nowSide: Side | null
  baseline: Earlier
  reasons: readonly BreakReason[]
}

const HIDDEN: Cell = { hidden: true }

/** A published cell, or the hidden sign. */
export function cellOf(reported: Reported, figure: Exact | null, shown: boolean): Cell {
  return shown && figure ? publishedCell(reported.measure, figure) : HIDDEN
}

/** The baseline's figure from a measured wave. */
export function measuredEarlier(table: WaveTable, reported: Reported, domain: string, shown: ReadonlyMap<string, ReadonlySet<string>>): Earlier | null {
  const key = keyOf(reported)
  const domains = shown.get(key)
  const figure = table.figures.get(key)?.[table.domains.findIndex(({ id }) => id === domain)] ?? null
  if (!domains || !table.figures.has(key)) return null
  return { cell: cellOf(reported, figure, domains.has(domain)), side: domains.has(domain) && figure ? testable(figure) : null }
}

/** The baseline's figure from an imported table: without limits it is context, and has no side to test. */
export function importedEarlier(table: ImportedTable, reported: Reported, domain: string): Earlier | null {
  if (reported.measure !== 'share' && reported.measure !== 'mean') return null
  const found = table.values.find((value) => value.item === reported.item && value.domain === domain
    && (value.category === null || (reported.categories.length === 1 && reported.categories[0] === value.category)))
  if (!found) return null
  const { value, low, high, n } = found
  const size = { n: n ?? 0, effectiveN: n ?? 0, reliability: 'ok' as const }
  if (low === null || high === null) return { cell: { value, low: value, high: value, ...size }, side: null }
  const scale = reported.measure === 'mean' ? 1 : 100
  // their degrees of freedom are unknown and large
  return { cell: { value, low, high, ...size }, side: { estimate: value / scale, se: publishedSe({ value, lower: low, upper: high }) / scale, testDf: Infinity } }
}

/** Tests, adjusts and judges a list of comparisons; the list is the edition's whole family. */
export function judge(list: readonly Compared[], input: EditionInput): PublishedComparison[] {
  const { level, power } = input.recipe
  const changes = list.map(({ nowSide, baseline, reasons }) =>
    (nowSide && baseline.side && reasons.length === 0 ? changeBetween(baseline.side, nowSide, level) : null))
  const focus = new Set(input.areas.flatMap(({ id, role }) => (role === 'focus' ? [id] : [])))
  const isPrimary = list.map(({ reported, domain }) => input.plan.primary.includes(reported.item) && isMain(reported) && focus.has(domain))
  const byHolm = holm(changes.map((change, i) => (isPrimary[i] ? change?.p ?? null : null)))
  const byBh = benjaminiHochberg(changes.map((change) => change?.p ?? null))
  const family = byHolm.filter((p) => p !== null).length
  // what a change would have to beat to be called: Holm's first step, and the step Benjamini-Hochberg stopped before
  const holmLevel = level / Math.max(1, family)
  const tested = byBh.filter((p) => p !== null)
  const bhLevel = (level * Math.min(tested.length, tested.filter((p) => p <= level).length + 1)) / Math.max(1, tested.length)
  return list.map((each, i): PublishedComparison => {
    const { reported, domain, now, baseline, reasons } = each
    const change = changes[i]!
    const adjusted = isPrimary[i] ? byHolm[i]! : byBh[i]!
    const difference = change && each.nowSide && baseline.side ? printedDifference(reported.measure, baseline.side, each.nowSide, level) : null
    return {
      item: reported.item, measure: reported.measure, categories: reported.categories, domain, now, baseline: baseline.cell, difference,
      verdict: verdictOf(each, change, adjusted, level),
      reasons, adjusted: difference === null ? null : isPrimary[i] ? 'holm' : 'bh',
      detectable: change && difference ? detectableOf(reported.measure, change, isPrimary[i] ? holmLevel : bhLevel, power) : null,
      checks: [],
    }
  })
}

/** Shares and means, not the findings on missing answers. */
export function isMain(reported: Reported): boolean {
  return reported.measure === 'share' || reported.measure === 'mean'
}

function verdictOf({ now, baseline, reasons }: Compared, change: Change | null, adjusted: number | null, level: number): Verdict {
  if (reasons.length > 0) return 'break'
  if ('hidden' in now || 'hidden' in baseline.cell) return 'hidden'
  if (baseline.side === null) return 'context'
  if (!change || adjusted === null || adjusted > level || change.change === 0) return 'none'
  return change.change > 0 ? 'higher' : 'lower'
}
