// What is stored of an invite code: HMAC-SHA-256, under a key drawn from the server secret, of the hash a phone sends.
// Separate because whoever holds `office` and `sample` but not the secret must find nothing to try codes against.
import { integer, modulusOf, octets } from '../crypto/blinded-value.ts'
import type { Modulus } from '../crypto/blinded-value.ts'
import { unbase64url } from '../crypto/base64url.ts'
import { concat, unhex, utf8 } from '../crypto/digest.ts'

/** The HMAC (32 bytes) of a code's hash (hex SHA-256 of manifest digest and code). */
export async function codeHmac(secret: Uint8Array, codeHash: string): Promise<Uint8Array<ArrayBuffer>> {
  return hmac(secret, 'invite', unhex(codeHash))
}

/**
 * What a used or unknown code is answered with: 256 bytes that are, to whoever lacks the secret, uniform below the modulus, as a true
 * signature is; the same for the same request, so that asking twice tells nothing either.
 */
export async function decoyFor(secret: Uint8Array, codeHash: string, blinded: Uint8Array, spki: string): Promise<Uint8Array<ArrayBuffer>> {
  // 16 bytes more than the modulus has, so that the remainder is uniform to 2^-128.
  const wide = new Uint8Array(288)
  for (let part = 0; part < 9; part++) {
    wide.set(await hmac(secret, 'decoy', concat(unhex(codeHash), blinded, Uint8Array.of(part))), part * 32)
  }
  const { n, length } = await modulusOfSpki(spki)
  return octets(integer(wide) % n, length)
}

async function modulusOfSpki(spki: string): Promise<Modulus> {
  const key = await crypto.subtle.importKey('spki', unbase64url(spki), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify'])
  return modulusOf(await crypto.subtle.exportKey('jwk', key), unbase64url)
}

async function hmac(secret: Uint8Array, purpose: 'invite' | 'decoy', input: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const raw = await crypto.subtle.importKey('raw', secret as BufferSource, 'HKDF', false, ['deriveKey'])
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(`nulmeting ${purpose}`) },
    raw,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  )
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, input as BufferSource))
}
