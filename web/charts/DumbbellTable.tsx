// The table beside a dumbbell: the same rows, the same order, every figure with its margin and n, and a button that copies it.
// Separate because print opens it and the clipboard takes its text.
import { thousands } from '../../src/analysis/sentence-words.ts'
import { CopyButton } from '../components/CopyButton.tsx'
import type { Column } from '../components/DataTable.tsx'
import { DataTable, tableText } from '../components/DataTable.tsx'
import type { DumbbellProps } from './Dumbbell.tsx'
import type { DumbbellRow, Figure, Unit } from './dumbbell.ts'
import { figureText, sorted } from './dumbbell.ts'

export function DumbbellTable({ rows, pinned = [], unit, label, baselineName, nowName }: DumbbellProps) {
  const columns = dumbbellColumns(unit, baselineName, nowName)
  const ordered = [...pinned, ...sorted(rows)]
  return (
    <>
      <DataTable caption={`${label}, met marges (95%)`} columns={columns} rows={ordered} />
      <CopyButton label="Tabel kopiëren" text={() => tableText(columns, ordered)} />
    </>
  )
}

/** The columns of the table and of the copied text. */
export function dumbbellColumns(unit: Unit, baselineName: string, nowName: string): Column<DumbbellRow>[] {
  const n = (figure: Figure) => 'n' in figure ? thousands(figure.n, 'nl') : ''
  return [
    { heading: 'Naam', text: (row) => row.label },
    { heading: nowName, numeric: true, text: (row) => figureText(row.now, unit) },
    { heading: 'n nu', numeric: true, text: (row) => n(row.now) },
    { heading: baselineName, numeric: true, text: (row) => figureText(row.baseline, unit) },
    { heading: 'n toen', numeric: true, text: (row) => n(row.baseline) },
    { heading: 'Verschil', text: (row) => row.detail ? `${row.words} (${row.detail})` : row.words },
  ]
}
