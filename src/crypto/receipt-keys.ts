// What follows from a receipt: where the thread is found, what opens it on the server, the key that replies are sealed to and the key that
// authenticates messages both ways. Separate from receipt.ts, which is words on paper: every report needs this, few need those.
// PBKDF2-SHA-256, 600,000 rounds, native in every browser (OWASP 2023), then HKDF-SHA-256 (RFC 5869) with a label for each use.
import { identityToRecipient } from 'age-encryption'
import { identityOf } from './age-identity.ts'
import { utf8 } from './digest.ts'

const ROUNDS = 600_000
export const SALT_BYTES = 16

export interface ReceiptKeys {
  /** 32 bytes; the server keeps their SHA-256. */
  locator: Uint8Array<ArrayBuffer>
  /** 32 bytes; the server keeps their SHA-256. */
  authentication: Uint8Array<ArrayBuffer>
  /** 32 bytes, for HMAC over messages: known to the reporter and, through the sealed head, to the officers; never to the server. */
  messageKey: Uint8Array<ArrayBuffer>
  /** The age identity that replies are sealed to, and its recipient. */
  identity: string
  recipient: string
}

/** Keys of a secret (receipt.ts) under the municipality's salt (16 bytes, part of the signed list). About 0.1 to 0.9 s, on purpose. */
export async function receiptKeys(secret: Uint8Array, salt: Uint8Array): Promise<ReceiptKeys> {
  if (salt.length !== SALT_BYTES) throw new RangeError(`receiptKeys requires a salt of ${SALT_BYTES} bytes`)
  const password = await crypto.subtle.importKey('raw', secret as BufferSource, 'PBKDF2', false, ['deriveBits'])
  const stretched = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: salt as BufferSource, iterations: ROUNDS }, password, 256)
  const key = await crypto.subtle.importKey('raw', stretched, 'HKDF', false, ['deriveBits'])
  const derive = async (use: string) => new Uint8Array(await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(`nulmeting report ${use} 1`) }, key, 256))
  const identity = identityOf(await derive('reply identity'))
  return {
    locator: await derive('locator'),
    authentication: await derive('authentication'),
    messageKey: await derive('messages'),
    identity,
    recipient: await identityToRecipient(identity),
  }
}
