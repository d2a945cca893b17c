// Crockford's base 32: the alphabet of codes, labels and fingerprints, without I, L, O and U.
// Separate because both the manifest and the invite code speak it. Source: crockford.com/base32.

export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes (a multiple of 5) as Crockford characters, 8 for every 5 bytes. */
export function inCrockford(bytes: Uint8Array): string {
  if (bytes.length % 5 !== 0) throw new RangeError('inCrockford requires a multiple of 5 bytes')
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += CROCKFORD[(held >> bits) & 31]
    }
  }
  return text
}

/**
 * What somebody typed or pasted, in the alphabet where it can be: full-width and lower-case letters, spaces, dashes and dots are
 * understood, O is 0, I and L are 1. Characters outside the alphabet stay, for the caller to name.
 */
export function crockfordTyped(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Pd}.,_·]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}
