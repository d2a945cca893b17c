// A sealed file in pieces that every transport takes (a blob may hold at most 1 MB), each under its digest, and the file again.
// Separate because the console uploads chunks, the server stores them and whoever reads back must notice a missing or altered one.
import { concat, hex, sha256 } from '../crypto/digest.ts'

export const CHUNK_BYTES = 1_000_000

export interface Chunk {
  /** Hex SHA-256 of the bytes. */
  digest: string
  bytes: Uint8Array
}

/** A chunk does not have its digest, or the whole has not. `index` counts from 0; null when it is the whole. */
export class ChunkDamaged extends Error {
  override name = 'ChunkDamaged'
  readonly index: number | null
  constructor(index: number | null) {
    super(index === null ? 'the chunks do not make up the file' : `chunk ${index} is damaged`)
    this.index = index
  }
}

/** Bytes in chunks of at most `size`, in order. */
export async function inChunks(bytes: Uint8Array, size: number = CHUNK_BYTES): Promise<Chunk[]> {
  const chunks: Chunk[] = []
  for (let start = 0; start < bytes.length; start += size) {
    const part = bytes.subarray(start, start + size)
    chunks.push({ digest: hex(await sha256(part)), bytes: part })
  }
  return chunks
}

/** The bytes again, every chunk and the whole checked (hex SHA-256); ChunkDamaged otherwise. */
export async function joinChunks(chunks: readonly Chunk[], digest: string): Promise<Uint8Array<ArrayBuffer>> {
  for (const [index, chunk] of chunks.entries()) {
    if (hex(await sha256(chunk.bytes)) !== chunk.digest) throw new ChunkDamaged(index)
  }
  const whole = concat(...chunks.map(({ bytes }) => bytes))
  if (hex(await sha256(whole)) !== digest) throw new ChunkDamaged(null)
  return whole
}
