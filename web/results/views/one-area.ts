// V4. One area, all themes, on one A4 (the "wijkblad"): twelve themes by one figure each, then what went forward, back, or cannot be said. What is
// not shown for the area is named, not left out.
import type { EditionItem } from '../../../src/analysis/edition.ts'
import { areaSentence } from '../../../src/analysis/view-sentences.ts'
import { coreThemes } from '../../../src/instrument/batteries/core-themes.ts'
import { domainName, dumbbellRow, measureName } from '../../charts/from-comparison.ts'
import { resultsText } from '../../languages/results.ts'
import type { ResultsLanguage } from '../../languages/results-text.ts'
import type { EditionParts, Reading } from '../edition-parts.ts'
import { mainItems, placeWords, readingAt, saidOf } from '../edition-parts.ts'
import { readingFigure } from '../reading-figure.ts'
import type { ResultFigure, ResultView, ViewInput } from '../view.ts'

interface Told { item: EditionItem; theme: string; reading: Reading | undefined }

export function oneArea({ edition, choice, language }: ViewInput): ResultView {
  const { head } = edition
  const words = resultsText[language]
  const domain = choice.area ?? head.areas.find(({ role }) => role === 'focus')?.id ?? 'all'
  const themes = themesAt(edition, domain, language)
  const name = domainName(domain, head, language)
  const role = head.areas.find(({ id }) => id === domain)?.role
  const absent = themes.filter(({ reading }) => reading === undefined)
  // a theme that is not shown here counts as one we can say nothing about
  const told = themes.map(({ theme, item, reading }) => ({ theme, better: item.better, comparison: reading ?? { ...SILENT, item: item.item, measure: item.measure, categories: item.categories, domain } }))
  const alone = themes.every(({ reading }) => !reading || reading.alone)
  return {
    name: 'wijk', title: name,
    lead: [...(role ? [words.area.role[role]] : []), ...(alone ? [] : [areaSentence(placeWords(domain, head, language), told, language)])],
    figures: [
      ...part(edition, themes.filter(({ item }) => item.measure !== 'mean'), { id: `wijk-${domain}`, title: words.area.themes(name) }, language),
      ...part(edition, themes.filter(({ item }) => item.measure === 'mean'), { id: `wijk-cijfers-${domain}`, title: words.area.marks(name) }, language),
    ],
    said: [], notes: absent.length > 0 ? [words.area.notHere(absent.map(({ theme }) => theme).join(', '))] : [],
  }
}

const SILENT = { now: { hidden: true }, baseline: { hidden: true }, difference: null, verdict: 'hidden', reasons: [], adjusted: null, detectable: null, checks: [] } as const

/** The twelve themes; every main figure where the edition is of another battery. */
export function themesAt(edition: EditionParts, domain: string, language: ResultsLanguage): Told[] {
  const main = mainItems(edition)
  const known = coreThemes.flatMap(({ item, name }) => main.filter((each) => each.item === item).map((each) => ({ item: each, theme: name[language]! })))
  const themes = known.length >= 3 ? known : main.map((item) => ({ item, theme: measureName(item, language) }))
  return themes.map(({ item, theme }) => ({ item, theme, reading: readingAt(edition, item, domain) }))
}

function part(edition: EditionParts, themes: readonly Told[], { id, title }: { id: string; title: string }, language: ResultsLanguage): ResultFigure[] {
  const rows = themes.flatMap(({ item, reading }) => (reading ? [{ item, reading, row: dumbbellRow(reading, measureName(item, language), saidOf(edition.head, item, reading, null, language), language) }] : []))
  if (rows.length === 0) return []
  return [readingFigure(edition, { id, title, sentence: sayThemes(rows.map(({ row }) => row), language), rows, ordered: true, compact: true }, language)]
}

/** "2 van 12 onderwerpen aantoonbaar lager, 1 hoger, 6 zonder aantoonbaar verschil; over 3 kunnen wij niets zeggen." */
export function sayThemes(rows: readonly { verdict: Reading['verdict']; baseline: { kind: string } }[], language: ResultsLanguage): string {
  const { area } = resultsText[language]
  if (rows.every(({ baseline }) => baseline.kind === 'none')) return area.alone
  const count = (...verdicts: Reading['verdict'][]) => rows.filter(({ verdict }) => verdicts.includes(verdict)).length
  return area.counted({ all: rows.length, lower: count('lower'), higher: count('higher'), none: count('none'), silent: count('hidden', 'break', 'context') })
}
