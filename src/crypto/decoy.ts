// Random bytes in the form of a sealed file: what a server hands out where there is nothing, so that not even who reads the traffic in the
// clear (a proxy that ends TLS) tells news from no news. Separate from sealed.ts because nothing in it is sealed.
// Form: age-encryption.org/v1 with X25519 stanzas, as `age-encryption` writes it.
import { concat, utf8 } from './digest.ts'

/** `length` bytes that look sealed to so many recipients. RangeError when the form itself does not fit. */
export function decoy(length: number, recipients: number): Uint8Array<ArrayBuffer> {
  const stanza = () => `-> X25519 ${unpadded(share())}\n${unpadded(random(32))}\n`
  const header = utf8(`age-encryption.org/v1\n${Array.from({ length: recipients }, stanza).join('')}--- ${unpadded(random(32))}\n`)
  if (header.length > length) throw new RangeError('decoy requires room for a header')
  return concat(header, random(length - header.length))
}

/** A coordinate of Curve25519 has its highest bit clear (RFC 7748). */
function share(): Uint8Array {
  const bytes = random(32)
  bytes[31]! &= 127
  return bytes
}

function random(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length))
}

/** Standard base 64 without padding, as in an age header. */
function unpadded(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/=+$/, '')
}
