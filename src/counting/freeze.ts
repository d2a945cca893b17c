// Freezing: the frozen file sealed to the archive key and cut for upload, and the way back. Sealing is randomised, so every run gives
// other sealed bytes; what must be equal is the digest of the plain file. Both digests travel with the upload.
import { hex, sha256 } from '../crypto/digest.ts'
import { openFile, sealFile } from '../crypto/sealed.ts'
import type { Instrument } from '../instrument/instrument.ts'
import type { Microdata, Row } from '../instrument/microdata.ts'
import { inChunks } from './chunks.ts'
import type { Chunk } from './chunks.ts'
import { frozenFile, readFrozenFile } from './frozen-file.ts'
import type { FrozenHead } from './frozen-file.ts'

export interface FrozenWave {
  /** Hex SHA-256 of the plain Parquet file: the digest of certificate, edition and `--check`. */
  digest: string
  /** Hex SHA-256 of the sealed bytes: what the server can check. */
  sealedDigest: string
  chunks: Chunk[]
}

/** The opened file is not the one that the certificate names. */
export class FrozenDiffers extends Error {
  override name = 'FrozenDiffers'
}

/** Digest of the plain file alone: what a second analyst compares, without sealing anything. */
export async function frozenDigest(instrument: Instrument, rows: readonly Row[], about: Pick<FrozenHead, 'wave' | 'manifest'>): Promise<string> {
  return hex(await sha256(frozenFile(instrument, rows, about)))
}

/** Freezes counted rows to the archive recipients (age1...). */
export async function freeze(
  instrument: Instrument, rows: readonly Row[], about: Pick<FrozenHead, 'wave' | 'manifest'>, recipients: readonly string[],
): Promise<FrozenWave> {
  const plain = frozenFile(instrument, rows, about)
  const sealed = await sealFile(plain, recipients)
  return { digest: hex(await sha256(plain)), sealedDigest: hex(await sha256(sealed)), chunks: await inChunks(sealed) }
}

/** Opens a sealed frozen wave with the archive identity; CannotOpen, or FrozenDiffers when the digest is another. */
export async function openFrozen(sealed: Uint8Array, identity: string, digest: string): Promise<{ microdata: Microdata; head: FrozenHead }> {
  const plain = await openFile(sealed, identity)
  if (hex(await sha256(plain)) !== digest) throw new FrozenDiffers('the frozen wave is not the one of the certificate')
  return readFrozenFile(plain)
}
