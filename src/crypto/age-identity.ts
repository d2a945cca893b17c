// An age identity and the 32 secret bytes it is the spelling of (bech32, age-encryption.org/v1). Separate from key-sheet.ts, which prints it
// as words, because a reporter's phone makes one from a receipt and must not load what prints.
import { bech32 } from '@scure/base'

const PREFIX = 'age-secret-key-'

/** AGE-SECRET-KEY-1... of 32 bytes. */
export function identityOf(secret: Uint8Array): string {
  return bech32.encodeFromBytes(PREFIX, secret).toUpperCase()
}

/** The 32 bytes of an identity; RangeError when it is not one. */
export function secretOf(identity: string): Uint8Array {
  const { prefix, bytes } = bech32.decodeToBytes(identity.toLowerCase())
  if (prefix !== PREFIX || bytes.length !== 32) throw new RangeError('secretOf requires an X25519 age identity')
  return bytes
}
