// Issuer keys: RSA-2048 per wave and stratum. The private half lies wrapped with the server secret in the wave's own `sample` database
// and goes with it. Separate because it is the only file that sees such a private half in the clear.
import { base64url, concat, hex, sha256, utf8 } from '../crypto/digest.ts'

export interface IssuerKey {
  /** Hex SHA-256 of the SPKI. */
  keyId: string
  /** base64url */
  spki: string
  /** IV (12 bytes) and AES-GCM ciphertext of the PKCS #8. */
  wrapped: Uint8Array<ArrayBuffer>
}

/** Makes the key of one stratum. 2048 bits suffice: forgery matters only while fieldwork runs, blindness is perfect. */
export async function newIssuerKey(secret: Uint8Array, wave: string, stratum: number): Promise<IssuerKey> {
  const pair = await crypto.subtle.generateKey(
    { name: 'RSA-PSS', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-384' },
    true,
    ['sign', 'verify'],
  )
  const { publicKey, privateKey } = pair as CryptoKeyPair
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const key = await wrappingKey(secret, wave, stratum)
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, pkcs8))
  return { keyId: hex(await sha256(spki)), spki: base64url(spki), wrapped: concat(iv, sealed) }
}

/** The PKCS #8 of a wrapped key; throws when the secret, the wave or the stratum is another. */
export async function unwrapIssuerKey(secret: Uint8Array, wave: string, stratum: number, wrapped: Uint8Array): Promise<Uint8Array> {
  const key = await wrappingKey(secret, wave, stratum)
  const iv = wrapped.slice(0, 12)
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, wrapped.slice(12)))
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
