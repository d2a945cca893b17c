// A CSV file as rows with their line numbers, and every fault in it as line and column: what all imports of files begin with.
// Separate because a bad file gets the whole list at once and imports nothing. RFC 4180, comma or semicolon (Dutch spreadsheets write that).
import Papa from 'papaparse'
import type { FileFault } from './wire.ts'

export interface CsvRow<Column extends string> {
  line: number
  /** Trimmed; '' when absent. */
  cells: Record<Column, string>
}

export interface CsvFile<Column extends string> {
  rows: CsvRow<Column>[]
  faults: FileFault[]
}

/**
 * Reads a file that must have exactly these columns, in any order, capitals or not. `others: 'ignored'`: a file that somebody else's program
 * wrote may hold more.
 */
export function readCsv<Column extends string>(text: string, columns: readonly Column[], { others = 'refused' }: { others?: 'refused' | 'ignored' } = {}): CsvFile<Column> {
  const { lines, faults } = split(text)
  const [header, ...body] = lines
  if (!header) return { rows: [], faults: [{ line: 1, column: '', fault: 'the file is empty' }] }
  const wanted = new Map<string, Column>(columns.map((column) => [column.toLowerCase(), column]))
  const given = header.cells.map((name) => name.trim().toLowerCase())
  const names = given.map((name) => wanted.get(name) ?? name)
  for (const column of columns) if (!names.includes(column)) faults.push({ line: header.line, column, fault: 'this column is missing' })
  for (const [i, name] of names.entries()) {
    if (!columns.includes(name as Column)) others === 'refused' && faults.push({ line: header.line, column: name, fault: 'this column is not known' })
    else if (names.indexOf(name) !== i) faults.push({ line: header.line, column: name, fault: 'this column is there twice' })
  }
  if (faults.length > 0) return { rows: [], faults }
  if (body.length === 0) faults.push({ line: header.line, column: '', fault: 'there are no rows below the header' })
  const rows: CsvRow<Column>[] = []
  for (const { line, cells } of body) {
    if (cells.length !== names.length) faults.push({ line, column: '', fault: `this line has ${cells.length} cells; the header has ${names.length}` })
    else rows.push({ line, cells: Object.fromEntries(columns.map((column) => [column, cells[names.indexOf(column)]!.trim()])) as Record<Column, string> })
  }
  return { rows, faults }
}

/** The lines that hold anything. A quoted cell may span lines, so numbers are counted in the text itself. */
function split(text: string): { lines: { line: number; cells: string[] }[]; faults: FileFault[] } {
  const lines: { line: number; cells: string[] }[] = []
  const faults: FileFault[] = []
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  let begin = 0
  let line = 1
  Papa.parse<string[]>(source, {
    delimitersToGuess: [',', ';', '\t'],
    step: ({ data, errors, meta }) => {
      if (data.some((cell) => cell.trim() !== '')) lines.push({ line, cells: data })
      for (const { code } of errors) if (code !== 'UndetectableDelimiter') faults.push({ line, column: '', fault: 'a quotation mark is not closed' })
      line += source.slice(begin, meta.cursor).split('\n').length - 1
      begin = meta.cursor
    },
  })
  return { lines, faults }
}
