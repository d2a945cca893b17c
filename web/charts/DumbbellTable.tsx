// The table beside a dumbbell: the same rows, the same order, every figure with its margin and n, and a button that copies it.
// Separate because print opens it and the clipboard takes its text.
import type { ResultsText } from '../languages/results-text.ts'
import { CopyButton } from '../components/CopyButton.tsx'
import type { Column } from '../components/DataTable.tsx'
import { DataTable, tableText } from '../components/DataTable.tsx'
import type { DumbbellProps } from './Dumbbell.tsx'
import type { DumbbellRow, Unit } from './dumbbell.ts'
import { countText, figureText, sorted } from './dumbbell.ts'

export function DumbbellTable({ rows, pinned = [], ordered = false, unit, label, baselineName, nowName, words }: DumbbellProps) {
  const columns = dumbbellColumns(unit, baselineName, nowName, words)
  const all = [...pinned, ...(ordered ? rows : sorted(rows))]
  return (
    <>
      <DataTable caption={words.table.caption(label)} columns={columns} rows={all} />
      <CopyButton label={words.table.copy} done={words.table.copied} refused={words.table.notCopied} text={() => tableText(columns, all)} />
    </>
  )
}

/** The columns of the table and of the copied text. */
export function dumbbellColumns(unit: Unit, baselineName: string, nowName: string, words: ResultsText): Column<DumbbellRow>[] {
  return [
    { heading: words.table.name, text: (row) => row.label },
    { heading: nowName, numeric: true, text: (row) => figureText(row.now, unit, words) },
    { heading: words.table.n(nowName), numeric: true, text: (row) => countText(row.now, words) },
    { heading: baselineName, numeric: true, text: (row) => figureText(row.baseline, unit, words) },
    { heading: words.table.n(baselineName), numeric: true, text: (row) => countText(row.baseline, words) },
    { heading: words.table.difference, text: (row) => row.detail ? `${row.words} (${row.detail})` : row.words },
  ]
}
