// What the server secret protects: stored HMACs and wrapped issuer keys are useless without it, and a decoy is uniform and stable.
import { describe, expect, it } from 'vitest'
import { newIssuerKey } from '../../src/crypto/issuer-key.ts'
import { codeHmac, decoyFor } from '../../src/sample/code-hmac.ts'
import { unwrap, wrap } from '../../src/sample/wrap.ts'
import { modulusOfSpki } from '../support/blinder.ts'

const secret = new Uint8Array(32).fill(7)
const other = new Uint8Array(32).fill(8)
const code = 'ab'.repeat(32)

describe('what is stored of an invite', () => {
  it('is another value under another secret, and the same under the same', async () => {
    expect(await codeHmac(secret, code)).toEqual(await codeHmac(secret, code))
    expect(await codeHmac(secret, code)).not.toEqual(await codeHmac(other, code))
    expect(Buffer.from(await codeHmac(secret, code)).toString('hex')).not.toBe(code)
  })
})

describe('a wrapped issuer key', () => {
  it('does not open with another secret, wave or stratum, or with a bit flipped', async () => {
    const pkcs8 = crypto.getRandomValues(new Uint8Array(1200))
    const wrapped = await wrap(secret, 'wave-a', 3, pkcs8)
    await expect(unwrap(other, 'wave-a', 3, wrapped)).rejects.toThrow()
    await expect(unwrap(secret, 'wave-b', 3, wrapped)).rejects.toThrow()
    await expect(unwrap(secret, 'wave-a', 4, wrapped)).rejects.toThrow()
    await expect(unwrap(secret, 'wave-a', 3, wrapped.map((byte, i) => (i === 40 ? byte ^ 1 : byte)))).rejects.toThrow()
    expect(await unwrap(secret, 'wave-a', 3, wrapped)).toEqual(pkcs8)
  })
})

describe('the answer to a used or unknown code (attack 12)', () => {
  it('lies below the modulus and as often in its upper half as a signature does', async () => {
    const { spki } = await newIssuerKey()
    const { n } = await modulusOfSpki(spki)
    const values = await Promise.all(Array.from({ length: 200 }, async (_, i) => {
      const blinded = new Uint8Array(256).fill(i)
      return BigInt(`0x${Buffer.from(await decoyFor(secret, code, blinded, spki)).toString('hex')}`)
    }))
    expect(values.every((value) => value < n)).toBe(true)
    expect(new Set(values).size).toBe(200)
    // Binomial(200, 1/2): within five standard deviations.
    const upper = values.filter((value) => value > n / 2n).length
    expect(Math.abs(upper - 100)).toBeLessThan(36)
  })
})
