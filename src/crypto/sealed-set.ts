// The digest of a set of sealed rows, whatever their order: what the count records before it opens anything, and what intake must
// still have before it may be destroyed. In this room because server and analyst's device both compute it.
import { concat, hex, sha256 } from './digest.ts'

/** What intake holds of one response. */
export interface SealedRow {
  /** 32 bytes: the spent digest of the credential. */
  spent: Uint8Array
  /** sealedSize(manifest.paddedSize) bytes. */
  sealed: Uint8Array
}

/** Number of rows and hex SHA-256 over the sorted SHA-256(spent digest || sealed bytes) of all. Holds 64 characters a row in memory. */
export async function sealedSetDigest(rows: Iterable<SealedRow> | AsyncIterable<SealedRow>): Promise<{ count: number; digest: string }> {
  const leaves: string[] = []
  for await (const { spent, sealed } of rows) {
    // A fixed length in front keeps one split of the bytes from passing for another.
    if (spent.length !== 32) throw new RangeError('sealedSetDigest requires spent digests of 32 bytes')
    leaves.push(hex(await sha256(concat(spent, sealed))))
  }
  const digest = await sha256(new TextEncoder().encode(leaves.sort().join('\n')))
  return { count: leaves.length, digest: hex(digest) }
}
