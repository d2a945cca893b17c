// All answers of one item as 100% bars, don't know and the like in columns of their own. Separate because several views show it, each for its own
// items. A row is a group and a wave; earlier answers stand under the present ones.
import type { Cell, EditionItem } from '../../src/analysis/edition.ts'
import { cellWords } from '../../src/analysis/sentence-words.ts'
import { coreAnswersApart } from '../../src/instrument/batteries/core-themes.ts'
import type { StackRow } from '../charts/stack.ts'
import { countText } from '../charts/dumbbell.ts'
import { domainName, figureOf, measureName } from '../charts/from-comparison.ts'
import { resultsText } from '../languages/results.ts'
import type { ResultsLanguage } from '../languages/results-text.ts'
import type { EditionParts } from './edition-parts.ts'
import { TOGETHER, baselineName, nowName } from './edition-parts.ts'
import { cellCsv } from './reading-csv.ts'
import type { ResultFigure } from './view.ts'

interface Line { domain: string; wave: string; label: string; cells: (Cell | null)[]; missing: (Cell | null)[] }

/** The figure of one item; null where no single answers are published of it. `domains`: everybody and groups unless named. */
export function answersFigure(edition: EditionParts, item: Pick<EditionItem, 'item' | 'label' | 'measure' | 'categories' | 'question' | 'better' | 'sensitive' | 'primary' | 'finest'>, language: ResultsLanguage, domains: readonly string[] = TOGETHER): ResultFigure | null {
  const { head } = edition
  const words = resultsText[language]
  const all = head.items.filter((each) => each.item === item.item && each.answer && (each.measure === 'answer' || (each.measure === 'share' && each.categories.length === 1)))
  const single = all.some(({ measure }) => measure === 'answer') ? all.filter(({ measure }) => measure === 'answer') : all
  const apart = coreAnswersApart[item.item] ?? []
  const between = single.filter(({ categories }) => !apart.includes(categories[0]!))
  const aside = single.filter(({ categories }) => apart.includes(categories[0]!))
  if (between.length < 2) return null
  const at = (wave: string, domain: string, each: Pick<EditionItem, 'item' | 'measure' | 'categories'>): Cell | null =>
    edition.rows.find((row) => row.wave === wave && row.domain === domain && row.item === each.item && row.measure === each.measure && row.categories.join() === each.categories.join())?.cell ?? null
  const waves = [{ id: head.wave.id, name: nowName(head, language) }, ...(head.baseline ? [{ id: head.baseline.id, name: baselineName(head, language) }] : [])]
  const broken = edition.comparisons.find((comparison) => comparison.item === item.item && comparison.domain === 'all')?.verdict === 'break'
  const lines = domains.flatMap((domain) => (broken ? waves.slice(0, 1) : waves).flatMap(({ id, name }): Line[] => {
    const cells = between.map((each) => at(id, domain, each))
    if (cells.every((cell) => cell === null)) return []
    const missing = [...aside.map((each) => at(id, domain, each)), ...(['dontKnow', 'preferNot'] as const).map((measure) => at(id, domain, { item: item.item, measure, categories: [] }))]
    return [{ domain, wave: name, label: `${domainName(domain, head, language)}, ${name}`, cells, missing }]
  }))
  if (lines.length === 0) return null
  const names = between.map(({ answer }) => answer![language] ?? answer!.nl!)
  const columns = [...aside.map(({ answer }) => answer![language] ?? answer!.nl!), words.chart.dontKnow, words.chart.preferNot]
  const title = words.item.answers(measureName({ ...item }, language))
  return {
    id: `antwoorden-${item.item}`, title, sentence: item.question ? words.item.answersSay(item.question[language] ?? item.question.nl!) : words.item.answersNote,
    chart: { kind: 'stack', names, apart: columns, label: title, rows: lines.map((line) => stackRow(line, names, columns, language)) },
    table: {
      caption: words.table.caption(title),
      columns: [{ heading: words.table.group }, ...[...names, ...columns].map((heading) => ({ heading, numeric: true })), { heading: words.table.n(''), numeric: true }],
      rows: lines.map(({ label, cells, missing }) => [label, ...[...cells, ...missing].map((cell) => (cell ? cellWords('share', cell, language) : '–')), countOf(cells, language)]),
    },
    csv: {
      columns: ['municipality', 'item', 'answer_code', 'answer', 'area_code', 'area', 'wave', 'value', 'lower', 'upper', 'n', 'effective_n', 'sign'],
      rows: lines.flatMap(({ domain, wave, cells, missing }) => [...cells, ...missing].flatMap((cell, index) => (cell === null ? [] : [[
        head.municipality, item.item, [...between, ...aside][index]?.categories[0] ?? null, [...names, ...columns][index]!, domain, domainName(domain, head, language), wave, ...cellCsv(cell, words.chart.tooFew),
      ]]))),
    },
  }
}

function stackRow({ domain, wave, label, cells, missing }: Line, names: readonly string[], columns: readonly string[], language: ResultsLanguage): StackRow {
  const shown = cells.every((cell) => cell !== null && !('hidden' in cell))
  const value = (cell: Cell | null): number | null => (cell === null || 'hidden' in cell ? null : cell.limit === 'atMost' ? 0 : cell.limit === 'atLeast' ? 100 : cell.value)
  const said = [...names.map((name, index) => [name, cells[index]] as const), ...columns.map((name, index) => [name, missing[index]] as const)]
    .flatMap(([name, cell]) => (cell ? [`${name} ${cellWords('share', cell, language)}`] : []))
  return {
    id: `${domain} ${wave}`, label, count: shown ? `n = ${countOf(cells, language)}` : '', parts: shown ? names.map((name, index) => ({ name, value: value(cells[index]!)! })) : null,
    apart: missing.map(value), sentence: `${label}: ${said.join(', ')}.`,
  }
}

/** "385 (340)" of the first figure that shows. */
function countOf(cells: readonly (Cell | null)[], language: ResultsLanguage): string {
  const shown = cells.find((cell) => cell !== null && !('hidden' in cell))
  return shown ? countText(figureOf(shown), resultsText[language]) : ''
}
