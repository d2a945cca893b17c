// A new issuer key: RSA-2048 per wave and stratum. Its private half is wrapped with the server secret and destroyed when fieldwork
// ends. 2048 bits suffice: forgery matters only while fieldwork runs, and blindness does not rest on the key.
import { base64url } from './base64url.ts'
import { hex, sha256 } from './digest.ts'

export interface IssuerKey {
  /** DER, private. */
  pkcs8: Uint8Array<ArrayBuffer>
  /** base64url DER, public; as in the manifest. */
  spki: string
  /** Hex SHA-256 of the SPKI. */
  keyId: string
}

export async function newIssuerKey(): Promise<IssuerKey> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) }
  const { privateKey, publicKey } = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey))
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))
  return { pkcs8, spki: base64url(spki), keyId: hex(await sha256(spki)) }
}
