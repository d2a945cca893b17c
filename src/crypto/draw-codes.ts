// Drawing invite codes on the coordinator's device, where the stratum of a code is derived from its hash and codes are drawn until
// every stratum has its number. Separate from invite-code.ts because it hashes synchronously, with a library no phone should load.
import { sha256 } from '@noble/hashes/sha2.js'
import { CROCKFORD } from './crockford.ts'
import { concat, hex, unhex, utf8 } from './digest.ts'
import { checkCharacter, stratumOf } from './invite-code.ts'

/** One drawn code and its hash (hex), as the coordinator's device keeps and sends it. */
export interface DrawnCode {
  code: string
  codeHash: string
}

/** A new random code: 60 bits and the check character. */
export function newCode(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes)): string {
  // 256 is a multiple of 32: the low five bits of a random byte are uniform.
  const data = Array.from(random(new Uint8Array(12)), (byte) => CROCKFORD[byte & 31]).join('')
  return data + checkCharacter(data)
}

/**
 * Codes for every stratum, all different: `counts[i]` codes whose hash falls in stratum i of counts.length. Codes that fall where
 * none is wanted any more are thrown away, so each stratum's codes are uniform among those that are its own.
 */
export function newCodes(manifestDigest: string, counts: readonly number[], draw: () => string = newCode): DrawnCode[][] {
  if (counts.some((count) => !Number.isInteger(count) || count < 0)) throw new RangeError('newCodes requires counts of 0 or more')
  const prefix = unhex(manifestDigest)
  const drawn: DrawnCode[][] = counts.map(() => [])
  const seen = new Set<string>()
  let missing = counts.reduce((sum, count) => sum + count, 0)
  while (missing > 0) {
    const code = draw()
    const codeHash = hex(sha256(concat(prefix, utf8(code))))
    const stratum = stratumOf(codeHash, counts.length)
    if (drawn[stratum]!.length >= counts[stratum]! || seen.has(code)) continue
    seen.add(code)
    drawn[stratum]!.push({ code, codeHash })
    missing -= 1
  }
  return drawn
}
