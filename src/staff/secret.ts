// The random secrets of links and sessions: 256 bits as base64url, known to their holder only; the database has their SHA-256.
// Separate because link and session must be made and looked up in one and the same way. 256 bits need no slow hash.
import { base64url } from '../crypto/base64url.ts'
import { sha256, utf8 } from '../crypto/digest.ts'

/** A new secret, 43 characters. */
export function newSecret(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)))
}

/** What is stored of a secret, 32 bytes. */
export function secretDigest(secret: string): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(utf8(secret))
}
