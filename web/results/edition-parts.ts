// An edition taken apart for reading: which comparisons belong to a measure, which of them are areas, and what they say together.
// Pure and separate so that a test can read an edition without a page.
import type { EditionHead, EditionItem, PublishedComparison, PublishedDid, PublishedRow } from '../../src/analysis/edition.ts'
import type { DumbbellRow } from '../charts/dumbbell.ts'
import { changeSentence } from '../../src/analysis/sentence.ts'
import { domainName, dumbbellRow, measureKey, measureName } from '../charts/from-comparison.ts'

export interface EditionParts {
  head: EditionHead
  rows: readonly PublishedRow[]
  comparisons: readonly PublishedComparison[]
  did: readonly PublishedDid[]
}

const TOGETHER = ['all', 'focus', 'comparison']

/** The comparisons of one measure. An edition without a baseline has none: its rows stand alone then. */
export function comparisonsOf(edition: EditionParts, item: Pick<EditionItem, 'item' | 'measure' | 'categories'>): PublishedComparison[] {
  const key = measureKey(item)
  if (edition.head.baseline) return edition.comparisons.filter((comparison) => measureKey(comparison) === key)
  return edition.rows.filter((row) => measureKey(row) === key).map(({ cell, wave: _, ...row }) => ({
    ...row, now: cell, baseline: { hidden: true }, difference: null, verdict: 'hidden', reasons: ['absent'], adjusted: null, detectable: null, checks: [],
  }))
}

/** The comparisons of areas; of districts where nothing finer is shown. Never both: a district is its areas once more. */
export function finestOf(comparisons: readonly PublishedComparison[]): PublishedComparison[] {
  const parts = comparisons.filter(({ domain }) => !TOGETHER.includes(domain))
  const areas = parts.filter(({ domain }) => !domain.startsWith('district:'))
  return areas.length > 0 ? areas : parts
}

/** The rows of areas (or districts, where nothing finer is shown). */
export function areaRows({ head }: EditionParts, comparisons: readonly PublishedComparison[]): DumbbellRow[] {
  return finestOf(comparisons).map((comparison) => rowOf(head, comparison, domainName(comparison.domain, head)))
}

/** The rows of the whole municipality, the focus areas and the comparison areas. */
export function overallRows({ head }: EditionParts, comparisons: readonly PublishedComparison[]): DumbbellRow[] {
  return TOGETHER.flatMap((domain) => comparisons.filter((comparison) => comparison.domain === domain))
    .map((comparison) => rowOf(head, comparison, domainName(comparison.domain, head)))
}

/** The rows of districts where areas are shown too: for the table only. */
export function districtRows({ head }: EditionParts, comparisons: readonly PublishedComparison[]): DumbbellRow[] {
  const shown = new Set(finestOf(comparisons))
  return comparisons.filter((comparison) => comparison.domain.startsWith('district:') && !shown.has(comparison))
    .map((comparison) => rowOf(head, comparison, domainName(comparison.domain, head)))
}

/** All themes of one domain, shares and marks apart: the page of one area. Breaks and refusals included. */
export function themeRows(edition: EditionParts, domain: string): { points: DumbbellRow[]; marks: DumbbellRow[] } {
  const rows = edition.head.items.filter(({ measure }) => measure === 'share' || measure === 'mean').flatMap((item) =>
    comparisonsOf(edition, item).filter((comparison) => comparison.domain === domain).map((comparison) => ({ item, row: rowOf(edition.head, comparison, measureName(item)) })))
  return {
    points: rows.filter(({ item }) => item.measure !== 'mean').map(({ row }) => row),
    marks: rows.filter(({ item }) => item.measure === 'mean').map(({ row }) => row),
  }
}

function rowOf({ baseline }: EditionHead, comparison: PublishedComparison, label: string): DumbbellRow {
  return dumbbellRow(comparison, label, `${label}: ${changeSentence(comparison, 'nl', { afterStart: baseline?.afterStart ?? false })}`)
}

/** "nulmeting (voorjaar 2024)": what the earlier figures are called. */
export function baselineName({ baseline }: Pick<EditionHead, 'baseline'>): string {
  if (!baseline) return 'geen eerdere meting'
  if (!baseline.afterStart && /^nulmeting/i.test(baseline.label)) return baseline.label
  return `${baseline.imported ? 'eerder' : baseline.afterStart ? 'nulmeting na de start' : 'nulmeting'} (${baseline.label})`
}

export function nowName({ wave }: Pick<EditionHead, 'wave'>): string {
  return `nu (${wave.label})`
}
