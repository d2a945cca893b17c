// The counting of a closed wave from the first sealed row to the last destroyed byte, the same in console and command line. Interrupt it
// anywhere and run it again: nothing is destroyed before what was frozen has been read back, and every run reaches the same digest.
import { identityToRecipient } from 'age-encryption'
import { concat, hex, sha256 } from '../crypto/digest.ts'
import { crockfordTyped } from '../crypto/crockford.ts'
import { keyFingerprint } from '../crypto/key-sheet.ts'
import { manifestFaults } from '../crypto/manifest-check.ts'
import { namesManifest } from '../crypto/manifest-mark.ts'
import { ManifestRefused, manifestDigest, manifestFingerprint } from '../crypto/manifest.ts'
import type { Manifest } from '../crypto/manifest.ts'
import type { Certificate } from './certificate.ts'
import { ChunkDamaged } from './chunks.ts'
import { countRows } from './count.ts'
import type { Count, CountOptions } from './count.ts'
import type { Attested, CountAnnouncement, CountingApi } from './counting-api.ts'
import { FrozenDiffers, freeze, frozenDigest } from './freeze.ts'
import { instrumentOf } from './instrument-of.ts'
import { PageMalformed, unpackSealed } from './sealed-page.ts'
import type { KeyedRow } from './sealed-page.ts'

/** The key sheet is of another wave: the manifest names another recipient. */
export class AnotherKey extends Error {
  override name = 'AnotherKey'
}

/** The server's manifest is not the one the letters name: keys may have been exchanged. */
export class AnotherManifest extends Error {
  override name = 'AnotherManifest'
}

/** The server's archive key is not the one of the archive sheet: what is sealed to it would be somebody else's to read. */
export class AnotherArchive extends Error {
  override name = 'AnotherArchive'
}

/** The wave has no manifest yet. */
export class NothingToCount extends Error {
  override name = 'NothingToCount'
}

export type Phase = 'fetching' | 'opening' | 'freezing' | 'uploading' | 'reading-back' | 'destroying'

export interface CountWaveOptions extends Pick<CountOptions, 'openBatch' | 'batchSize' | 'parallel' | 'signal'> {
  /** Called often; `total` is 0 while it is not known. */
  onPhase?: (phase: Phase, done: number, total: number) => void
  /** Stop once the digest is known: a second analyst's check. Nothing is written. */
  checkOnly?: boolean
  /** Freeze and read back, but leave intake for a later run. */
  keepIntake?: boolean
  attested?: Attested
  /** What a printed letter of the wave says (see namesManifest). The manifest comes from the server; this is the only word that does not. */
  letter?: string
  /** What the archive sheet says its mark is (keyFingerprint). The archive key comes from the server too, and the count is sealed to it. */
  archive?: string
}

export interface Counted {
  digest: string
  tally: Count['tally']
  sealedSet: Count['sealedSet']
  /** null for a check, or while intake is kept. */
  certificate: Certificate | null
  /** What must stand on the back of every letter of the wave, and whether a letter was compared. */
  letters: { fingerprint: string; compared: boolean }
  /** What must stand on the archive sheet, and whether it was compared. */
  archive: { fingerprint: string; compared: boolean }
}

/** Counts. Rejects with AnotherKey, AnotherManifest, AnotherArchive, ManifestRefused, FrozenDiffers (an earlier count froze something else), ChunkDamaged, or what the interface rejects with. */
export async function countWave(api: CountingApi, identity: string, options: CountWaveOptions = {}): Promise<Counted> {
  const { signal, onPhase = () => {} } = options
  const { manifest, frozen } = await api.wave()
  if (!manifest) throw new NothingToCount('the measurement has no manifest')
  if ((await identityToRecipient(identity)) !== manifest.recipient) throw new AnotherKey('the key is of another measurement')
  const manifestHash = await requireLetters(manifest, options.letter)
  const recipient = await api.archiveRecipient()
  const archive = { fingerprint: await keyFingerprint(recipient), compared: options.archive !== undefined }
  if (options.archive !== undefined && crockfordTyped(options.archive) !== crockfordTyped(archive.fingerprint)) throw new AnotherArchive('the archive key is not the one of the sheet')
  const published = await Promise.all(Object.values(manifest.instruments).map((hash) => api.instrument(hash)))
  const instrument = await instrumentOf(manifest, published)
  const rows = await fetchRows(api, onPhase, signal)
  const counting: CountOptions = { ...options, onProgress: (opened) => onPhase('opening', opened, rows.length) }
  const count = await countRows(rows, { identity, manifest, instrument }, counting)
  const about = { wave: manifest.wave, manifest: manifestHash }
  const digest = await frozenDigest(instrument, count.rows, about)
  const { tally, sealedSet } = count
  const letters = { fingerprint: manifestFingerprint(manifestHash), compared: options.letter !== undefined }
  const counted = { digest, tally, sealedSet, letters, archive }
  if (options.checkOnly) return { ...counted, certificate: null }
  if (frozen && frozen.digest !== digest) throw new FrozenDiffers('an earlier count froze something else')
  if (!frozen) {
    onPhase('freezing', 0, 1)
    await upload(api, { tally, sealedSet }, await freeze(instrument, count.rows, about, [recipient]), options)
  }
  await readBack(api, digest, options)
  if (options.keepIntake) return { ...counted, certificate: null }
  signal?.throwIfAborted()
  onPhase('destroying', 0, 1)
  const certificate = await api.destroy(sealedSet, options.attested ?? {})
  onPhase('destroying', 1, 1)
  return { ...counted, certificate }
}

/** The digest of a manifest that could have been frozen and, where somebody has a letter in hand, is the letter's. */
async function requireLetters(manifest: Manifest, letter: string | undefined): Promise<string> {
  const digest = await manifestDigest(manifest)
  if (letter !== undefined && !namesManifest(digest, letter)) throw new AnotherManifest('the letters name another manifest')
  const [fault] = await manifestFaults(manifest)
  if (fault !== undefined) throw new ManifestRefused(fault)
  return digest
}

async function fetchRows(api: CountingApi, onPhase: NonNullable<CountWaveOptions['onPhase']>, signal?: AbortSignal): Promise<KeyedRow[]> {
  const rows: KeyedRow[] = []
  for (;;) {
    signal?.throwIfAborted()
    const page = unpackSealed(await api.sealedPage(rows.at(-1)?.id ?? 0n))
    if (page.length === 0) return rows
    if (page[0]!.id <= (rows.at(-1)?.id ?? 0n)) throw new PageMalformed('a page that does not go on from the one before')
    rows.push(...page)
    onPhase('fetching', rows.length, 0)
  }
}

async function upload(
  api: CountingApi, count: Pick<Count, 'tally' | 'sealedSet'>, frozen: Awaited<ReturnType<typeof freeze>>, { onPhase, signal }: CountWaveOptions,
): Promise<void> {
  const { digest, sealedDigest, chunks } = frozen
  const announced: CountAnnouncement = {
    ...count, digest, sealedDigest, bytes: chunks.reduce((sum, { bytes }) => sum + bytes.length, 0), chunks: chunks.map((chunk) => chunk.digest),
  }
  const { upload: id } = await api.openUpload(announced)
  for (const [index, { bytes }] of chunks.entries()) {
    signal?.throwIfAborted()
    await api.putChunk(id, index, bytes)
    onPhase?.('uploading', index + 1, chunks.length)
  }
  await api.finalize(id)
}

/** What the server stored, chunk by chunk, against what it says it stored. */
async function readBack(api: CountingApi, digest: string, { onPhase, signal }: CountWaveOptions): Promise<void> {
  const { meta } = await readFrozen(api, (done, total) => {
    signal?.throwIfAborted()
    onPhase?.('reading-back', done, total)
  })
  if (meta.digest !== digest) throw new FrozenDiffers('an earlier count froze something else')
}

/** The sealed bytes of a frozen wave, every chunk and the whole checked, with what was announced. Rejects with ChunkDamaged. */
export async function readFrozen(
  api: Pick<CountingApi, 'frozenMeta' | 'frozenChunk'>, onChunk: (done: number, total: number) => void = () => {},
): Promise<{ meta: CountAnnouncement; bytes: Uint8Array<ArrayBuffer> }> {
  const meta = await api.frozenMeta()
  const parts: Uint8Array[] = []
  for (const [index, expected] of meta.chunks.entries()) {
    const part = await api.frozenChunk(index)
    if (hex(await sha256(part)) !== expected) throw new ChunkDamaged(index)
    parts.push(part)
    onChunk(index + 1, meta.chunks.length)
  }
  const bytes = concat(...parts)
  if (hex(await sha256(bytes)) !== meta.sealedDigest) throw new ChunkDamaged(null)
  return { meta, bytes }
}
