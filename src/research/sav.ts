// An SPSS system file, written directly: value labels, user-missing codes 96 to 99, a weight, UTF-8, long names, strings of any length.
// Own code, because the one package for it writes missing as 0. The format as PSPP documents it; PSPP reads the result back in the tests.
import { concat, utf8 } from '../crypto/digest.ts'
import { NOT_ASKED, PREFER_NOT } from '../instrument/item.ts'
import { WEIGHT } from './data-set.ts'
import type { DataSet, Variable } from './data-set.ts'
import { float64s, int32s, padded, record, text } from './sav-bytes.ts'

/** Most bytes of one string variable, and how a longer one is cut into several. */
const CHUNK = 255
const STEP = 252
/** System-missing: the lowest finite number. */
const SYSMIS = -Number.MAX_VALUE
const SECOND_LOWEST = -1.7976931348623155e308

interface Column extends Variable {
  /** Eight characters, unique: what old readers see. */
  short: string
  /** Bytes of the longest text; 0 for numbers. */
  width: number
}

/** Widths of the variables a string is stored as: one up to 255 bytes, several above. */
function segments(width: number): number[] {
  if (width <= CHUNK) return [width]
  const count = Math.ceil(width / STEP)
  return Array.from({ length: count }, (_, i) => (i < count - 1 ? CHUNK : width - i * STEP))
}

const elements = (width: number): number => (width === 0 ? 1 : Math.ceil(width / 8))

/** The file. `created`: the day it was made, for the header. */
export function savFile({ title, n, variables }: DataSet, created: Date): Uint8Array<ArrayBuffer> {
  const columns = variables.map((variable, index): Column => ({ ...variable, short: `V${index + 1}`.padEnd(8), width: textWidth(variable) }))
  const places = new Map<string, number>()
  let size = 0
  for (const column of columns) {
    places.set(column.name, size + 1)
    size += segments(column.width).reduce((sum, width) => sum + elements(width), 0)
  }
  return concat(
    header(title, size, n, places.get(WEIGHT) ?? 0, created),
    ...columns.flatMap(variableRecords),
    ...columns.flatMap((column) => valueLabels(column, places.get(column.name)!)),
    ...extensions(columns),
    int32s(999, 0),
    cases(columns, n, size),
  )
}

function header(title: string, size: number, n: number, weight: number, created: Date): Uint8Array {
  const day = `${String(created.getUTCDate()).padStart(2, '0')} ${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][created.getUTCMonth()]} ${String(created.getUTCFullYear()).slice(2)}`
  return concat(text('$FL2', 4), text('@(#) SPSS DATA FILE Nulmeting', 60), int32s(2, size, 0, weight, n), float64s(100), text(day, 9), text('00:00:00', 8), text(title, 64), new Uint8Array(3))
}

function variableRecords(column: Column): Uint8Array[] {
  return segments(column.width).flatMap((width, segment) => {
    const first = segment === 0
    const label = first ? utf8(cut(column.label, 250)) : new Uint8Array(0)
    const format = width === 0 ? (5 << 16) | (8 << 8) | (column.values instanceof Float64Array ? 4 : 0) : (1 << 16) | (Math.min(width, CHUNK) << 8)
    const missing = first && column.missing
    return [
      // -2: a range of values that count as missing.
      concat(int32s(2, width, label.length > 0 ? 1 : 0, missing ? -2 : 0, format, format), text(first ? column.short : segmentName(column.short, segment), 8),
        label.length > 0 ? concat(int32s(label.length), padded(label, 4)) : new Uint8Array(0), missing ? float64s(NOT_ASKED, PREFER_NOT) : new Uint8Array(0)),
      // A string continues in one record for every further eight bytes.
      ...Array.from({ length: elements(width) - 1 }, () => concat(int32s(2, -1, 0, 0, 0, 0), text('', 8))),
    ]
  })
}

function valueLabels({ words }: Column, place: number): Uint8Array[] {
  const entries = Object.entries(words)
  if (entries.length === 0) return []
  const labels = entries.map(([code, word]) => {
    const bytes = utf8(cut(word, 120))
    return concat(float64s(Number(code)), padded(concat(Uint8Array.of(bytes.length), bytes), 8))
  })
  return [concat(int32s(3, entries.length), ...labels, int32s(4, 1, place))]
}

function extensions(columns: readonly Column[]): Uint8Array[] {
  const long = columns.filter(({ width }) => width > CHUNK)
  const measures = columns.flatMap(({ level, width }) => segments(width).map((part) => [{ nominal: 1, ordinal: 2, scale: 3 }[level], Math.min(Math.max(part, 8), 40), part === 0 ? 1 : 0]))
  return [
    // Version, machine, IEEE 754, no compression, little-endian, UTF-8.
    record(3, 4, int32s(1, 0, 0, -1, 1, 1, 2, 65001)),
    record(4, 8, float64s(SYSMIS, Number.MAX_VALUE, SECOND_LOWEST)),
    record(11, 4, int32s(...measures.flat())),
    record(13, 1, utf8(columns.map(({ short, name }) => `${short.trim()}=${name}`).join('\t'))),
    ...(long.length > 0 ? [record(14, 1, utf8(long.map(({ short, width }) => `${short.trim()}=${String(width).padStart(5, '0')}\0\t`).join('')))] : []),
    record(20, 1, utf8('UTF-8')),
  ]
}

/** Every row, one after another, in one buffer: a number or a piece of text at a time. */
function cases(columns: readonly Column[], n: number, size: number): Uint8Array {
  const bytes = new Uint8Array(n * size * 8).fill(0x20)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (let row = 0; row < n; row += 1) {
    for (const { values, width } of columns) {
      if (width === 0) {
        const value = values[row] as number
        view.setFloat64(at, Number.isNaN(value) ? SYSMIS : value, true)
        at += 8
        continue
      }
      const written = utf8(values[row] as string)
      for (const [segment, part] of segments(width).entries()) {
        bytes.set(written.subarray(segment * CHUNK, (segment + 1) * CHUNK), at)
        at += elements(part) * 8
      }
    }
  }
  return bytes
}

function textWidth({ values }: Variable): number {
  if (values instanceof Int16Array || values instanceof Float64Array) return 0
  return values.reduce((widest, value) => Math.max(widest, utf8(value).length), 1)
}

/** V12, second part: V12_2 in eight characters. */
function segmentName(short: string, segment: number): string {
  return `${short.trim().slice(0, 5)}_${segment + 1}`.padEnd(8)
}

/** At most so many bytes of UTF-8, whole characters only. */
function cut(value: string, bytes: number): string {
  let kept = value
  while (utf8(kept).length > bytes) kept = [...kept].slice(0, -1).join('')
  return kept
}
