// The keys under which a month's database keeps threads and parts: 63 bits of a digest, so that rows are found without an index and lie in an
// order that says nothing. Separate because receiving, polling, reading and removing must compute the very same.
import { sha256 } from '@noble/hashes/sha2.js'
import { concat, utf8 } from '../crypto/digest.ts'

export type PartKind = 'text' | 'reporter' | 'officer'

/** Of a thread, from the digest of its locator (32 bytes): 1 to 2^63 - 1. */
export function threadKeyOf(locatorDigest: Uint8Array): bigint {
  return sixtyThreeBits(locatorDigest)
}

/** Of one part of a text, or one message by its number. */
export function partKeyOf(thread: bigint, kind: PartKind, number: number): bigint {
  return sixtyThreeBits(sha256(concat(utf8(`part ${kind} ${number} `), utf8(String(thread)))))
}

/** A random key, where a statement needs one that finds nothing. */
export function randomKey(): bigint {
  return sixtyThreeBits(crypto.getRandomValues(new Uint8Array(8)))
}

function sixtyThreeBits(digest: Uint8Array): bigint {
  const view = new DataView(digest.buffer, digest.byteOffset, 8)
  return (view.getBigUint64(0) >> 1n) || 1n
}
