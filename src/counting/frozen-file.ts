// The frozen wave as a Parquet file: the counted rows as columns, nothing else, byte for byte the same for the same rows. Parquet, so
// that R, Python or a spreadsheet opens it in ten years without this product. Separate from sealing: the digest that a second
// analyst must reach is the one of these bytes.
import { parquetMetadata, parquetRead } from 'hyparquet'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { toMicrodata } from '../instrument/microdata.ts'
import type { Microdata, Row } from '../instrument/microdata.ts'
import type { Instrument } from '../instrument/instrument.ts'

/** What the file says about itself. */
export interface FrozenHead {
  wave: string
  /** Hex manifest digest. */
  manifest: string
  /** Instrument id and version, as `core 1`. */
  instrument: string
}

/** The bytes are not a frozen wave of this format. */
export class NotFrozenWave extends Error {
  override name = 'NotFrozenWave'
}

const FORMAT = '1'

/** Counted rows, in the given order, as Parquet: labels as strings, codes as 32-bit integers, no nulls. */
export function frozenFile(instrument: Instrument, rows: readonly Row[], about: Pick<FrozenHead, 'wave' | 'manifest'>): Uint8Array<ArrayBuffer> {
  const { labels, codes } = toMicrodata(instrument, rows)
  const head: FrozenHead = { ...about, instrument: `${instrument.id} ${instrument.version}` }
  const columnData = [
    ...Object.entries(labels).map(([name, data]) => ({ name, data, type: 'STRING' as const, nullable: false })),
    ...Object.entries(codes).map(([name, data]) => ({ name, data: Int32Array.from(data), type: 'INT32' as const, nullable: false })),
  ]
  const kvMetadata = Object.entries({ format: FORMAT, ...head }).map(([key, value]) => ({ key, value }))
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, createdBy: 'nulmeting frozen wave 1' }))
}

/** Microdata and head of a frozen file; NotFrozenWave when the bytes are something else. */
export async function readFrozenFile(bytes: Uint8Array): Promise<{ microdata: Microdata; head: FrozenHead }> {
  const file = bytes.slice().buffer
  try {
    const metadata = parquetMetadata(file)
    const said = Object.fromEntries((metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value ?? '']))
    const { format, wave, manifest, instrument } = said
    if (format !== FORMAT || !wave || !manifest || !instrument) throw new NotFrozenWave('not a frozen wave')
    const n = Number(metadata.num_rows)
    const microdata: Microdata = { n, labels: {}, codes: {} }
    for (const { name, type } of metadata.schema.slice(1)) {
      if (type === 'INT32') microdata.codes[name] = new Int16Array(n)
      else microdata.labels[name] = new Array<string>(n).fill('')
    }
    await parquetRead({
      file,
      metadata,
      onChunk({ columnName, columnData, rowStart }) {
        const column = microdata.codes[columnName] ?? microdata.labels[columnName]!
        for (let i = 0; i < columnData.length; i += 1) column[rowStart + i] = columnData[i]
      },
    })
    return { microdata, head: { wave, manifest, instrument } }
  } catch {
    throw new NotFrozenWave('not a frozen wave')
  }
}
