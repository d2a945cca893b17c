// The Merkle tree hash of RFC 6962 section 2.1 over SHA-256: one root for all published rows of an edition, so that a row can be
// shown to belong to it. Separate because no phone needs it.
import { sha256 } from '@noble/hashes/sha2.js'
import { concat } from './digest.ts'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** The root over leaves in the given order: SHA-256 of nothing for none; leaves and nodes are hashed with different first bytes. */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0))
  return rootOfLeaves(leaves.map(leafHash))
}

/** The hash of one leaf. */
export function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256(concat(LEAF, leaf))
}

/** The root over leaf hashes in the given order. */
export function rootOfLeaves(hashes: readonly Uint8Array[]): Uint8Array {
  return hashes.length === 0 ? sha256(new Uint8Array(0)) : rootOf(hashes)
}

/** The largest power of two below the number of leaves goes left (RFC 6962: k < n <= 2k). */
function rootOf(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 1) return hashes[0]!
  let left = 1
  while (left * 2 < hashes.length) left *= 2
  return sha256(concat(NODE, rootOf(hashes.slice(0, left)), rootOf(hashes.slice(left))))
}
