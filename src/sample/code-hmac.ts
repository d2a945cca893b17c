// What is stored of an invite code: HMAC-SHA-256, under a key drawn from the server secret, of the hash a phone sends.
// Separate because whoever holds `office` and `sample` but not the secret must find nothing to try codes against.
import { unhex, utf8 } from '../crypto/digest.ts'

/** The HMAC (32 bytes) of a code's hash (hex SHA-256 of manifest digest and code). */
export async function codeHmac(secret: Uint8Array, codeHash: string): Promise<Uint8Array<ArrayBuffer>> {
  return hmac(secret, 'invite', unhex(codeHash))
}

/**
 * A blinded value that nobody sent, the same for the same request: what is signed for a used or unknown code, so that its answer is a true
 * signature's look-alike and asking twice tells nothing. Below 2^2047, as every modulus is above it.
 */
export async function decoyFor(secret: Uint8Array, codeHash: string, blinded: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const decoy = new Uint8Array(256)
  for (let part = 0; part < 8; part++) {
    const input = new Uint8Array(33 + blinded.length)
    input.set(unhex(codeHash))
    input.set(blinded, 32)
    input[input.length - 1] = part
    decoy.set(await hmac(secret, 'decoy', input), part * 32)
  }
  decoy[0]! &= 0x7f
  return decoy
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
