// base64url, in its one spelling: how keys, signatures and sealed bytes travel in JSON and on paper.
// Apart from digest.ts because a phone needs it only when it seals: not a byte of it stands before the first question.

/** base64url without padding (RFC 4648 section 5). */
export function base64url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** Bytes of base64url without padding; RangeError on anything that is not the one canonical spelling. */
export function unbase64url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) throw new RangeError('unbase64url requires base64url without padding')
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i)
  // Spare bits in the last character would give one value two spellings, and so one credential two digests.
  const rest = text.length % 4
  if (rest > 0 && base64url(bytes.subarray(bytes.length - rest + 1)) !== text.slice(-rest)) throw new RangeError('unbase64url requires base64url without padding')
  return bytes
}
