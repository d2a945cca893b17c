// Wrapping issuer keys with the server secret: AES-GCM under HKDF, bound to wave and stratum, so that a key moved to another row does not open.
// Separate because it is the only place where a private half passes between the database and the signer.
import { concat, utf8 } from '../crypto/digest.ts'

/** IV (12 bytes) and ciphertext of a PKCS #8. */
export async function wrap(secret: Uint8Array, wave: string, stratum: number, pkcs8: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const key = await wrappingKey(secret, wave, stratum)
  return concat(iv, new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, pkcs8 as BufferSource)))
}

/** The PKCS #8 again; throws when secret, wave or stratum is another. */
export async function unwrap(secret: Uint8Array, wave: string, stratum: number, wrapped: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const key = await wrappingKey(secret, wave, stratum)
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: wrapped.slice(0, 12) }, key, wrapped.slice(12)))
}

async function wrappingKey(secret: Uint8Array, wave: string, stratum: number): Promise<CryptoKey> {
  const raw = await crypto.subtle.importKey('raw', secret as BufferSource, 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(`nulmeting issuer ${wave} ${stratum}`) },
    raw,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}
