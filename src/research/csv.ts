// The same data as CSV with a codebook beside it, for who has no SPSS. UTF-8 with a byte order mark; semicolon and decimal comma for Dutch
// spreadsheets, comma and point for programs. Separate from reading CSV; writing is forty lines and needs no library.
import { inert } from '../analysis/csv-text.ts'
import type { DataSet, Variable } from './data-set.ts'

export interface CsvOptions { decimal: ',' | '.' }

/** The data, a row a respondent; what is missing in a derived value is an empty cell. */
export function csvFile({ n, variables }: DataSet, { decimal }: CsvOptions): string {
  const rows = Array.from({ length: n }, (_, row) => variables.map(({ values }) => cellOf(values[row]!, decimal)))
  return csvText([variables.map(({ name }) => name), ...rows], decimal)
}

/** The codebook: one line for every code of every variable, and one for a variable without codes. */
export function codebookFile({ variables }: DataSet, { decimal }: CsvOptions): string {
  const lines = variables.flatMap((variable) => {
    const words = Object.entries(variable.words)
    const about = (code: string, word: string) => [variable.name, variable.label, kindOf(variable), code, word, variable.missing && isMissingCode(code) ? 'yes' : '']
    return words.length === 0 ? [about('', '')] : words.map(([code, word]) => about(code, word))
  })
  return csvText([['variable', 'label', 'kind', 'code', 'words', 'missing'], ...lines], decimal)
}

/** Rows as CSV text. A cell that a spreadsheet would read as a formula gets an apostrophe; numbers stay numbers. */
export function csvText(rows: readonly (readonly string[])[], decimal: ',' | '.'): string {
  const separator = decimal === ',' ? ';' : ','
  const cell = (value: string): string => {
    const guarded = /^-?\d+(?:[.,]\d+)?(?:e-?\d+)?$/i.test(value) ? value : inert(value)
    return /["\r\n]|^\s|\s$/.test(guarded) || guarded.includes(separator) ? `"${guarded.replaceAll('"', '""')}"` : guarded
  }
  return `\uFEFF${rows.map((row) => row.map(cell).join(separator)).join('\r\n')}\r\n`
}

function cellOf(value: string | number, decimal: ',' | '.'): string {
  if (typeof value === 'string') return value
  if (Number.isNaN(value)) return ''
  return decimal === ',' ? String(value).replace('.', ',') : String(value)
}

function kindOf({ values, level }: Variable): string {
  return values instanceof Int16Array || values instanceof Float64Array ? level : 'text'
}

const isMissingCode = (code: string): boolean => Number(code) >= 96 && Number(code) <= 99
