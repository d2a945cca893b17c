// Protects: that both raw-RSA adapters refuse what no honest phone sends, give the bytes of RFC 9474, and never let a wrong signature out.
// The Worker's adapter runs in workerd itself: the same file, bundled by Vite, called over HTTP.
import { Miniflare } from 'miniflare'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checked, integer, octets } from '../../src/crypto/blinded-value.ts'
import { BlindedValueRefused } from '../../src/crypto/credential.ts'
import type { BlindSigner } from '../../src/crypto/credential.ts'
import { base64url, unbase64url } from '../../src/crypto/base64url.ts'
import { concat } from '../../src/crypto/digest.ts'
import { newIssuerKey } from '../../src/crypto/issuer-key.ts'
import { nodeSigner } from '../../src/signer-node.ts'
import { fastBlind, modulusOfSpki } from '../support/blinder.ts'
import { pkcs8 as rfcKey, signedVectors } from '../support/rfc9474.ts'

let miniflare: Miniflare
const node = nodeSigner()
/** The adapter inside workerd, as if it were here. */
const edge: BlindSigner = {
  async sign(pkcs8, blinded) {
    const body = JSON.stringify({ pkcs8: base64url(pkcs8), blinded: base64url(blinded) })
    const answer = (await (await miniflare.dispatchFetch('http://worker/', { method: 'POST', body })).json()) as Record<string, string>
    if (answer['name'] === 'BlindedValueRefused' && answer['range']) throw new BlindedValueRefused('refused in workerd')
    if (!answer['signature']) throw new Error(answer['name'])
    return unbase64url(answer['signature'])
  },
}

beforeAll(async () => {
  const entry = new URL('signer-worker-entry.ts', import.meta.url).pathname
  const bundle = await build({
    configFile: false, logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'worker' } },
  })
  const chunk = (bundle as unknown as { output: { code: string }[] }[])[0]!.output[0]!
  miniflare = new Miniflare({ modules: true, script: chunk.code, compatibilityDate: '2026-04-20' })
  await miniflare.ready
})
afterAll(() => miniflare?.dispose())

const key = await newIssuerKey()
const { n } = await modulusOfSpki(key.spki)

describe.each([['on Node', node], ['in workerd', edge]] as const)('a signer %s', (_, signer) => {
  it.each([
    ['0', octets(0n, 256)],
    ['1', octets(1n, 256)],
    ['n-1', octets(n - 1n, 256)],
    ['n', octets(n, 256)],
    ['n+1', octets(n + 1n, 256)],
    ['the largest of its length', new Uint8Array(256).fill(255)],
    ['nothing', new Uint8Array(0)],
    ['255 bytes', octets(n >> 9n, 255)],
    ['257 bytes, led by a zero', concat(Uint8Array.of(0), octets(n >> 1n, 256))],
  ])('attack 9: refuses %s', async (_name, blinded) => {
    await expect(signer.sign(key.pkcs8, blinded)).rejects.toThrow(BlindedValueRefused)
    await expect(signer.sign(key.pkcs8, blinded)).rejects.toBeInstanceOf(RangeError)
  })

  it('attack 9: refuses a megabyte before it computes anything', async () => {
    await expect(signer.sign(key.pkcs8, new Uint8Array(1_000_000))).rejects.toThrow(BlindedValueRefused)
  })

  it('attack 9: signs a value with leading zeros at full length', async () => {
    const blinded = octets(n >> 100n, 256)
    const signature = await signer.sign(key.pkcs8, blinded)
    expect(signature.length).toBe(256)
    expect(signature).toEqual(await node.sign(key.pkcs8, blinded))
  })

  it('gives the same bytes as the other for the same blinded value', async () => {
    const blinded = unbase64url((await fastBlind(key.spki)).blinded)
    const signature = await signer.sign(key.pkcs8, blinded)
    expect(signature).toEqual(await node.sign(key.pkcs8, blinded))
    expect(signature).toEqual(await signer.sign(key.pkcs8, blinded))
  })

  it.each(signedVectors)('signs what RFC 9474 Appendix A says: $variant', async ({ blinded, signature }) => {
    expect(await signer.sign(rfcKey, blinded)).toEqual(signature)
  })

  it('refuses bytes that are no private key', async () => {
    await expect(signer.sign(new Uint8Array(100), octets(n >> 1n, 256))).rejects.toThrow()
  })
})

it('a signature that does not undo to the blinded value never leaves', async () => {
  const blinded = octets(n >> 3n, 256)
  const signature = await node.sign(key.pkcs8, blinded)
  const modulus = { n, length: 256 }
  expect(() => checked(octets(integer(signature) ^ 1n, 256), blinded, modulus)).toThrow('signing failure')
  expect(() => checked(signature.subarray(1), blinded, modulus)).toThrow('signing failure')
  expect(checked(signature, blinded, modulus)).toEqual(signature)
})
