// A tar archive as a stream (POSIX ustar), plain files only: what a sealed backup holds, so that `age -d backup | tar x` is enough without
// this product. Separate because it knows bytes and nothing of databases.
import { utf8 } from '../crypto/digest.ts'

const BLOCK = 512

export interface TarEntry {
  /** At most 100 bytes, `/` between folders. */
  path: string
  bytes: number
  content: AsyncIterable<Uint8Array>
}

/** The archive. RangeError for a path that does not fit or a content that is not as long as it said. */
export async function* tar(entries: AsyncIterable<TarEntry> | Iterable<TarEntry>): AsyncGenerator<Uint8Array> {
  for await (const { path, bytes, content } of entries) {
    yield header(path, bytes)
    let written = 0
    for await (const part of content) {
      written += part.length
      yield part
    }
    if (written !== bytes) throw new RangeError(`tar requires ${bytes} bytes of ${path}, got ${written}`)
    yield new Uint8Array((BLOCK - (bytes % BLOCK)) % BLOCK)
  }
  yield new Uint8Array(2 * BLOCK)
}

function header(path: string, bytes: number): Uint8Array {
  const name = utf8(path)
  if (name.length > 100) throw new RangeError('tar requires a path of at most 100 bytes')
  const block = new Uint8Array(BLOCK)
  const put = (text: string, at: number) => block.set(utf8(text), at)
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')
  block.set(name)
  put('0000600\0', 100)
  put('0000000\0', 108)
  put('0000000\0', 116)
  put(`${octal(bytes, 11)}\0`, 124)
  put('00000000000\0', 136)
  put('        ', 148)
  put('0', 156)
  put('ustar\0' + '00', 257)
  put(`${octal(block.reduce((sum, byte) => sum + byte, 0), 6)}\0 `, 148)
  return block
}

/** The archive is damaged or cut off. */
export class TarDamaged extends Error {
  override readonly name = 'TarDamaged'
}

/** Reads an archive made by `tar`; each entry's content has to be read to its end before the next is asked for. Throws TarDamaged. */
export async function* untar(archive: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const take = takerOf(archive)
  for (;;) {
    const block = await whole(take, BLOCK)
    if (block.every((byte) => byte === 0)) return
    const field = (at: number, length: number) => new TextDecoder().decode(block.subarray(at, at + length)).replace(/\0.*$/s, '')
    const bytes = Number.parseInt(field(124, 12), 8)
    const sum = block.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0)
    if (field(257, 5) !== 'ustar' || Number.parseInt(field(148, 8), 8) !== sum || !Number.isSafeInteger(bytes)) throw new TarDamaged()
    let left = bytes
    yield {
      path: field(0, 100), bytes,
      content: (async function* () {
        while (left > 0) {
          const part = await take(left)
          if (part.length === 0) throw new TarDamaged()
          left -= part.length
          yield part
        }
      })(),
    }
    if (left > 0) throw new RangeError('untar requires the content to be read')
    await whole(take, (BLOCK - (bytes % BLOCK)) % BLOCK)
  }
}

type Take = (most: number) => Promise<Uint8Array>

/** Hands out at most so many bytes at a time; none at the end. */
function takerOf(source: AsyncIterable<Uint8Array>): Take {
  const parts = source[Symbol.asyncIterator]()
  let rest: Uint8Array = new Uint8Array(0)
  return async (most) => {
    while (rest.length === 0) {
      const { done, value } = await parts.next()
      if (done) return rest
      rest = value
    }
    const taken = rest.subarray(0, most)
    rest = rest.subarray(taken.length)
    return taken
  }
}

async function whole(take: Take, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length;) {
    const part = await take(length - at)
    if (part.length === 0) throw new TarDamaged()
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
