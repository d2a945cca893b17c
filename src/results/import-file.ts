// Reading the files of an earlier survey: a published table, or microdata with a mapping onto the questionnaire. Pure: text in, either what
// can be imported or every line and column at fault out. Separate so that both can be tested without a server.
import { readCsv } from '../areas/read-csv.ts'
import type { FileFault } from '../areas/wire.ts'
import { digestOf } from '../crypto/digest.ts'
import { itemHashes } from '../instrument/instrument.ts'
import type { Instrument, PublishedInstrument } from '../instrument/instrument.ts'
import { SKIPPED, isMissing } from '../instrument/item.ts'
import { toMicrodata } from '../instrument/microdata.ts'
import type { Microdata, Row } from '../instrument/microdata.ts'

export interface TableValue {
  item: string
  category: null
  domain: string
  value: number
  low: number | null
  high: number | null
  n: number | null
}

/** How the columns of a microdata file answer the questionnaire. */
export interface Mapping {
  label: string
  starts: string
  ends: string
  boundaryYear: number
  /** The language in which it was asked. */
  language: string
  /** Columns of the area and of the own weight (1 for all when there is none). */
  columns: { area: string; weight?: string }
  /** Item id -> column, and the codes found there -> codes of the item (or a missing code 96 to 99). */
  items: Readonly<Record<string, { column: string; codes?: Readonly<Record<string, number>> }>>
  /** Items asked in the very words of the questionnaire: only these are compared. */
  sameAs: readonly string[]
  /** Area -> persons in the frame and invited. */
  areas: Readonly<Record<string, { population: number; invited: number }>>
}

export type TableRead = { values: TableValue[] } | { faults: FileFault[] }

/** Columns item, area, value, lower, upper, n; limits and n may be empty (then a value is context and never tested). */
export function readTable(file: string): TableRead {
  const { rows, faults } = readCsv(file, ['item', 'area', 'value', 'lower', 'upper', 'n'])
  const seen = new Map<string, number>()
  const values = rows.map(({ line, cells }): TableValue => {
    const at = (column: string, fault: string) => void faults.push({ line, column, fault })
    const percent = (column: 'value' | 'lower' | 'upper') => {
      const number = Number(cells[column].replace(',', '.'))
      if (cells[column] === '' ? column === 'value' : !(number >= 0 && number <= 100)) at(column, 'use a number from 0 to 100')
      return cells[column] === '' ? null : number
    }
    for (const column of ['item', 'area'] as const) if (!/^[\w:-]{1,64}$/.test(cells[column])) at(column, 'use 1 to 64 letters, digits or hyphens')
    const key = `${cells.item} ${cells.area}`
    if (seen.has(key)) at('item', `this item and area stand on line ${seen.get(key)} already`)
    else seen.set(key, line)
    const [value, low, high] = [percent('value'), percent('lower'), percent('upper')]
    if ((low === null) !== (high === null)) at(low === null ? 'lower' : 'upper', 'give both limits or none')
    if (low !== null && high !== null && value !== null && !(low <= value && value <= high)) at('value', 'lies outside its limits')
    if (!/^\d*$/.test(cells.n)) at('n', 'use a whole number')
    return { item: cells.item, category: null, domain: cells.area, value: value ?? 0, low, high, n: cells.n === '' ? null : Number(cells.n) }
  })
  if (rows.length === 0 && faults.length === 0) faults.push({ line: 1, column: '', fault: 'the file has no rows' })
  return faults.length > 0 ? { faults } : { values }
}

export type MicrodataRead =
  | { microdata: Microdata; weights: Float64Array; instrument: Instrument; itemHashes: Record<string, Record<string, string>> }
  | { faults: FileFault[] }

/** Every cell must have a code that the mapping or the questionnaire knows; an empty cell is a skipped item. */
export async function readMicrodata(file: string, mapping: Mapping, published: PublishedInstrument): Promise<MicrodataRead> {
  const instrument = mappedInstrument(published.instrument, mapping)
  const columns = [...new Set([mapping.columns.area, ...(mapping.columns.weight ? [mapping.columns.weight] : []), ...Object.values(mapping.items).map(({ column }) => column)])]
  const { rows, faults } = readCsv(file, columns, { others: 'ignored' })
  for (const id of Object.keys(mapping.items)) {
    if (!instrument.items.some((item) => item.id === id)) faults.push({ line: 1, column: mapping.items[id]!.column, fault: `${id} is no item of the questionnaire` })
  }
  const weights = new Float64Array(rows.length)
  const read = rows.map(({ line, cells }, i): Row => {
    const at = (column: string, fault: string) => void faults.push({ line, column, fault })
    const stratum = cells[mapping.columns.area]!
    if (!Object.hasOwn(mapping.areas, stratum)) at(mapping.columns.area, 'this area is not in the mapping')
    weights[i] = mapping.columns.weight ? Number(cells[mapping.columns.weight]!.replace(',', '.')) : 1
    if (!(weights[i]! > 0 && Number.isFinite(weights[i]))) at(mapping.columns.weight ?? '', 'use a weight above 0')
    const answers = Object.fromEntries(instrument.items.map((item) => {
      const { column, codes } = mapping.items[item.id]!
      const cell = cells[column]!
      const code = cell === '' ? SKIPPED : (codes?.[cell] ?? (codes ? Number.NaN : Number(cell)))
      if (!isMissing(code) && !item.options.includes(code)) at(column, `${item.id} has no answer for this value`)
      return [item.id, item.kind === 'several' && !isMissing(code) ? [code] : code]
    }))
    return { stratum, mode: 'imported', language: mapping.language, phase: '0', answers }
  })
  if (rows.length === 0 && faults.length === 0) faults.push({ line: 1, column: '', fault: 'the file has no rows' })
  if (faults.length > 0) return { faults: faults.sort((a, b) => a.line - b.line) }
  return { microdata: toMicrodata(instrument, read), weights, instrument, itemHashes: { [mapping.language]: await hashesOf(published, instrument, mapping) } }
}

/** The questionnaire cut to what the file answers; routing does not apply to somebody else's survey. */
function mappedInstrument(instrument: Instrument, { items }: Mapping): Instrument {
  const kept = instrument.items.filter(({ id }) => Object.hasOwn(items, id)).map(({ askedIf: _, implied: __, ...item }) => item)
  const known = new Set(kept.map(({ id }) => id))
  return { ...instrument, id: 'imported', items: kept, scales: instrument.scales.filter((scale) => scale.items.every(({ id }) => known.has(id))) }
}

/** The item's own hash where it was asked in the same words; otherwise one that nothing else has, so that the page shows a break. */
async function hashesOf(published: PublishedInstrument, instrument: Instrument, { sameAs, label }: Mapping): Promise<Record<string, string>> {
  const own = await itemHashes(published)
  return Object.fromEntries(await Promise.all(instrument.items.map(async ({ id }) => [id, sameAs.includes(id) ? own[id]! : await digestOf({ label, id })] as const)))
}
