// The edition key as it follows from the archive key: one key sheet for both, because the same few people hold them.
// HKDF-SHA-256 (RFC 5869) over the archive identity gives the 32-byte seed of an Ed25519 key (RFC 8032). Nobody can go back from it.
import { base64url, unbase64url } from '../crypto/base64url.ts'
import { concat, utf8 } from '../crypto/digest.ts'
import type { EditionKey } from '../crypto/edition-seal.ts'

/** What stands before the seed in the PKCS #8 of an Ed25519 key (RFC 8410 section 7). */
const PKCS8_HEAD = Uint8Array.of(0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20)

/** The edition key of an archive identity (AGE-SECRET-KEY-1...). */
export async function editionKeyOf(archiveIdentity: string): Promise<EditionKey> {
  const secret = await crypto.subtle.importKey('raw', utf8(archiveIdentity.trim().toUpperCase()), 'HKDF', false, ['deriveBits'])
  const seed = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8('nulmeting edition key 1') }, secret, 256)
  const pkcs8 = concat(PKCS8_HEAD, new Uint8Array(seed))
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, true, ['sign'])
  const { x } = await crypto.subtle.exportKey('jwk', key)
  return { privateKey: base64url(pkcs8), publicKey: base64url(unbase64url(x!)) }
}
