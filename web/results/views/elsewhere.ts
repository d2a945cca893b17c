// V11. Beside town and country: figures that others published, beside ours. Tested only where wording, scale and mode were declared equal (the test comes in
// with them: `beside-edition`); all else is drawn apart, as another question, so that nobody reads a difference off it.
import type { Beside } from '../../../src/analysis/benchmark.ts'
import { isEqual } from '../../../src/analysis/benchmark.ts'
import type { Cell, EditionItem } from '../../../src/analysis/edition.ts'
import { cellWords } from '../../../src/analysis/sentence-words.ts'
import type { BarRow } from '../../charts/Bars.tsx'
import { amountWords, measureKey, measureName, unitOf } from '../../charts/from-comparison.ts'
import { resultsText } from '../../languages/results.ts'
import type { ResultsLanguage } from '../../languages/results-text.ts'
import type { EditionParts } from '../edition-parts.ts'
import { mainItems, readingAt } from '../edition-parts.ts'
import type { ResultFigure, ResultView, ViewInput } from '../view.ts'
import { limits } from './against-comparison.ts'

export function elsewhere({ edition, language, beside = [] }: ViewInput): ResultView {
  const words = resultsText[language]
  const figures = mainItems(edition).flatMap((item) => {
    const own = beside.filter(({ benchmark }) => benchmark.beside === measureKey(item))
    const cell = readingAt(edition, item, 'all')?.now
    return cell === undefined ? [] : ([true, false] as const).flatMap((equal) => {
      const list = own.filter(({ benchmark }) => isEqual(benchmark) === equal)
      return list.length > 0 ? [besideFigure(edition, item, cell, list, equal, language)] : []
    })
  })
  return { name: 'elders', title: words.views.elders.name, lead: figures.length > 0 ? beside.map((each) => besideSentence(each, language)) : [words.elsewhere.none], figures, said: [], notes: figures.length > 0 ? [words.elsewhere.adjusted] : [] }
}

/** Their figure as it is written, with its margin or with the words that there is none. */
function theirWords({ benchmark: { measure }, figure: { value, low, high } }: Beside, language: ResultsLanguage): string {
  if (low !== null && high !== null) return cellWords(measure, { value, low, high, n: 0, effectiveN: 0, reliability: 'ok' }, language)
  const said = cellWords(measure, { value, low: value, high: value, n: 0, effectiveN: 0, reliability: 'ok' }, language)
  return said.replace(/ \(.*\)$/, ` (${resultsText[language].elsewhere.noMargin})`)
}

/** "Limburg 18% (17-19; Veiligheidsmonitor 2023, andere vraag)." or what the test says. */
export function besideSentence(each: Beside, language: ResultsLanguage): string {
  const { benchmark, figure, difference, verdict } = each
  const words = resultsText[language]
  const value = theirWords(each, language).replace(/ \((.*)\)$/, ' ($1; ')
  const source = `${figure.region} ${value}${benchmark.source}, `
  if (verdict === 'another') return `${source}${words.elsewhere.another}).`
  if (verdict === 'context') return `${source}${words.elsewhere.same}). ${words.elsewhere.context}`
  if (verdict === 'hidden' || difference === null) return `${source}${words.elsewhere.same}). ${words.elsewhere.oursHidden}`
  const unit = benchmark.measure === 'mean' ? 'mark' : 'points'
  const said = verdict === 'none' ? words.elsewhere.noDifference(limits(benchmark, difference, language)) : words.elsewhere.differs(amountWords(difference.value, unit, words), words.chart[verdict], limits(benchmark, difference, language))
  return `${source}${words.elsewhere.same}). ${said}`
}

function besideFigure({ head }: EditionParts, item: EditionItem, cell: Cell, list: readonly Beside[], equal: boolean, language: ResultsLanguage): ResultFigure {
  const words = resultsText[language]
  const title = `${measureName(item, language)}${equal ? '' : `: ${words.elsewhere.apart}`}`
  const text = (each: Cell): string => cellWords(item.measure, each, language)
  const bar = (id: string, label: string, said: string, value: number | null, limits: BarRow['limits'], detail?: string): BarRow => ({ id, label, text: said, sentence: `${label}: ${said}.`, ...(detail ? { detail } : {}), value, limits })
  const rows = [
    'hidden' in cell ? bar('ours', `${head.municipality}, ${head.wave.label}`, text(cell), null, null) : bar('ours', `${head.municipality}, ${head.wave.label}`, text(cell), cell.value, cell),
    ...list.map((each) => {
      const { value, low, high, region } = each.figure
      return bar(`${each.benchmark.id} ${region}`, region, theirWords(each, language), value, low === null || high === null ? null : { low, high }, `${each.benchmark.source}${equal ? '' : `: ‘${each.benchmark.topic}’`}`)
    }),
  ]
  const said = ({ verdict, difference }: Beside): string => (verdict === 'another' ? words.elsewhere.another : verdict === 'context' ? words.elsewhere.context : verdict === 'hidden' || !difference ? words.chart.nothing
    : `${verdict === 'none' ? words.chart.none : words.chart[verdict]} (${limits(item, difference, language)})`)
  return {
    id: `elders-${item.item}-${equal ? 'gelijk' : 'anders'}`, title, sentence: equal ? words.elsewhere.tested : words.elsewhere.untested,
    chart: { kind: 'bars', rows, label: title, most: unitOf(item) === 'mark' ? 10 : 50 },
    table: {
      caption: words.table.caption(title), columns: [{ heading: words.elsewhere.region }, { heading: words.table.figure, numeric: true }, { heading: words.elsewhere.source }, { heading: words.elsewhere.topic }, { heading: words.table.difference }],
      rows: [[`${head.municipality}, ${head.wave.label}`, text(cell), words.elsewhere.ours, measureName(item, language), ''], ...list.map((each) => [each.figure.region, theirWords(each, language), each.benchmark.source, each.benchmark.topic, said(each)])],
    },
    csv: {
      columns: ['item', 'region', 'source', 'topic', 'value', 'lower', 'upper', 'declared_equal', 'difference', 'difference_lower', 'difference_upper', 'verdict'],
      rows: [
        [item.item, head.municipality, head.wave.label, measureName(item, language), ...('hidden' in cell ? [null, null, null] : [cell.value, cell.low, cell.high]), '', null, null, null, ''],
        ...list.map(({ benchmark, figure, difference, verdict }) => [item.item, figure.region, benchmark.source, benchmark.topic, figure.value, figure.low, figure.high, equal ? 'yes' : 'no', difference?.value ?? null, difference?.low ?? null, difference?.high ?? null, verdict]),
      ],
    },
  }
}
