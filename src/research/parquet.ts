// The same data as Parquet, for R, Python and whatever comes after: numbers as numbers, text as text, missing derived values as null.
// Separate from the frozen file, whose bytes are fixed by a digest; this one may leave areas out.
import { parquetWriteBuffer } from 'hyparquet-writer'
import type { DataSet } from './data-set.ts'

export function parquetFile({ title, variables }: DataSet): Uint8Array<ArrayBuffer> {
  const columnData = variables.map(({ name, values }) => {
    if (values instanceof Int16Array) return { name, data: Int32Array.from(values), type: 'INT32' as const, nullable: false }
    if (values instanceof Float64Array) return { name, data: Array.from(values, (value) => (Number.isNaN(value) ? null : value)), type: 'DOUBLE' as const, nullable: true }
    return { name, data: [...values], type: 'STRING' as const, nullable: false }
  })
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata: [{ key: 'title', value: title }], createdBy: 'nulmeting export 1' }))
}
