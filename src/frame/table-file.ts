// A file of rows as people have them: comma, semicolon or tab, a title above the header, a source below the rows, headers in many spellings.
// Separate because areas and register counts begin alike: find the header by the columns it must have, keep line numbers, name what is wrong.
import Papa from 'papaparse'
import type { Fault } from './fault.ts'

export interface TableRow<Column extends string> {
  line: number
  /** Trimmed; '' when the column is not there. */
  cells: Record<Column, string>
}

/** Column -> the names it goes by, as `plainHeader` writes them. */
export type ColumnNames<Column extends string> = Readonly<Record<Column, readonly string[]>>

export interface TableReading<Column extends string> {
  rows: TableRow<Column>[]
  /** Columns that were found. */
  found: Set<Column>
  faults: Fault[]
}

/** How far down a header may stand: StatLine writes a few lines of title above it. */
const DEEPEST_HEADER = 20

/**
 * Reads the rows under the first line that has all of `needed` (each a column, or several of which one is enough).
 * Rows shorter than the header that hold nothing in a needed column are titles and sources, and passed over.
 */
export function readTable<Column extends string>(text: string, names: ColumnNames<Column>, needed: readonly (readonly Column[])[]): TableReading<Column> {
  const { lines, faults } = linesOf(text)
  const none = { rows: [], found: new Set<Column>() }
  if (lines.length === 0) return { ...none, faults: [{ line: 1, column: '', fault: 'empty' }] }
  const heads = lines.slice(0, DEEPEST_HEADER).map((line) => ({ line, columns: columnsOf(line.cells, names) }))
  const matched = ({ columns }: (typeof heads)[number]) => needed.filter((any) => any.some((column) => columns.has(column))).length
  const head = heads.reduce((best, one) => (matched(one) > matched(best) ? one : best))
  const absent = needed.filter((any) => !any.some((column) => head.columns.has(column)))
  if (matched(head) === 0) return { ...none, faults: [{ line: head.line.line, column: '', fault: 'no-header', about: names[needed[0]![0]!].join(', ') }] }
  for (const any of absent) faults.push({ line: head.line.line, column: names[any[0]!][0]!, fault: 'column-missing', about: names[any[0]!][0]! })
  for (const [column, places] of head.columns) if (places.length > 1) faults.push({ line: head.line.line, column: names[column][0]!, fault: 'column-twice', about: names[column][0]! })
  if (faults.length > 0) return { ...none, faults }
  const width = head.line.cells.length
  const rows: TableRow<Column>[] = []
  for (const { line, cells } of lines.slice(lines.indexOf(head.line) + 1)) {
    const value = (column: Column) => (head.columns.has(column) ? (cells[head.columns.get(column)![0]!] ?? '').trim() : '')
    // A note below the rows, or a line of another length: told apart by whether it names what every row must name.
    if (cells.length !== width) {
      if (cells.length > 1 && value(needed[0]!.find((column) => head.columns.has(column))!) !== '') faults.push({ line, column: '', fault: 'cells', about: String(cells.length) })
      continue
    }
    rows.push({ line, cells: Object.fromEntries((Object.keys(names) as Column[]).map((column) => [column, value(column)])) as Record<Column, string> })
  }
  if (rows.length === 0 && faults.length === 0) faults.push({ line: head.line.line, column: '', fault: 'no-rows' })
  return { rows, found: new Set(head.columns.keys()), faults }
}

/** Column -> where it stands. The first name in the list of a column that is there at all decides. */
function columnsOf<Column extends string>(cells: readonly string[], names: ColumnNames<Column>): Map<Column, number[]> {
  const headers = cells.map((cell) => [plainHeader(cell), plainHeader(cell.replace(/_\d+\s*$/, ''))])
  const found = new Map<Column, number[]>()
  const taken = new Set<number>()
  for (const [column, spellings] of Object.entries(names) as [Column, readonly string[]][]) {
    const spelling = spellings.find((one) => headers.some((forms, index) => forms.includes(one) && !taken.has(index)))
    if (spelling === undefined) continue
    // As it is written before what is left without its number: gwb_code_10 is not gwb_code_8, Codering_3 is Codering.
    const exact = headers.flatMap(([written], index) => (written === spelling && !taken.has(index) ? [index] : []))
    const places = exact.length > 0 ? exact : headers.flatMap((forms, index) => (forms.includes(spelling) && !taken.has(index) ? [index] : []))
    places.forEach((place) => taken.add(place))
    found.set(column, places)
  }
  return found
}

/** A header as it is compared: lower case, no accents, no subject before it or unit behind it, words joined. */
export function plainHeader(header: string): string {
  return header.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\(.*\)/, '').replace(/^.*\//, '').replace(/[^a-z0-9]+/g, '')
}

/** The lines that hold anything. A quoted cell may span lines, so numbers are counted in the text itself. */
export function linesOf(text: string): { lines: { line: number; cells: string[] }[]; faults: Fault[] } {
  const lines: { line: number; cells: string[] }[] = []
  const faults: Fault[] = []
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  let begin = 0
  let line = 1
  Papa.parse<string[]>(source, {
    delimiter: delimiterOf(source),
    step: ({ data, errors, meta }) => {
      if (data.some((cell) => cell.trim() !== '')) lines.push({ line, cells: data })
      for (const { code } of errors) if (code !== 'UndetectableDelimiter') faults.push({ line, column: '', fault: 'quote' })
      line += source.slice(begin, meta.cursor).split('\n').length - 1
      begin = meta.cursor
    },
  })
  return { lines, faults }
}

/** The separator that stands most often in the first lines, outside quotes. */
function delimiterOf(source: string): string {
  const head = source.slice(0, 20_000).split('\n').slice(0, 40).join('\n').replace(/"[^"]*"/g, '')
  const count = (separator: string) => head.split(separator).length
  return [';', '\t', ','].reduce((best, one) => (count(one) > count(best) ? one : best))
}
