// The small pieces an SPSS system file is made of: little-endian numbers, padded text, extension records.
// Separate from sav.ts, which says what a file holds, not how a number is laid down.
import { concat, utf8 } from '../crypto/digest.ts'

export function int32s(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4)
  const view = new DataView(bytes.buffer)
  values.forEach((value, i) => view.setInt32(i * 4, value, true))
  return bytes
}

export function float64s(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 8)
  const view = new DataView(bytes.buffer)
  values.forEach((value, i) => view.setFloat64(i * 8, value, true))
  return bytes
}

/** Text in exactly so many bytes: cut at a whole character, filled with spaces. */
export function text(value: string, length: number): Uint8Array {
  let kept = value
  while (utf8(kept).length > length) kept = [...kept].slice(0, -1).join('')
  return padded(utf8(kept), 1, length, 0x20)
}

/** Bytes filled up to a multiple, or to a length. */
export function padded(bytes: Uint8Array, multiple: number, length = Math.ceil(bytes.length / multiple) * multiple, fill = 0): Uint8Array {
  const whole = new Uint8Array(length).fill(fill)
  whole.set(bytes.subarray(0, length))
  return whole
}

/** An extension record (type 7): subtype, size of an element, how many, data. */
export function record(subtype: number, size: number, data: Uint8Array): Uint8Array {
  return concat(int32s(7, subtype, size, data.length / size), data)
}
