// V12. The council's memo, two pages: is it better, more than elsewhere, whom we heard, and what we cannot say, in that order. Separate from the views
// it is made of because its second half is the one that is usually left out.
import type { EditionHead, PublishedComparison } from '../../../src/analysis/edition.ts'
import { listWords, number, points } from '../../../src/analysis/sentence-words.ts'
import { domainName, measureName } from '../../charts/from-comparison.ts'
import { resultsText } from '../../languages/results.ts'
import type { ResultsLanguage } from '../../languages/results-text.ts'
import type { EditionParts } from '../edition-parts.ts'
import { comparisonsOf, finestOf, mainItems } from '../edition-parts.ts'
import type { ResultFigure, ResultView, ViewInput } from '../view.ts'
import { againstComparison } from './against-comparison.ts'
import { heardSentences } from './heard.ts'
import { primaryOutcomes } from './primary-outcomes.ts'

export interface MemoPart { title: string; lead: readonly string[]; figures: readonly ResultFigure[]; said: readonly string[] }
export interface Memo extends ResultView { parts: readonly MemoPart[] }

export function memo(input: ViewInput): Memo {
  const { edition, language } = input
  const words = resultsText[language]
  const first = primaryOutcomes(input)
  const second = againstComparison({ ...input, choice: {} })
  const cannot = whatWeCannotSay(edition, language)
  return {
    name: 'memo', title: words.memo.title(edition.head.wave.label), ...(first.answer ? { answer: first.answer } : {}), lead: [words.memo.about(edition.head.municipality)],
    parts: [
      { title: words.memo.question, lead: first.lead, figures: first.figures.map(low), said: [] },
      { title: words.memo.elsewhere, lead: [], figures: [], said: second.figures.length > 0 ? second.figures.map(({ title, sentence }) => `${title}: ${sentence}`) : second.lead },
      { title: words.memo.heard, lead: heardSentences(edition, language), figures: [], said: [] },
      { title: words.memo.cannot, lead: [], figures: [], said: cannot },
    ],
    figures: [], said: [], notes: [],
  }
}

/** Lower rows and no sentence: the memo has said it above, and four charts share a page. */
function low(figure: ResultFigure): ResultFigure {
  return { ...figure, sentence: '', chart: figure.chart?.kind === 'dumbbell' ? { ...figure.chart, compact: true } : figure.chart }
}

/** Everything a reader might take from the figures and should not, as far as this edition knows it. */
export function whatWeCannotSay(edition: EditionParts, language: ResultsLanguage): string[] {
  const { head } = edition
  const words = resultsText[language].memo.cannotItems
  const main = mainItems(edition)
  const broken = main.filter((item) => comparisonsOf(edition, item).some(({ domain, verdict, reasons }) => domain === 'all' && verdict === 'break' && !reasons.includes('absent')))
  const silent = head.areas.filter(({ id }) => main.some((item) => finestOf(comparisonsOf(edition, item)).some(({ domain }) => domain === id))
    && main.every((item) => comparisonsOf(edition, item).every(({ domain, now }) => domain !== id || 'hidden' in now)))
  const seen = primaryNone(edition)
  const wide = edition.rows.filter(({ wave, cell }) => wave === head.wave.id && !('hidden' in cell) && cell.reliability === 'wide').length
  return [
    ...(head.baseline?.afterStart ? [words.afterStart] : []),
    ...(head.baseline ? [words.cause] : [words.first]),
    ...seen.map(({ measure, least, most }) => words.detectable(least === most ? '' : number(measure, least, language), points(measure, most, language))),
    ...(broken.length > 0 ? [words.breaks(listWords(broken.map((item) => `‘${measureName(item, language)}’`), language))] : []),
    ...(silent.length > 0 ? [words.small(listWords(silent.map(({ id }) => domainName(id, head, language)), language))] : []),
    ...(wide > 0 ? [words.wide(wide)] : []),
    ...(head.leftOut.length > 0 ? [words.leftOut(new Set(head.leftOut.map(({ item }) => item)).size)] : []),
    ...(head.baseline ? [words.regression] : []),
    words.missed,
  ]
}

/** The span of changes that could have been missed among primary outcomes that show none. */
function primaryNone(edition: EditionParts): { measure: PublishedComparison['measure']; least: number; most: number }[] {
  const { head }: { head: EditionHead } = edition
  const focus = new Set(head.areas.filter(({ role }) => role === 'focus').map(({ id }) => id))
  return (['share', 'mean'] as const).flatMap((measure) => {
    const found = mainItems(edition).filter((item) => item.primary && item.measure === measure).flatMap((item) => comparisonsOf(edition, item))
      .flatMap(({ domain, verdict, detectable }) => (focus.has(domain) && verdict === 'none' && detectable !== null ? [detectable] : []))
    return found.length > 0 ? [{ measure, least: Math.min(...found), most: Math.max(...found) }] : []
  })
}
