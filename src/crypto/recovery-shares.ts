// The recovery key in three parts of which any two are enough (Shamir; `shamir-secret-sharing`, audited by Cure53 and Zellic), for a municipality
// that wants no single safe to open its reports. Separate from key-sheet.ts, which is one sheet that is enough by itself.
// A part on paper: 33 bytes and 2 of their SHA-256 in Crockford characters, fourteen groups of four.
import { identityToRecipient } from 'age-encryption'
import { combine, split } from 'shamir-secret-sharing'
import { identityOf, secretOf } from './age-identity.ts'
import { CROCKFORD, crockfordTyped, inCrockford } from './crockford.ts'
import { concat, sha256 } from './digest.ts'

const SHARES = 3
const NEEDED = 2
const SHARE_BYTES = 33
const CHARACTERS = ((SHARE_BYTES + 2) * 8) / 5

/** What was typed. Positions of parts count from 1. */
export type SharesReading = { identity: string } | { mistake: 'part'; position: number } | { mistake: 'same' | 'other-key' }

/** Three parts of an identity, to print on three sheets. */
export async function recoveryShares(identity: string): Promise<string[]> {
  return Promise.all((await split(secretOf(identity), SHARES, NEEDED)).map(async (share) => {
    const whole = concat(share, (await sha256(share)).subarray(0, 2))
    return inCrockford(whole).match(/.{4}/g)!.join(' ')
  }))
}

/** Puts two parts together and looks that they are of the key with this recipient; null: of whichever, then nothing shows that they belong together. */
export async function readShares(typed: readonly [string, string], recipient: string | null): Promise<SharesReading> {
  const shares = await Promise.all(typed.map(shareOf))
  const unreadable = shares.findIndex((share) => share === null)
  if (unreadable >= 0) return { mistake: 'part', position: unreadable + 1 }
  const [first, second] = shares as [Uint8Array, Uint8Array]
  // The last byte of a share says which of the three it is.
  if (first[SHARE_BYTES - 1] === second[SHARE_BYTES - 1]) return { mistake: 'same' }
  const identity = identityOf(await combine([first, second]))
  return recipient === null || (await identityToRecipient(identity)) === recipient ? { identity } : { mistake: 'other-key' }
}

async function shareOf(text: string): Promise<Uint8Array | null> {
  const characters = crockfordTyped(text)
  if (characters.length !== CHARACTERS || [...characters].some((one) => !CROCKFORD.includes(one))) return null
  const bits = [...characters].map((one) => CROCKFORD.indexOf(one).toString(2).padStart(5, '0')).join('')
  const whole = Uint8Array.from(bits.match(/.{8}/g)!, (byte) => parseInt(byte, 2))
  const share = whole.slice(0, SHARE_BYTES)
  const check = await sha256(share)
  return whole[SHARE_BYTES] === check[0] && whole[SHARE_BYTES + 1] === check[1] ? share : null
}
