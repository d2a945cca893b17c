// An instrument file for `analyse`: the instrument in the product's own format, and beside it which column of the data
// holds each item and what the codes there mean. Separate from the data files, because it is read first and decides
// what may stand in them. One column may feed two items (a mean of 1 to 5, and the share of 4 or 5).
import { SKIPPED } from '../instrument/item.ts'
import type { Instrument } from '../instrument/instrument.ts'
import { readInstrument } from '../instrument/read-instrument.ts'
import type { FileFault } from './survey-files.ts'

export interface SurveyInstrument {
  instrument: Instrument
  /** Item id -> column name and what each text in it means; a text that is missing here is a fault of the data. */
  columns: Readonly<Record<string, { from: string; codes: ReadonlyMap<string, number> }>>
}

/**
 * Reads `{ "instrument": {...}, "columns": { "T01": { "from": "L01", "codes": { "9": 98 } } } }`. Without an entry an item
 * stands in the column of its own name. Options mean themselves unless `codes` gives them another text; an empty cell is
 * skipped (97).
 */
export function readSurveyInstrument(file: string, text: string): SurveyInstrument | { faults: FileFault[] } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { faults: [{ file, ...placeOf(text, String(error)), fault: 'this is no valid JSON' }] }
  }
  const root = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const read = readInstrument('instrument' in root ? root.instrument : value)
  if ('faults' in read) return { faults: read.faults.map((fault) => ({ file, line: 1, column: fault.split(': ')[0]!, fault })) }
  const faults: FileFault[] = []
  const entries = (root.columns ?? {}) as Record<string, { from?: unknown; codes?: unknown } | undefined>
  const ids = new Set(read.instrument.items.map(({ id }) => id))
  for (const id of Object.keys(entries)) if (!ids.has(id)) faults.push({ file, line: 1, column: `columns.${id}`, fault: `there is no item ${id}` })
  const columns = Object.fromEntries(read.instrument.items.map((item) => {
    const entry = entries[item.id] ?? {}
    if (item.kind === 'several') faults.push({ file, line: 1, column: `items ${item.id}`, fault: 'items with several choices cannot be read from one column' })
    const given = Object.entries((entry.codes ?? {}) as Record<string, unknown>)
    const own = item.options.filter((option) => !given.some(([, code]) => code === option))
    const codes = new Map<string, number>([['', SKIPPED], ...own.map((option): [string, number] => [String(option), option])])
    for (const [text, code] of given) {
      if (typeof code === 'number' && Number.isInteger(code) && code >= 0 && code <= 99) codes.set(text, code)
      else faults.push({ file, line: 1, column: `columns.${item.id}.codes.${text}`, fault: 'should be a code from 0 to 99' })
    }
    return [item.id, { from: typeof entry.from === 'string' ? entry.from : item.id, codes }]
  }))
  return faults.length > 0 ? { faults } : { instrument: read.instrument, columns }
}

/** Line and column that the engine's message names, where it names a position. */
function placeOf(text: string, message: string): { line: number; column: string } {
  const position = /position (\d+)/.exec(message)
  if (!position) return { line: 1, column: '' }
  const before = text.slice(0, Number(position[1])).split('\n')
  return { line: before.length, column: String(before[before.length - 1]!.length + 1) }
}
