// An edition taken apart for reading: which comparisons belong to a measure, which of them are areas, what waves are called.
// Pure and separate so that a test can read an edition without a page.
import type { EditionHead, EditionItem, PublishedComparison, PublishedDid, PublishedRow } from '../../src/analysis/edition.ts'
import { outcomeSentence } from '../../src/analysis/outcome-sentence.ts'
import type { DumbbellRow } from '../charts/dumbbell.ts'
import { domainName, dumbbellRow, measureKey } from '../charts/from-comparison.ts'
import { resultsText } from '../languages/results.ts'
import type { ResultsLanguage } from '../languages/results-text.ts'

export interface EditionParts {
  head: EditionHead
  rows: readonly PublishedRow[]
  comparisons: readonly PublishedComparison[]
  did: readonly PublishedDid[]
}

/** A comparison, or a figure of a first wave with nothing beside it. */
export type Reading = PublishedComparison & { alone?: boolean }

type Measured = Pick<EditionItem, 'item' | 'measure' | 'categories'>
export const TOGETHER: readonly string[] = ['all', 'focus', 'comparison']
const TENURE = /^(?:stayers|newcomers):/

/** Indexes an edition once: pages ask for one measure after another. */
const indexes = new WeakMap<EditionParts, Map<string, Reading[]>>()

/** The comparisons of one measure, parts by tenure left out. What no comparison has (an edition without a baseline, single answers) stands alone. */
export function comparisonsOf(edition: EditionParts, item: Measured): Reading[] {
  return readingsOf(edition, item).filter(({ domain }) => !TENURE.test(domain))
}

/** Those of everybody and groups, parted into who stayed and who came. */
export function tenureOf(edition: EditionParts, item: Measured): Reading[] {
  return readingsOf(edition, item).filter(({ domain }) => TENURE.test(domain))
}

/** The reading of one measure in one domain. */
export function readingAt(edition: EditionParts, item: Measured, domain: string): Reading | undefined {
  return readingsOf(edition, item).find((reading) => reading.domain === domain)
}

function readingsOf(edition: EditionParts, item: Measured): Reading[] {
  let index = indexes.get(edition)
  if (!index) indexes.set(edition, (index = indexOf(edition)))
  return index.get(measureKey(item)) ?? []
}

function indexOf({ head, rows, comparisons }: EditionParts): Map<string, Reading[]> {
  const index = new Map<string, Reading[]>()
  const add = (key: string, reading: Reading) => void (index.get(key)?.push(reading) ?? index.set(key, [reading]))
  for (const comparison of comparisons) add(measureKey(comparison), comparison)
  const compared = new Set(index.keys())
  for (const { wave, cell, ...row } of rows) {
    const key = measureKey(row)
    if (wave !== head.wave.id || compared.has(key)) continue
    add(key, { ...row, now: cell, baseline: { hidden: true }, difference: null, verdict: 'hidden', reasons: ['absent'], adjusted: null, detectable: null, checks: [], alone: true })
  }
  return index
}

/** The comparisons of areas; of districts where nothing finer is shown. Never both: a district is its areas once more. */
export function finestOf(comparisons: readonly Reading[]): Reading[] {
  const parts = comparisons.filter(({ domain }) => !TOGETHER.includes(domain))
  const areas = parts.filter(({ domain }) => !domain.startsWith('district:'))
  return areas.length > 0 ? areas : parts
}

/** The rows of areas (or districts, where nothing finer is shown). */
export function areaRows(edition: EditionParts, item: EditionItem, comparisons: readonly Reading[], language: ResultsLanguage = 'nl'): DumbbellRow[] {
  return finestOf(comparisons).map((comparison) => placeRow(edition, item, comparison, language))
}

/** The rows of the whole municipality, the focus areas and the comparison areas. */
export function overallRows(edition: EditionParts, item: EditionItem, comparisons: readonly Reading[], language: ResultsLanguage = 'nl'): DumbbellRow[] {
  return TOGETHER.flatMap((domain) => comparisons.filter((comparison) => comparison.domain === domain)).map((comparison) => placeRow(edition, item, comparison, language))
}

/** One place as a row, said in a whole sentence. */
export function placeRow({ head }: EditionParts, item: EditionItem, comparison: Reading, language: ResultsLanguage): DumbbellRow {
  const name = domainName(comparison.domain, head, language)
  return dumbbellRow(comparison, name, saidOf(head, item, comparison, placeWords(comparison.domain, head, language), language), language)
}

/** The sentence of one comparison, with its place. */
export function saidOf(head: EditionHead, item: EditionItem, comparison: Reading, where: string | null, language: ResultsLanguage): string {
  return outcomeSentence(where, labelIn(item, language), comparison, language, { afterStart: head.baseline?.afterStart ?? false })
}

/** What was chosen where the edition lists it, else everybody. */
export function domainOf({ head, rows }: EditionParts, chosen: string | undefined): string {
  const there = (domain: string): boolean => rows.some((row) => row.wave === head.wave.id && row.domain === domain)
  if (chosen !== undefined && there(chosen)) return chosen
  return there('all') ? 'all' : 'focus'
}

/** A place as it stands after "in": lower case where it is no name. */
export function placeWords(domain: string, head: Pick<EditionHead, 'areas'>, language: ResultsLanguage): string {
  const { domains } = resultsText[language]
  if (domain === 'all') return domains.inAll
  if (domain === 'focus') return domains.inFocus
  if (domain === 'comparison') return domains.inComparison
  return domainName(domain, head, language)
}

/** The label in a language, with who was asked in front of it where that is not everybody. */
export function labelIn({ label, base, measure, item }: Pick<EditionItem, 'label' | 'base' | 'measure' | 'item'>, language: ResultsLanguage): string {
  const words = label[language] ?? label.nl ?? item
  if (measure === 'dontKnow' || measure === 'preferNot') return resultsText[language].chart.missing[measure]
  return measure === 'among' && base ? `${base[language] ?? base.nl} ${words}` : words
}

/** The main figures (shares and means), primary outcomes first. */
export function mainItems({ head }: Pick<EditionParts, 'head'>): EditionItem[] {
  const main = head.items.filter(({ measure }) => measure === 'share' || measure === 'mean')
  return [...main.filter(({ primary }) => primary), ...main.filter(({ primary }) => !primary)]
}

/** "nulmeting (voorjaar 2024)": what the earlier figures are called. */
export function baselineName({ baseline }: Pick<EditionHead, 'baseline'>, language: ResultsLanguage = 'nl'): string {
  const { head } = resultsText[language]
  if (!baseline) return head.noBaseline
  if (baseline.afterStart && !baseline.imported) return head.baselineAfter(baseline.label)
  if (baseline.imported) return head.earlier(baseline.label)
  return /^nulmeting/i.test(baseline.label) && language === 'nl' ? baseline.label : head.baseline(baseline.label)
}

export function nowName({ wave }: Pick<EditionHead, 'wave'>, language: ResultsLanguage = 'nl'): string {
  return resultsText[language].head.now(wave.label)
}
