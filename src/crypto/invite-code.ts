// Invite codes: 12 Crockford characters (60 bits) and a check character. Part of a phone's first view, so WebCrypto only;
// drawing codes stands in draw-codes.ts. A code never leaves the phone and the coordinator's device: the server sees codeHash.
import { CROCKFORD, crockfordTyped } from './crockford.ts'
import { concat, hex, sha256, unhex, utf8 } from './digest.ts'

/** What was typed: the code in its one spelling (13 characters), or the mistake. `found` is the character or the length at fault. */
export type CodeReading =
  | { code: string }
  | { mistake: 'empty' | 'check' }
  | { mistake: 'character'; found: string; position: number }
  | { mistake: 'length'; found: number }

/** Reads a code as people type or paste it; says which mistake before anything is sent. Positions count from 1. */
export function parseCode(text: string): CodeReading {
  const typed = [...crockfordTyped(text)]
  if (typed.length === 0) return { mistake: 'empty' }
  const strange = typed.findIndex((character) => !CROCKFORD.includes(character))
  if (strange >= 0) return { mistake: 'character', found: typed[strange]!, position: strange + 1 }
  if (typed.length !== 13) return { mistake: 'length', found: typed.length }
  const code = typed.join('')
  return checkCharacter(code.slice(0, 12)) === code[12] ? { code } : { mistake: 'check' }
}

/** Reads the wave's 4-character label as typed; null when it cannot be one. */
export function parseLabel(text: string): string | null {
  const label = crockfordTyped(text)
  return /^[0-9A-HJKMNP-TV-Z]{4}$/.test(label) ? label : null
}

/**
 * The check character over 12 characters: the sum of character times a power of x in GF(32) = GF(2)[x]/(x^5 + x^2 + 1).
 * Every position has another weight, so every single wrong character and every swap of two is caught.
 */
export function checkCharacter(data: string): string {
  let sum = 0
  for (const character of data) {
    sum ^= CROCKFORD.indexOf(character)
    sum = sum & 16 ? ((sum << 1) & 31) ^ 5 : sum << 1
  }
  return CROCKFORD[sum]!
}

/** The code as printed: 4, 4 and 5 characters. */
export function printedCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`
}

/** The letter's fragment, without '#': the manifest's reference, a dot, the code. */
export function fragmentOf(reference: string, code: string): string {
  return `${reference}.${code}`
}

/** The two parts of a fragment ('#' allowed); null when it is not one. The code is still to be read by parseCode. */
export function parseFragment(fragment: string): { reference: string; typed: string } | null {
  const parts = /^#?([0-9a-f]{16})\.(.{1,64})$/i.exec(fragment)
  return parts && { reference: parts[1]!.toLowerCase(), typed: parts[2]! }
}

/** Hex SHA-256(manifest digest || the 13 characters of the code): the only form in which a code reaches the server. */
export async function codeHash(manifestDigest: string, code: string): Promise<string> {
  return hex(await sha256(concat(unhex(manifestDigest), utf8(code))))
}

/**
 * The index of a code's stratum in the manifest, from its hash alone: the first 6 bytes modulo the number of strata. So the
 * check request tells nothing, no server can move an invite, and an unknown code looks like any other. The bias is under 2^-40.
 */
export function stratumOf(codeHash: string, strataCount: number): number {
  if (!/^[0-9a-f]{64}$/.test(codeHash)) throw new RangeError('stratumOf requires a hex SHA-256')
  if (!(strataCount >= 1 && strataCount <= 256)) throw new RangeError('stratumOf requires 1 to 256 strata')
  return parseInt(codeHash.slice(0, 12), 16) % strataCount
}
