// The count of a closed wave: sealed rows in, kept rows and numbers out, the same on every run and for a second analyst, however the
// rows arrive and whoever opens them. Separate from the file format, so that a count can be checked without freezing it.
import { canonicalJson, concat, hex, sha256, unhex, utf8 } from '../crypto/digest.ts'
import { manifestDigest } from '../crypto/manifest.ts'
import { sealedSetDigest } from '../crypto/sealed-set.ts'
import type { SealedRow } from '../crypto/sealed-set.ts'
import type { Row } from '../instrument/microdata.ts'
import { INVALID_REASONS } from './invalid-reasons.ts'
import type { InvalidReason } from './invalid-reasons.ts'
import { openRows } from './open-row.ts'
import type { CountKeys, RowReading } from './open-row.ts'

/** The numbers of a count: received = counted + duplicate + all invalid (of which `moved` is one). */
export interface Tally {
  received: number
  counted: number
  duplicate: number
  invalid: Record<InvalidReason, number>
  /** Counted, per stratum id, every stratum of the manifest. */
  strata: Record<string, number>
}

export interface Count {
  /** Kept rows, in the order of SHA-256(salt || row). */
  rows: Row[]
  tally: Tally
  /** What was counted: number and digest of the sealed rows. */
  sealedSet: { count: number; digest: string }
}

export interface CountOptions {
  /** Opens one batch; default: here. A worker pool posts the batch and the keys instead. */
  openBatch?: (rows: SealedRow[], keys: CountKeys) => Promise<RowReading[]>
  /** Rows in one batch. */
  batchSize?: number
  /** Batches under way at once: the size of the pool. */
  parallel?: number
  /** Called after every batch with the number of rows opened so far. */
  onProgress?: (opened: number) => void
  signal?: AbortSignal
}

/** Counts sealed rows. Rejects with the signal's reason when cancelled; nothing is left behind, a new run gives the same. */
export async function countRows(rows: Iterable<SealedRow> | AsyncIterable<SealedRow>, keys: CountKeys, options: CountOptions = {}): Promise<Count> {
  const all: SealedRow[] = []
  for await (const row of rows) all.push(row)
  const sealedSet = await sealedSetDigest(all)
  const salt = await saltOf(await manifestDigest(keys.manifest), sealedSet.digest)
  const readings = await openAll(all, keys, options)
  return { ...(await counted(readings, keys, salt)), sealedSet }
}

async function openAll(rows: readonly SealedRow[], keys: CountKeys, options: CountOptions): Promise<RowReading[]> {
  const { openBatch = openRows, batchSize = 32, parallel = 1, onProgress, signal } = options
  const readings: RowReading[] = new Array(rows.length)
  let next = 0
  let opened = 0
  async function lane(): Promise<void> {
    while (next < rows.length) {
      signal?.throwIfAborted()
      const start = next
      next += batchSize
      const batch = await openBatch(rows.slice(start, start + batchSize), keys)
      if (batch.length !== Math.min(batchSize, rows.length - start)) throw new RangeError('countRows requires a reading for every row of a batch')
      batch.forEach((reading, i) => (readings[start + i] = reading))
      opened += batch.length
      onProgress?.(opened)
      // Lets the page draw and the cancel button work.
      await new Promise((resolve) => setTimeout(resolve))
    }
  }
  await Promise.all(Array.from({ length: parallel }, lane))
  signal?.throwIfAborted()
  return readings
}

/**
 * What sorts the rows. Derived, not drawn, so that a second analyst gets the same file; from the whole sealed set, so that nobody
 * could have chosen answers for a place in the order before the wave closed. It need not be secret: a row's place then follows from
 * its own content and this set, and tells nothing about when it came.
 */
async function saltOf(manifest: string, sealedSet: string): Promise<Uint8Array> {
  return sha256(concat(utf8('nulmeting row order 1\n'), unhex(manifest), unhex(sealedSet)))
}

async function counted(readings: readonly RowReading[], { manifest }: CountKeys, salt: Uint8Array): Promise<Pick<Count, 'rows' | 'tally'>> {
  const invalid = Object.fromEntries(INVALID_REASONS.map((reason) => [reason, 0])) as Tally['invalid']
  const strata = Object.fromEntries(manifest.strata.map(({ id }) => [id, 0]))
  const kept = new Map<string, { place: string; row: Row }>()
  let duplicate = 0
  for (const reading of readings) {
    if ('invalid' in reading) {
      invalid[reading.invalid] += 1
      continue
    }
    const { spent, row } = reading
    const place = hex(await sha256(concat(salt, utf8(canonicalJson(row)))))
    const known = kept.get(spent)
    if (known) duplicate += 1
    // Two rows with one credential: which was first is not known, so the choice rests on content, not on the order they came in.
    if (!known || place < known.place) kept.set(spent, { place, row })
  }
  const sorted = [...kept.values()].sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0)).map(({ row }) => row)
  for (const { stratum } of sorted) strata[stratum]! += 1
  return { rows: sorted, tally: { received: readings.length, counted: sorted.length, duplicate, invalid, strata } }
}
