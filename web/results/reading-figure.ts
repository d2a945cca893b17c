// The figure most views are made of: comparisons as a dumbbell with their table and file. Separate so that a figure, its margin and both n stand
// in every table alike.
import type { EditionItem } from '../../src/analysis/edition.ts'
import type { DumbbellRow, Unit } from '../charts/dumbbell.ts'
import { countText, figureText, sorted } from '../charts/dumbbell.ts'
import { unitOf } from '../charts/from-comparison.ts'
import { resultsText } from '../languages/results.ts'
import type { ResultsLanguage } from '../languages/results-text.ts'
import type { EditionParts, Reading } from './edition-parts.ts'
import { baselineName, nowName } from './edition-parts.ts'
import { readingCsv } from './reading-csv.ts'
import type { ResultFigure, ResultTable } from './view.ts'

export interface RowOf { item: EditionItem; reading: Reading; row: DumbbellRow }

export interface ReadingFigure {
  id: string
  title: string
  sentence: string
  /** In the order given; `pinned` first. */
  rows: readonly RowOf[]
  pinned?: readonly RowOf[]
  /** Kept in the given order instead of by value. */
  ordered?: boolean
  compact?: boolean
}

export function readingFigure(edition: EditionParts, { id, title, sentence, rows, pinned = [], ordered = false, compact = false }: ReadingFigure, language: ResultsLanguage): ResultFigure {
  const unit: Unit = rows[0] || pinned[0] ? unitOf((rows[0] ?? pinned[0])!.item) : 'points'
  const byRow = new Map(rows.map((each) => [each.row, each]))
  const all = [...pinned, ...(ordered ? rows : sorted(rows.map(({ row }) => row)).map((row) => byRow.get(row)!))]
  return {
    id, title, sentence,
    chart: all.length === 0 ? null : {
      kind: 'dumbbell', rows: rows.map(({ row }) => row), pinned: pinned.map(({ row }) => row), ordered, compact, unit, label: title,
      baselineName: baselineName(edition.head, language), nowName: nowName(edition.head, language),
    },
    table: readingTable(edition, title, all.map(({ row, item }) => ({ row, unit: unitOf(item) })), language),
    csv: readingCsv(edition, all, language),
  }
}

/** Every figure with its margin, n and effective n; the columns of an earlier wave only where there is one. */
export function readingTable({ head }: EditionParts, title: string, rows: readonly { row: DumbbellRow; unit: Unit }[], language: ResultsLanguage): ResultTable {
  const words = resultsText[language]
  const { table } = words
  const [now, then] = [nowName(head, language), baselineName(head, language)]
  const alone = rows.every(({ row }) => row.baseline.kind === 'none')
  const before = [{ heading: then, numeric: true }, { heading: table.n(then), numeric: true }, { heading: table.difference }]
  return {
    caption: table.caption(title),
    columns: [{ heading: table.name }, { heading: now, numeric: true }, { heading: table.n(now), numeric: true }, ...(alone ? [] : before)],
    rows: rows.map(({ row, unit }) => [
      row.label, figureText(row.now, unit, words), countText(row.now, words),
      ...(alone ? [] : [figureText(row.baseline, unit, words), countText(row.baseline, words), row.detail ? `${row.words} (${row.detail})` : row.words]),
    ]),
  }
}
