// Bytes of a file as text: UTF-8 or UTF-16 with their marks, plain UTF-8, or Windows-1252, which Dutch spreadsheets write.
// Separate because every file people choose comes this way, and a wrong guess turns names into nonsense.

/** 0x80 to 0x9f of Windows-1252, written out because Node 20 reads that encoding as Latin-1. */
const WINDOWS = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ']

/** The text, without a byte order mark. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return Array.from(bytes, (byte) => (byte >= 0x80 && byte < 0xa0 ? WINDOWS[byte - 0x80]! : String.fromCharCode(byte))).join('')
  }
}
