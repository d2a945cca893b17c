// The hash chain of the audit: every entry's hash takes in the one before, so that a changed, dropped or inserted entry shows.
// Separate because the audit computes it and an outsider checks it with the same line.
import { digestOf } from './digest.ts'

/** What stands before the first entry. */
export const AUDIT_START = '0'.repeat(64)

/** Hex SHA-256 over the canonical JSON of the previous hash and the entry. RangeError when prev is not a hash. */
export async function auditHash(prev: string, entry: unknown): Promise<string> {
  if (!/^[0-9a-f]{64}$/.test(prev)) throw new RangeError('auditHash requires the hex hash of the entry before')
  return digestOf({ entry, prev })
}

/** The index of the first entry whose hash does not follow from the one before, or null when the chain holds. */
export async function auditBreak(chain: readonly { hash: string; entry: unknown }[], start: string = AUDIT_START): Promise<number | null> {
  let prev = start
  for (const [index, { hash, entry }] of chain.entries()) {
    if ((await auditHash(prev, entry)) !== hash) return index
    prev = hash
  }
  return null
}
