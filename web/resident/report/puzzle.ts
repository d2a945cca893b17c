// The proof of work a phone does before it sends a report: counters are tried until a derived key begins as the server asks
// (the challenge of altcha-lib 2, PBKDF2 with a 32-bit big-endian counter behind the nonce). Own and small because the library's solver would
// weigh more than the rest of the page; a test solves its challenges and lets it verify them. Separate from the worker that runs it.
import { concat, hex, unhex } from '../../../src/crypto/digest.ts'

export interface Puzzle {
  algorithm: string
  nonce: string
  salt: string
  cost: number
  keyLength: number
  keyPrefix: string
}

export interface PuzzleSolution {
  counter: number
  derivedKey: string
}

/** Tries until a new challenge is worth more than this one: minutes on the slowest phone. */
const MOST_TRIES = 50_000

/** Solves a puzzle. RangeError when it is of another kind, or was tried too often. */
export async function solvePuzzle({ algorithm, nonce, salt, cost, keyLength, keyPrefix }: Puzzle): Promise<PuzzleSolution> {
  if (algorithm !== 'PBKDF2/SHA-256' || keyPrefix === '') throw new RangeError('solvePuzzle requires PBKDF2/SHA-256 and a prefix')
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: unhex(salt), iterations: cost }
  for (let counter = 0; counter < MOST_TRIES; counter += 1) {
    const password = concat(unhex(nonce), Uint8Array.of(counter >>> 24, (counter >>> 16) & 255, (counter >>> 8) & 255, counter & 255))
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const derivedKey = hex(new Uint8Array(await crypto.subtle.deriveBits(parameters, key, keyLength * 8)))
    if (derivedKey.startsWith(keyPrefix.toLowerCase())) return { counter, derivedKey }
  }
  throw new RangeError('solvePuzzle found no solution')
}
