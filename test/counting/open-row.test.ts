// Protects: that nothing enters the frozen wave but answers with a credential of this wave, stratum and instrument, whoever wrote the
// row, and that each refusal has its own number in the certificate.
import { beforeAll, describe, expect, it } from 'vitest'
import { dummyCredential } from '../../src/crypto/credential.ts'
import { utf8 } from '../../src/crypto/digest.ts'
import { newIdentity, seal } from '../../src/crypto/sealed.ts'
import type { SealedRow } from '../../src/crypto/sealed-set.ts'
import { InstrumentsDiffer, instrumentOf } from '../../src/counting/instrument-of.ts'
import { openRow, openRows } from '../../src/counting/open-row.ts'
import { faults } from '../../src/instrument/answers.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { aCredential, aRow, aWave, noDigest, published, someAnswers } from './a-wave.ts'
import type { Wave } from './a-wave.ts'

let wave: Wave
let other: Wave
beforeAll(async () => {
  ;[wave, other] = await Promise.all([aWave(), aWave()])
})

const invalid = async (row: SealedRow) => {
  const reading = await openRow(row, wave.keys)
  return 'invalid' in reading ? reading.invalid : reading
}

describe('a row that does not count', () => {
  it('attack 11: names another wave', async () => {
    expect(await invalid(await aRow(wave, 1, { wave: 'w2025' }))).toBe('wave')
  })

  it('attack 11: names another stratum than the one that signed: counted as moved', async () => {
    const credential = await aCredential(wave, 0)
    expect(await invalid(await aRow(wave, 1, { stratum: 1, credential }))).toBe('moved')
  })

  it('attack 55: names a stratum that is not in the manifest: moved if one of the wave signed, unknown if none did', async () => {
    expect(await invalid(await aRow(wave, 1, { stratumKeyId: 'f'.repeat(64) }))).toBe('moved')
    expect(await invalid(await aRow(wave, 1, { stratumKeyId: 'f'.repeat(64), credential: dummyCredential() }))).toBe('stratum')
  })

  it('attack 11: names another instrument, an unknown language, or the one of another language', async () => {
    const { nl } = wave.keys.manifest.instruments
    expect(await invalid(await aRow(wave, 1, { instrument: 'f'.repeat(64) }))).toBe('instrument')
    expect(await invalid(await aRow(wave, 1, { language: 'tr' }))).toBe('instrument')
    expect(await invalid(await aRow(wave, 1, { language: 'constructor' }))).toBe('instrument')
    expect(await invalid(await aRow(wave, 1, { language: 'en', instrument: nl! }))).toBe('instrument')
  })

  it('attack 54: is well formed and sealed to the public recipient, but nobody signed it', async () => {
    expect(await invalid(await aRow(wave, 1, { credential: dummyCredential() }))).toBe('signature')
    expect(await invalid(await aRow(wave, 1, { credential: await aCredential(other, 0) }))).toBe('signature')
  })

  it('attack 19: carries a credential that belongs to another stored digest', async () => {
    expect(await invalid(await aRow(wave, 1, { spent: noDigest() }))).toBe('spent')
    const [one, two] = [await aRow(wave, 1), await aRow(wave, 2)]
    expect(await invalid({ spent: one.spent, sealed: two.sealed })).toBe('spent')
  })

  it('attack 20: has a flipped bit, another size, or is sealed to another key', async () => {
    const row = await aRow(wave, 1)
    expect(await invalid({ ...row, sealed: row.sealed.with(1000, row.sealed[1000]! ^ 1) })).toBe('sealed')
    expect(await invalid({ ...row, sealed: row.sealed.subarray(1) })).toBe('size')
    expect(await invalid({ ...row, sealed: new Uint8Array(0) })).toBe('size')
    // A size of the format, but not of this wave: it would have stood out among the rows.
    expect(await invalid({ ...row, sealed: await seal(utf8('x'), wave.keys.manifest.recipient, 1024) })).toBe('size')
    expect(await invalid({ ...row, sealed: await seal(utf8('x'), (await newIdentity()).recipient, 2048) })).toBe('sealed')
    expect(await invalid({ ...row, sealed: await seal(utf8('x'), wave.keys.manifest.recipient, 2048) })).toBe('payload')
  })

  it('claims a phase that fieldwork never had', async () => {
    expect(await invalid(await aRow(wave, 1, { phase: 3 }))).toBe('phase')
  })

  it('holds answers that the instrument does not allow', async () => {
    const first = coreInstrument.items[0]!
    for (const answers of [{ [first.id]: 42 }, { unknown: 1 }, { [first.id]: [1] }]) {
      expect(await invalid(await aRow(wave, 1, { answers }))).toBe('answers')
    }
  })
})

describe('a row that counts', () => {
  it('keeps answers, stratum, mode, language and phase, and nothing else', async () => {
    const answers = someAnswers(7)
    expect(faults(coreInstrument, answers)).toEqual([])
    const reading = await openRow(await aRow(wave, 7, { stratum: 1, mode: 'assisted', language: 'en', instrument: wave.keys.manifest.instruments['en']!, answers }), wave.keys)
    if ('invalid' in reading) throw new Error(reading.invalid)
    expect(Object.keys(reading).sort()).toEqual(['row', 'spent'])
    expect(Object.keys(reading.row).sort()).toEqual(['answers', 'language', 'mode', 'phase', 'stratum'])
    expect(reading.row).toMatchObject({ stratum: 'south', mode: 'assisted', language: 'en', phase: '1' })
    expect(reading.row.answers).toMatchObject(answers)
  })

  it('is read the same in a batch of plain, cloned data, in order', async () => {
    const rows = [await aRow(wave, 1), await aRow(wave, 2, { phase: 9 }), await aRow(wave, 3, { stratum: 1 })]
    const readings = await openRows(structuredClone(rows), structuredClone(wave.keys))
    expect(readings).toEqual(await Promise.all(rows.map((row) => openRow(row, wave.keys))))
    expect(readings[1]).toEqual({ invalid: 'phase' })
  })
})

describe('the instrument of a wave', () => {
  it('refuses a published instrument that was altered or is missing, by language', async () => {
    const [nl, en] = published as [typeof published[number], typeof published[number]]
    const altered = { ...nl, text: { ...nl.text, name: 'x' } }
    await expect(instrumentOf(wave.keys.manifest, [altered, en])).rejects.toThrow(InstrumentsDiffer)
    await expect(instrumentOf(wave.keys.manifest, [nl])).rejects.toThrow('in en')
  })

  it('is the one that all languages share', async () => {
    expect(await instrumentOf(wave.keys.manifest, published)).toEqual(coreInstrument)
  })
})
