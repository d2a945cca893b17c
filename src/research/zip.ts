// Several files as one, stored and not compressed (PKZIP appnote 6.3): one download instead of nine. Own lines, because every packer brings
// a compressor along. No times inside: the same files give the same bytes.
import { concat, utf8 } from '../crypto/digest.ts'

export interface NamedFile { name: string; bytes: Uint8Array }

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

/** CRC-32 of bytes (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/** First day a ZIP can say: 1 January 1980. */
const DAY = 0x21

/** The archive. Names are plain file names. */
export function zipFile(files: readonly NamedFile[]): Uint8Array<ArrayBuffer> {
  const entries: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const written = utf8(name)
    const about = numbers([20, 2], [0x0800, 2], [0, 2], [0, 2], [DAY, 2], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [written.length, 2], [0, 2])
    const entry = concat(numbers([0x04034b50, 4]), about, written, bytes)
    directory.push(concat(numbers([0x02014b50, 4], [20, 2]), about, numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), written))
    entries.push(entry)
    offset += entry.length
  }
  const listed = concat(...directory)
  return concat(...entries, listed, numbers([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [listed.length, 4], [offset, 4], [0, 2]))
}

/** Little-endian numbers, each with its size in bytes. */
function numbers(...parts: readonly (readonly [number, 2 | 4])[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, [, size]) => length + size, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [value, size] of parts) {
    if (size === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += size
  }
  return bytes
}
