// A table as CSV that a spreadsheet opens and never obeys. Separate because every export of a table, on a page or on the command line, must
// make the same text inert: a name that begins with = or @ is a formula to a spreadsheet (attack 26). RFC 4180, UTF-8 with a mark.

export type CsvCell = string | number | null

export interface CsvTable { columns: readonly string[]; rows: readonly (readonly CsvCell[])[] }

/** How numbers and columns are divided: Dutch spreadsheets read a semicolon and a decimal comma, English ones comma and point. */
export type CsvStyle = 'semicolon' | 'comma'

/** Null is an empty cell. Numbers are written as they are; only text can be a formula, so only text is guarded. */
export function csvText({ columns, rows }: CsvTable, style: CsvStyle): string {
  const mark = style === 'semicolon' ? ';' : ','
  const cell = (value: CsvCell): string => {
    if (value === null) return ''
    if (typeof value === 'number') return style === 'semicolon' ? String(value).replace('.', ',') : String(value)
    const text = inert(value)
    return /["\r\n;,\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `\ufeff${[columns, ...rows].map((row) => row.map(cell).join(mark)).join('\r\n')}\r\n`
}

/** Text that no spreadsheet takes for a formula: an apostrophe before what begins like one, also after spaces, line breaks and signs that show nothing. */
export function inert(text: string): string {
  return /^[\s\u0000-\u0020\u200b-\u200f\u2060]*[=+\-@\uff1d\uff0b\uff0d\uff20|]|^[\t\r\n]/.test(text) ? `'${text}` : text
}
