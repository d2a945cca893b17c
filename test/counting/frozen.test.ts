// Protects: that a frozen wave comes back exactly as it was counted, that nothing else is in the file, and that any change shows.
import { parquetMetadata } from 'hyparquet'
import { beforeAll, describe, expect, it } from 'vitest'
import { concat } from '../../src/crypto/digest.ts'
import { CannotOpen, newIdentity, sealFile } from '../../src/crypto/sealed.ts'
import { CHUNK_BYTES, ChunkDamaged, inChunks, joinChunks } from '../../src/counting/chunks.ts'
import { FrozenDiffers, freeze, frozenDigest, openFrozen } from '../../src/counting/freeze.ts'
import { NotFrozenWave, frozenFile, readFrozenFile } from '../../src/counting/frozen-file.ts'
import { complete } from '../../src/instrument/answers.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { ROW_LABELS, columnNames, toMicrodata } from '../../src/instrument/microdata.ts'
import type { Row } from '../../src/instrument/microdata.ts'
import { someAnswers } from './a-wave.ts'

const about = { wave: 'w2026', manifest: 'c'.repeat(64) }
const rows: Row[] = Array.from({ length: 2500 }, (_, i) => ({
  stratum: `area ${i % 13}`, mode: i % 9 ? 'web' : 'paper', language: i % 4 ? 'nl' : 'en', phase: String(i % 3), answers: complete(coreInstrument, someAnswers(i)),
}))
const archive = await newIdentity()
let frozen: Awaited<ReturnType<typeof freeze>>
let sealed: Uint8Array
beforeAll(async () => {
  frozen = await freeze(coreInstrument, rows, about, [archive.recipient])
  sealed = await joinChunks(frozen.chunks, frozen.sealedDigest)
})

describe('a frozen wave', () => {
  it('attack 36: is refused under the digest of a certificate it does not belong to', async () => {
    const digests = await Promise.all([rows.slice(1), [...rows, rows[0]!], rows.with(9, { ...rows[9]!, answers: complete(coreInstrument, {}) })]
      .map((altered) => frozenDigest(coreInstrument, altered, about)))
    for (const digest of digests) await expect(openFrozen(sealed, archive.identity, digest)).rejects.toThrow(FrozenDiffers)
    const other = await sealFile(frozenFile(coreInstrument, rows.slice(1), about), [archive.recipient])
    await expect(openFrozen(other, archive.identity, frozen.digest)).rejects.toThrow(FrozenDiffers)
  })

  it('does not open with another key, nor when a byte of it changed', async () => {
    await expect(openFrozen(sealed, (await newIdentity()).identity, frozen.digest)).rejects.toThrow(CannotOpen)
    await expect(openFrozen(sealed.with(700, sealed[700]! ^ 1), archive.identity, frozen.digest)).rejects.toThrow(CannotOpen)
  })

  it('refuses bytes that are no frozen wave', async () => {
    const good = frozenFile(coreInstrument, rows.slice(0, 5), about)
    for (const bytes of [new Uint8Array(0), new Uint8Array(100), good.subarray(0, 200), good.subarray(1)]) {
      await expect(readFrozenFile(bytes)).rejects.toThrow(NotFrozenWave)
    }
  })

  it('comes back as the microdata that were counted, with its head', async () => {
    const { microdata, head } = await openFrozen(sealed, archive.identity, frozen.digest)
    expect(microdata).toEqual(toMicrodata(coreInstrument, rows))
    expect(head).toEqual({ ...about, instrument: `${coreInstrument.id} ${coreInstrument.version}` })
  })

  it('comes back when nobody answered', async () => {
    const { microdata } = await readFrozenFile(frozenFile(coreInstrument, [], about))
    expect(microdata).toEqual(toMicrodata(coreInstrument, []))
  })

  it('holds the columns of the instrument and four labels, and no time or name of a tool that changes', () => {
    const metadata = parquetMetadata(frozenFile(coreInstrument, rows, about).buffer)
    expect(metadata.schema.slice(1).map(({ name }) => name)).toEqual([...ROW_LABELS, ...columnNames(coreInstrument)])
    expect(metadata.key_value_metadata?.map(({ key }) => key)).toEqual(['format', 'wave', 'manifest', 'instrument'])
    expect(metadata.created_by).toBe('nulmeting frozen wave 1')
  })

  it('has the same plain digest on every run although it is never sealed the same way twice', async () => {
    const again = await freeze(coreInstrument, rows, about, [archive.recipient])
    expect(again.digest).toBe(frozen.digest)
    expect(again.sealedDigest).not.toBe(frozen.sealedDigest)
    expect(await frozenDigest(coreInstrument, rows, about)).toBe(frozen.digest)
    expect(await frozenDigest(coreInstrument, rows, { ...about, wave: 'w2027' })).not.toBe(frozen.digest)
  })
})

describe('chunks', () => {
  it('refuses one that is altered, missing, doubled or out of order, and names it', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(50_000))
    const chunks = await inChunks(bytes, 20_000)
    const whole = (await inChunks(bytes))[0]!.digest
    await expect(joinChunks(chunks.with(1, { ...chunks[1]!, bytes: chunks[1]!.bytes.with(0, chunks[1]!.bytes[0]! ^ 1) }), whole)).rejects.toMatchObject({ index: 1 })
    for (const wrong of [chunks.slice(1), chunks.slice(0, -1), [...chunks, chunks[0]!], chunks.toReversed(), []]) {
      await expect(joinChunks(wrong, whole)).rejects.toThrow(ChunkDamaged)
    }
    expect(await joinChunks(chunks, whole)).toEqual(bytes)
  })

  it('are never above a megabyte', async () => {
    const chunks = await inChunks(concat(new Uint8Array(2 * CHUNK_BYTES), Uint8Array.of(1)))
    expect(chunks.map(({ bytes }) => bytes.length)).toEqual([1_000_000, 1_000_000, 1])
  })
})
