// Several shares of one group as bars: reasons, things done, what an item with many answers says. Separate from the dumbbell because each of these
// is an answer of its own that is not tested; the earlier wave stands in the table.
import type { Cell, EditionItem } from '../../src/analysis/edition.ts'
import { cellWords } from '../../src/analysis/sentence-words.ts'
import type { BarRow } from '../charts/Bars.tsx'
import { domainName, measureName } from '../charts/from-comparison.ts'
import { countText } from '../charts/dumbbell.ts'
import { figureOf } from '../charts/from-comparison.ts'
import { resultsText } from '../languages/results.ts'
import type { ResultsLanguage } from '../languages/results-text.ts'
import type { EditionParts } from './edition-parts.ts'
import { baselineName, nowName } from './edition-parts.ts'
import { cellCsv } from './reading-csv.ts'
import type { ResultFigure } from './view.ts'

export interface SharesFigure { id: string; title: string; sentence: string; items: readonly EditionItem[]; domain: string; /** As asked instead of by size. */ ordered?: boolean }

/** Null where the edition shows none of them for the group. */
export function sharesFigure(edition: EditionParts, { id, title, sentence, items, domain, ordered = false }: SharesFigure, language: ResultsLanguage): ResultFigure | null {
  const { head, rows } = edition
  const words = resultsText[language]
  const cellAt = (wave: string | undefined, { item, measure, categories }: EditionItem): Cell | null =>
    rows.find((row) => row.wave === wave && row.domain === domain && row.item === item && row.measure === measure && row.categories.join() === categories.join())?.cell ?? null
  const found = items.flatMap((item) => {
    const now = cellAt(head.wave.id, item)
    return now ? [{ item, now, then: cellAt(head.baseline?.id, item), name: item.answer?.[language] ?? item.answer?.nl ?? measureName(item, language) }] : []
  })
  if (found.length === 0) return null
  const value = (cell: Cell): number => ('hidden' in cell ? -1 : cell.limit === 'atMost' ? 0 : cell.value)
  const sorted = ordered ? found : [...found].sort((a, b) => value(b.now) - value(a.now))
  const broken = edition.comparisons.find((comparison) => comparison.item === items[0]?.item)?.verdict === 'break'
  const earlier = head.baseline !== null && !broken && sorted.some(({ then }) => then !== null)
  const [now, then] = [nowName(head, language), baselineName(head, language)]
  return {
    id, title: `${title}: ${domainName(domain, head, language)}`, sentence,
    chart: { kind: 'bars', rows: sorted.map(({ item, now: cell, name }) => barRow(`${item.item} ${item.categories.join()}`, name, cell, language)), label: title, most: 50 },
    table: {
      caption: words.table.caption(title),
      columns: [{ heading: words.table.answer }, { heading: now, numeric: true }, { heading: words.table.n(now), numeric: true }, ...(earlier ? [{ heading: then, numeric: true }, { heading: words.table.n(then), numeric: true }] : [])],
      rows: sorted.map(({ name, now: cell, then: before }) => [name, cellWords('share', cell, language), countText(figureOf(cell), words),
        ...(earlier ? [before ? cellWords('share', before, language) : words.chart.notAsked, before ? countText(figureOf(before), words) : ''] : [])]),
    },
    csv: {
      columns: ['municipality', 'item', 'measure', 'answers', 'answer', 'area_code', 'area', 'wave', 'value', 'lower', 'upper', 'n', 'effective_n', 'sign'],
      rows: sorted.flatMap(({ item, name, now: cell, then: before }) => [[head.wave.label, cell] as const, ...(earlier && before ? [[head.baseline!.label, before] as const] : [])].map(([wave, each]) => [
        head.municipality, item.item, item.measure, item.categories.join(' '), name, domain, domainName(domain, head, language), wave, ...cellCsv(each, words.chart.tooFew),
      ])),
    },
  }
}

export function barRow(id: string, label: string, cell: Cell, language: ResultsLanguage): BarRow {
  const text = cellWords('share', cell, language)
  const shown = !('hidden' in cell)
  return {
    id, label, text: shown && cell.reliability === 'wide' ? `≈ ${text}` : text, sentence: `${label}: ${text}.`, wide: shown && cell.reliability === 'wide',
    value: shown ? (cell.limit === 'atMost' ? 0 : cell.value) : null, limits: shown ? { low: cell.low, high: cell.high } : null,
  }
}
