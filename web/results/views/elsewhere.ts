// V11. Beside town and country: figures that others published, beside ours. Tested only where wording, scale and mode were declared equal; all
// else is drawn apart, as another question, so that nobody reads a difference off it.
import type { Beside } from '../../../src/analysis/benchmark.ts'
import { besideOurs, isEqual } from '../../../src/analysis/benchmark.ts'
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

export function elsewhere({ edition, language, benchmarks = [] }: ViewInput): ResultView {
  const words = resultsText[language]
  const ours = (key: string): { item: EditionItem; cell: Cell } | null => {
    const item = mainItems(edition).find((each) => measureKey(each) === key)
    const reading = item && readingAt(edition, item, 'all')
    return item && reading ? { item, cell: reading.now } : null
  }
  const beside = besideOurs(benchmarks.filter(({ beside }) => ours(beside) !== null), ({ beside }) => ours(beside)?.cell ?? null, edition.head.recipe.level)
  const figures = mainItems(edition).flatMap((item) => {
    const own = beside.filter(({ benchmark }) => benchmark.beside === measureKey(item))
    return ([true, false] as const).flatMap((equal) => {
      const list = own.filter(({ benchmark }) => isEqual(benchmark) === equal)
      return list.length > 0 ? [besideFigure(edition, item, ours(measureKey(item))!.cell, list, equal, language)] : []
    })
  })
  return { name: 'elders', title: words.views.elders.name, lead: figures.length > 0 ? beside.map((each) => besideSentence(each, language)) : [words.elsewhere.none], figures, said: [], notes: figures.length > 0 ? [words.elsewhere.adjusted] : [] }
}

/** "Limburg 18% (17-19; Veiligheidsmonitor 2023, andere vraag)." or what the test says. */
export function besideSentence({ benchmark, figure, difference, verdict }: Beside, language: ResultsLanguage): string {
  const words = resultsText[language]
  const value = cellWords(benchmark.measure, { ...figure, n: 0, effectiveN: 0, reliability: 'ok' }, language).replace(/ \((.*)\)$/, ' ($1; ')
  const source = `${figure.region} ${value}${benchmark.source}, `
  if (verdict === 'another') return `${source}${words.elsewhere.another}).`
  if (verdict === 'hidden' || difference === null) return `${source}${words.elsewhere.same}). ${words.elsewhere.oursHidden}`
  const unit = benchmark.measure === 'mean' ? 'mark' : 'points'
  const said = verdict === 'none' ? words.elsewhere.noDifference(limits(benchmark, difference, language)) : words.elsewhere.differs(amountWords(difference.value, unit, words), words.chart[verdict], limits(benchmark, difference, language))
  return `${source}${words.elsewhere.same}). ${said}`
}

function besideFigure({ head }: EditionParts, item: EditionItem, cell: Cell, list: readonly Beside[], equal: boolean, language: ResultsLanguage): ResultFigure {
  const words = resultsText[language]
  const title = `${measureName(item, language)}${equal ? '' : `: ${words.elsewhere.apart}`}`
  const text = (each: Cell): string => cellWords(item.measure, each, language)
  const theirs = ({ figure }: Beside): Cell => ({ value: figure.value, low: figure.low, high: figure.high, n: 0, effectiveN: 0, reliability: 'ok' })
  const bar = (id: string, label: string, each: Cell, detail?: string): BarRow => ({
    id, label, text: text(each), sentence: `${label}: ${text(each)}.`, ...(detail ? { detail } : {}),
    value: 'hidden' in each ? null : each.value, limits: 'hidden' in each ? null : { low: each.low, high: each.high },
  })
  const rows = [bar('ours', `${head.municipality}, ${head.wave.label}`, cell),
    ...list.map((each) => bar(`${each.benchmark.id} ${each.figure.region}`, each.figure.region, theirs(each), `${each.benchmark.source}${equal ? '' : `: ‘${each.benchmark.topic}’`}`))]
  const said = ({ verdict, difference }: Beside): string => (verdict === 'another' ? words.elsewhere.another : verdict === 'hidden' || !difference ? words.chart.nothing
    : `${verdict === 'none' ? words.chart.none : words.chart[verdict]} (${limits(item, difference, language)})`)
  return {
    id: `elders-${item.item}-${equal ? 'gelijk' : 'anders'}`, title, sentence: equal ? words.elsewhere.tested : words.elsewhere.untested,
    chart: { kind: 'bars', rows, label: title, most: unitOf(item) === 'mark' ? 10 : 50 },
    table: {
      caption: words.table.caption(title), columns: [{ heading: words.elsewhere.region }, { heading: words.table.figure, numeric: true }, { heading: words.elsewhere.source }, { heading: words.elsewhere.topic }, { heading: words.table.difference }],
      rows: [[`${head.municipality}, ${head.wave.label}`, text(cell), words.elsewhere.ours, measureName(item, language), ''], ...list.map((each) => [each.figure.region, text(theirs(each)), each.benchmark.source, each.benchmark.topic, said(each)])],
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
