// Protects: that what the phone blinds and the server signs is RFC 9474, that anybody verifies it with plain RSA-PSS, and that a
// signature which is not ours is refused. Constants: RFC 9474 Appendix A.
import { describe, expect, it } from 'vitest'
import { integer, octets, power65537 } from '../../src/crypto/blinded-value.ts'
import { CredentialInvalid, blind, dummyCredential, finalize, spentDigest, verify } from '../../src/crypto/credential.ts'
import { base64url, unbase64url } from '../../src/crypto/base64url.ts'
import { concat, unhex } from '../../src/crypto/digest.ts'
import { newIssuerKey } from '../../src/crypto/issuer-key.ts'
import { nodeSigner } from '../../src/signer-node.ts'
import { fastBlind, fastCredential, fastFinalize, inverseMod, pssEncode } from '../support/blinder.ts'
import { jwk, n, pkcs8, vector } from '../support/rfc9474.ts'

const key = await newIssuerKey()
const signer = nodeSigner()

describe('a credential', () => {
  it('refuses a signature of another stratum, a random one, and one of another blinding', async () => {
    const other = await newIssuerKey()
    const blinding = await blind(key.spki)
    const blinded = unbase64url(blinding.blinded)
    const strange = [
      await signer.sign(other.pkcs8, octets(integer(blinded) >> 2n, 256)),
      crypto.getRandomValues(new Uint8Array(256)),
      await signer.sign(key.pkcs8, unbase64url((await blind(key.spki)).blinded)),
      new Uint8Array(255),
    ]
    for (const signature of strange) await expect(finalize(key.spki, blinding, signature)).rejects.toThrow(CredentialInvalid)
  })

  it('attack 8: verifies no altered, short, long or foreign credential', async () => {
    const good = await fastCredential(signer, key.pkcs8, key.spki)
    const signature = unbase64url(good.signature)
    const flipped = signature.slice()
    flipped[17]! ^= 1
    const bad = [
      { ...good, message: base64url(crypto.getRandomValues(new Uint8Array(32))) },
      { ...good, message: base64url(concat(unbase64url(good.message), Uint8Array.of(0))) },
      { ...good, signature: base64url(flipped) },
      { ...good, signature: base64url(signature.subarray(1)) },
      { ...good, signature: base64url(concat(Uint8Array.of(0), signature)) },
      { ...good, signature: `${good.signature}=` },
      { message: '', signature: '' },
      dummyCredential(),
    ]
    for (const credential of bad) expect(await verify(key.spki, credential)).toBe(false)
    expect(await verify((await newIssuerKey()).spki, good)).toBe(false)
    expect(await verify('not a key', good)).toBe(false)
    expect(await verify(key.spki, good)).toBe(true)
  })

  it('attack 8: refuses a message of another length although the stratum’s key signed it', async () => {
    const own = await crypto.subtle.importKey('pkcs8', key.pkcs8, { name: 'RSA-PSS', hash: 'SHA-384' }, false, ['sign'])
    const signed = async (length: number) => {
      const message = crypto.getRandomValues(new Uint8Array(length))
      const signature = new Uint8Array(await crypto.subtle.sign({ name: 'RSA-PSS', saltLength: 48 }, own, message))
      return { message: base64url(message), signature: base64url(signature) }
    }
    for (const length of [0, 31, 33, 64]) expect(await verify(key.spki, await signed(length))).toBe(false)
    expect(await verify(key.spki, await signed(32))).toBe(true)
  })

  it('survives a reload between every two steps, as JSON, and the same blinded value gives the same signature', async () => {
    const blinding = JSON.parse(JSON.stringify(await blind(key.spki)))
    const first = await signer.sign(key.pkcs8, unbase64url(blinding.blinded))
    const again = await signer.sign(key.pkcs8, unbase64url(blinding.blinded))
    expect(again).toEqual(first)
    const credential = JSON.parse(JSON.stringify(await finalize(key.spki, blinding, first)))
    expect(await verify(key.spki, credential)).toBe(true)
  })

  it('is verified by plain WebCrypto RSA-PSS and looks nothing like what was signed', async () => {
    const blinding = await blind(key.spki)
    const signed = await signer.sign(key.pkcs8, unbase64url(blinding.blinded))
    const { message, signature } = await finalize(key.spki, blinding, signed)
    const spki = await crypto.subtle.importKey('spki', unbase64url(key.spki), { name: 'RSA-PSS', hash: 'SHA-384' }, false, ['verify'])
    expect(await crypto.subtle.verify({ name: 'RSA-PSS', saltLength: 48 }, spki, unbase64url(signature), unbase64url(message))).toBe(true)
    expect(signature).not.toBe(base64url(signed))
  })

  it('is spent by its message alone, whatever the signature', async () => {
    const { message } = await blind(key.spki)
    expect(await spentDigest(message)).toBe(await spentDigest(message))
    expect(await spentDigest(message)).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('RFC 9474, RSABSSA-SHA384-PSS-Randomized', () => {
  const message = concat(unhex(vector['msg_prefix']!), unhex(vector['msg']!))

  it('gives the blinded message from message, salt and inverse', async () => {
    const factor = inverseMod(integer(unhex(vector['inv']!)), n)
    const encoded = await pssEncode(message, unhex(vector['salt']!), 512)
    expect(octets((encoded * power65537(factor, n)) % (n), 512)).toEqual(unhex(vector['blinded_msg']!))
  })

  it('gives the blind signature from the signer', async () => {
    expect(await signer.sign(pkcs8, unhex(vector['blinded_msg']!))).toEqual(unhex(vector['blind_sig']!))
  })

  it('gives the signature from finalize, of the library and of the test blinder', async () => {
    const spki = base64url(new Uint8Array(await crypto.subtle.exportKey('spki',
      await crypto.subtle.importKey('jwk', { kty: 'RSA', n: jwk.n, e: jwk.e }, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']))))
    const blinding = { message: base64url(message), inverse: base64url(unhex(vector['inv']!)), blinded: base64url(unhex(vector['blinded_msg']!)) }
    for (const step of [finalize, fastFinalize]) {
      const { signature } = await step(spki, blinding, unhex(vector['blind_sig']!))
      expect(unbase64url(signature)).toEqual(unhex(vector['sig']!))
    }
  })
})

it('the fast test blinder and the library finish each other’s work', async () => {
  const fast = await fastBlind(key.spki)
  expect(await verify(key.spki, await finalize(key.spki, fast, await signer.sign(key.pkcs8, unbase64url(fast.blinded))))).toBe(true)
  const slow = await blind(key.spki)
  expect(await verify(key.spki, await fastFinalize(key.spki, slow, await signer.sign(key.pkcs8, unbase64url(slow.blinded))))).toBe(true)
})
