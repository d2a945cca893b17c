// V10. Stayers and newcomers: is it better because others live there? The primary outcomes among those who have lived there for five years or more and
// among everybody else, and the change with the baseline's mix of age and sex.
import { stayersSentence } from '../../../src/analysis/view-sentences.ts'
import { domainName, measureName } from '../../charts/from-comparison.ts'
import { resultsText } from '../../languages/results.ts'
import type { ResultsLanguage } from '../../languages/results-text.ts'
import { checksFigure } from '../checks-figure.ts'
import type { EditionParts } from '../edition-parts.ts'
import { comparisonsOf, mainItems, placeRow, tenureOf } from '../edition-parts.ts'
import { readingFigure } from '../reading-figure.ts'
import type { ResultFigure, ResultView, ViewInput } from '../view.ts'

export function tenure({ edition, language }: ViewInput): ResultView {
  const words = resultsText[language]
  const said = stayersSentences(edition, language)
  const levels = mainItems(edition).filter(({ primary }) => primary).flatMap((item): ResultFigure[] => {
    const rows = tenureOf(edition, item).map((reading) => ({ item, reading, row: placeRow(edition, item, reading, language) }))
    return rows.length === 0 ? [] : [readingFigure(edition, { id: `blijvers-${item.item}`, title: `${words.tenure.levels}: ${measureName(item, language)}`, sentence: words.tenure.levelsSay, rows, ordered: true, compact: true }, language)]
  })
  const checks = (['points', 'mark'] as const).flatMap((unit) => checksFigure(edition, ['stayers', 'composition'], {
    id: `blijvers-verschil-${unit}`, title: `${words.tenure.changes}${unit === 'mark' ? ` (${words.table.marks})` : ''}`, sentence: words.tenure.changesSay,
  }, language, unit) ?? [])
  return {
    name: 'blijvers', title: words.views.blijvers.name, lead: said.length > 0 ? said : [levels.length > 0 ? words.tenure.noChange : words.tenure.none],
    figures: [...checks, ...levels], said: [], notes: [words.tenure.five],
  }
}

/** For every place in which a primary outcome changed: whether it changed among stayers too. */
export function stayersSentences(edition: EditionParts, language: ResultsLanguage): string[] {
  return mainItems(edition).filter(({ primary }) => primary).flatMap((item) => comparisonsOf(edition, item).flatMap((reading) => {
    const sentence = stayersSentence(reading, language)
    return sentence ? [`${measureName(item, language)}, ${domainName(reading.domain, edition.head, language)}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`] : []
  }))
}
