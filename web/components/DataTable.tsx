// A real table: caption, column headings, one row heading a row, numbers on the right. It scrolls inside its own box on a narrow
// screen, and that box can be reached by keyboard (axe: scrollable-region-focusable). Separate because every chart has one beside it.
import { useId } from 'preact/hooks'

export interface Column<Row> {
  heading: string
  /** Numbers stand on the right in figures of equal width. */
  numeric?: boolean
  text: (row: Row) => string
}

export interface DataTableProps<Row> {
  caption: string
  /** The first column heads its row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
}

export function DataTable<Row>({ caption, columns, rows }: DataTableProps<Row>) {
  const id = useId()
  return (
    <div class="table-box" role="region" aria-labelledby={id} tabIndex={0}>
      <table class="table">
        <caption class="table__caption" id={id}>{caption}</caption>
        <thead>
          <tr>{columns.map((column) => <th key={column.heading} scope="col" class={column.numeric ? 'table__number' : undefined}>{column.heading}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map((column, at) => at === 0
                ? <th key={column.heading} scope="row">{column.text(row)}</th>
                : <td key={column.heading} class={column.numeric ? 'table__number' : undefined}>{column.text(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The same table as tab-separated text for the clipboard. Line ends and tabs inside a cell become spaces; a leading formula sign gets an apostrophe. */
export function tableText<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cell = (text: string) => text.replace(/[\t\r\n]+/g, ' ').replace(/^(?![-+]?[\d.,]+$)(?=[\s\u0000-\u0020\u200b-\u200f\u2060]*[=+\-@|\uff1d\uff0b\uff0d\uff20])/, "'")
  const line = (cells: readonly string[]) => cells.map(cell).join('\t')
  return [line(columns.map((column) => column.heading)), ...rows.map((row) => line(columns.map((column) => column.text(row))))].join('\n')
}
