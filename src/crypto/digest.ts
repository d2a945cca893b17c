// SHA-256, hexadecimal and canonical JSON (RFC 8785): what every other file of this room names things by.
// Separate and tiny because it is part of the first view on a phone: WebCrypto only, no library.

/** SHA-256 of bytes: 32 bytes. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource))
}

/** UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

/** The parts, one after another. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

/** Bytes of lower-case hexadecimal; RangeError on anything else. */
export function unhex(text: string): Uint8Array<ArrayBuffer> {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new RangeError('unhex requires lower-case hexadecimal')
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => parseInt(text.slice(2 * i, 2 * i + 2), 16))
}

/** SHA-256 of a value's canonical JSON, in hexadecimal: the name of manifests, instruments and editions. */
export async function digestOf(value: unknown): Promise<string> {
  return hex(await sha256(utf8(canonicalJson(value))))
}

/**
 * Canonical JSON (RFC 8785): members sorted by UTF-16 code units, ECMAScript numbers, no white space.
 * TypeError on what JSON cannot hold (undefined, NaN, infinities, functions, lone surrogates).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = value as Record<string, unknown>
    return `{${Object.keys(members).sort().map((key) => `${canonicalJson(key)}:${canonicalJson(members[key])}`).join(',')}}`
  }
  // JSON.stringify would write a lone surrogate as an escape; RFC 8785 3.2.2.2 asks for an error instead.
  const lone = typeof value === 'string' && /\p{Surrogate}/u.test(value)
  const known = value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)
  if (lone || !known) throw new TypeError('canonicalJson requires a JSON value')
  return JSON.stringify(value)
}
