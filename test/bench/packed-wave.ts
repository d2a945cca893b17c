// A national wave as bytes, to hand it to a page: weights, strata, then per column its values and codes.
// Separate because the bench writes it in Node and the worker reads it in a browser.
import { surveyDesign } from '../../src/stats/design.ts'
import { AREAS, COUNTED, type NationalWave } from './national-job.ts'

/** Header of n and per column its length of values (32 bits each, padded to 8 bytes), then the arrays, widest first. */
export function packWave({ design, columns }: NationalWave): Uint8Array {
  const header = Uint32Array.of(design.n, ...columns.map(({ values }) => values.length), ...(columns.length % 2 === 0 ? [0] : []))
  const parts = [header, design.weights, ...columns.map(({ values }) => values), design.stratum, ...columns.map(({ codes }) => Uint8Array.from(codes))]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += part.byteLength
  }
  return bytes
}

/** The wave again, as views of the bytes. */
export function unpackWave(bytes: ArrayBuffer): NationalWave {
  const counts = COUNTED.length
  const header = new Uint32Array(bytes, 0, 1 + counts + (counts % 2 === 0 ? 1 : 0))
  let at = header.byteLength
  const take = <T>(make: new (buffer: ArrayBuffer, at: number, length: number) => T, length: number, width: number): T => {
    const part = new make(bytes, at, length)
    at += length * width
    return part
  }
  const n = header[0]!
  const weights = take(Float64Array, n, 8)
  const values = COUNTED.map((_, k) => take(Float64Array, header[1 + k]!, 8))
  const stratum = take(Int32Array, n, 4)
  const columns = values.map((each) => ({ codes: take(Uint8Array, n, 1), levels: each.length, values: each }))
  return { design: surveyDesign({ weights, stratum, strata: AREAS }), columns }
}
