// V7. Who dares not say: refusals and don't knows as findings, per area where they changed, who was watched, and the primary outcomes once more
// without those who were.
import type { EditionItem } from '../../../src/analysis/edition.ts'
import { refusalSentence } from '../../../src/analysis/view-sentences.ts'
import { domainName, measureName } from '../../charts/from-comparison.ts'
import { resultsText } from '../../languages/results.ts'
import type { ResultsLanguage } from '../../languages/results-text.ts'
import { checksFigure } from '../checks-figure.ts'
import type { EditionParts } from '../edition-parts.ts'
import { TOGETHER, comparisonsOf, finestOf, mainItems, placeRow } from '../edition-parts.ts'
import { readingFigure } from '../reading-figure.ts'
import type { ResultFigure, ResultView, ViewInput } from '../view.ts'

export function refusal({ edition, choice, language }: ViewInput): ResultView {
  const { head } = edition
  const words = resultsText[language]
  const moved = edition.comparisons.filter(({ item, measure, verdict }) => item === 'ownPressure' && measure === 'preferNot' && (verdict === 'higher' || verdict === 'lower'))
  const places = choice.area ? [choice.area] : ['all', ...moved.map(({ domain }) => domain).filter((domain) => domain !== 'all')]
  const said = places.flatMap((domain) => {
    const sentence = refusalSentence(edition, domain, language)
    return sentence ? [places.length > 1 ? `${domainName(domain, head, language)}: ${sentence}` : sentence] : []
  })
  const missing = head.items.find(({ item, measure }) => item === 'ownPressure' && measure === 'preferNot')
  const watched = head.items.find(({ item, measure }) => item === 'watched' && measure === 'share')
  const figures = [
    ...(missing ? [placesFigure(edition, missing, 'durven-bedreigd', words.refusal.missing, language)] : []),
    everyItem(edition, language),
    ...(watched ? [placesFigure(edition, watched, 'durven-meekijken', words.refusal.watched, language)] : []),
    checksFigure(edition, 'unwatched', { id: 'durven-zonder', title: words.refusal.without, sentence: words.refusal.withoutSay }, language),
  ].filter((figure): figure is ResultFigure => figure !== null && figure.table.rows.length > 0)
  return { name: 'durven', title: words.views.durven.name, lead: said.length > 0 ? said : [words.refusal.none], figures, said: [], notes: [] }
}

function placesFigure(edition: EditionParts, item: EditionItem, id: string, title: string, language: ResultsLanguage): ResultFigure {
  const comparisons = comparisonsOf(edition, item)
  const row = (reading: (typeof comparisons)[number]) => ({ item, reading, row: placeRow(edition, item, reading, language) })
  const pinned = TOGETHER.flatMap((domain) => comparisons.filter((reading) => reading.domain === domain))
  return readingFigure(edition, { id, title, sentence: resultsText[language].refusal.places, rows: finestOf(comparisons).map(row), pinned: pinned.map(row) }, language)
}

/** Everybody's refusals, question by question: which questions people would rather not answer. */
function everyItem(edition: EditionParts, language: ResultsLanguage): ResultFigure | null {
  const words = resultsText[language]
  const main = new Map(mainItems(edition).map((item) => [item.item, item]))
  const rows = edition.head.items.filter(({ measure }) => measure === 'preferNot').flatMap((item) => {
    const reading = comparisonsOf(edition, item).find(({ domain }) => domain === 'all')
    const named = main.get(item.item)
    return reading && named ? [{ item, reading, row: { ...placeRow(edition, item, reading, language), label: measureName(named, language) } }] : []
  })
  return rows.length < 2 ? null : readingFigure(edition, { id: 'durven-vragen', title: words.refusal.items, sentence: words.refusal.itemsSay, rows, compact: true }, language)
}
