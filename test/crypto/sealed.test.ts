// Protects: that all sealed rows of a wave are equally long whatever was answered, and that whatever is not exactly what was sealed
// gives one clean error that tells nothing.
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { payloadBytes, payloadLength, readPayload } from '../../src/crypto/payload.ts'
import type { Payload } from '../../src/crypto/payload.ts'
import { CannotOpen, PADDED_SIZES, newIdentity, open, openFile, openerOf, pad, paddedSizeFor, seal, sealFile, sealedSize, unpad } from '../../src/crypto/sealed.ts'
import { base64url } from '../../src/crypto/base64url.ts'
import { utf8 } from '../../src/crypto/digest.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { longestAnswerBytes } from '../../src/instrument/longest-answer.ts'

/** 10,000 in the soak run. */
const MUTATIONS = process.env['NULMETING_SOAK'] ? 10_000 : 300

let identity: string
let recipient: string
beforeAll(async () => {
  ;({ identity, recipient } = await newIdentity())
})

const aPayload = (with_: Partial<Payload> = {}): Payload => ({
  v: 1, wave: 'w2026', stratumKeyId: 'a'.repeat(64), instrument: 'b'.repeat(64), language: 'nl', mode: 'web', phase: 0,
  message: base64url(new Uint8Array(32)), signature: base64url(new Uint8Array(256)), answers: {}, ...with_,
})

describe('the size of a sealed row', () => {
  it('attack 3: is the same for no answer, random answers, the longest ones and UTF-8 of four bytes', async () => {
    const longest = Object.fromEntries(coreInstrument.items.map((item) => [item.id, item.kind === 'several' ? item.options : item.options.at(-1)!]))
    const size = paddedSizeFor(payloadLength('w2026', 'nl', longestAnswerBytes(coreInstrument)))
    const payloads = [aPayload(), aPayload({ answers: longest }), aPayload({ language: '😀'.repeat(20) }), aPayload({ wave: '𐍈'.repeat(30), phase: 255, mode: 'assisted' })]
    for (let i = 0; i < 40; i += 1) {
      const items = coreInstrument.items.filter(() => Math.random() < 0.7)
      payloads.push(aPayload({ answers: Object.fromEntries(items.map((item) => [item.id, item.options[Math.floor(Math.random() * item.options.length)]!])) }))
    }
    const sizes = await Promise.all(payloads.map(async (payload) => (await seal(payloadBytes(payload), recipient, size)).length))
    expect(new Set(sizes)).toEqual(new Set([sealedSize(size)]))
  })

  it('attack 53: is one that a database page of 4,096 bytes holds without overflow', async () => {
    expect(PADDED_SIZES.map(sealedSize)).toEqual([1222, 2246, 3526])
    for (const size of PADDED_SIZES) {
      expect((await seal(new Uint8Array(0), recipient, size)).length).toBe(sealedSize(size))
      expect((await seal(new Uint8Array(size - 3), recipient, size)).length).toBe(sealedSize(size))
    }
  })

  it('is refused, never exceeded', async () => {
    for (const size of PADDED_SIZES) await expect(seal(new Uint8Array(size - 2), recipient, size)).rejects.toThrow(RangeError)
    expect(() => paddedSizeFor(3326)).toThrow(RangeError)
    expect([0, 1021, 1022, 2045, 2046, 3325].map(paddedSizeFor)).toEqual([1024, 1024, 2048, 2048, 3328, 3328])
  })

  it('is refused for a recipient whose rows would be longer', async () => {
    await expect(seal(new Uint8Array(1), 'age1pq1qqqq', 1024)).rejects.toThrow()
    await expect(seal(new Uint8Array(1), '', 1024)).rejects.toThrow()
  })

  it('counts the bytes of a payload before there is one', () => {
    const answers = { safe: 3, told: [1, 2, 5] }
    for (const wave of ['w2026', 'wäve😀']) {
      expect(payloadLength(wave, 'nl', utf8(JSON.stringify(answers)).length)).toBe(payloadBytes(aPayload({ wave, answers })).length)
    }
  })
})

describe('opening', () => {
  it('attack 20: gives one clean error for any flipped bit, cut, insertion or trailing byte', async () => {
    const sealed = await seal(utf8('answers'), recipient, 1024)
    const opener = openerOf(identity)
    const said = new Set<string>()
    for (let i = 0; i < MUTATIONS; i += 1) {
      const mutant = mutated(sealed, i)
      const error = await opener(mutant).then(() => null, (thrown: unknown) => thrown)
      expect(error, `mutation ${i}`).toBeInstanceOf(CannotOpen)
      said.add(`${(error as Error).name} ${(error as Error).message} ${String((error as Error).cause)}`)
    }
    expect([...said]).toEqual(['CannotOpen cannot be opened undefined'])
  })

  it('gives the same error for another key, other text, an empty file and a megabyte', async () => {
    const sealed = await seal(utf8('answers'), recipient, 1024)
    await expect(open(sealed, (await newIdentity()).identity)).rejects.toThrow(CannotOpen)
    for (const bytes of [new Uint8Array(0), utf8('age-encryption.org/v1\n'), crypto.getRandomValues(new Uint8Array(1222)), new Uint8Array(1_000_000)]) {
      await expect(open(bytes, identity)).rejects.toThrow(CannotOpen)
      await expect(openFile(bytes, identity)).rejects.toThrow(CannotOpen)
    }
  })

  it('gives the same error for a sealed text without padding', async () => {
    for (const bytes of [new Uint8Array(1022), new Uint8Array(1022).fill(1)]) {
      const sealed = await sealFile(bytes, [recipient])
      expect(sealed.length).toBe(1222)
      await expect(open(sealed, identity)).rejects.toThrow(CannotOpen)
    }
  })

  it('gives the same error for a well padded text of another size', async () => {
    for (const length of [10, 1021, 1023, 4000]) {
      const padded = new Uint8Array(length)
      padded[3] = 0x80
      await expect(open(await sealFile(padded, [recipient]), identity)).rejects.toThrow(CannotOpen)
    }
  })

  it('after sealing is the identity, and sealing twice never gives the same bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 1021 }), async (bytes) => {
      expect(unpad(pad(bytes, 1024))).toEqual(Uint8Array.from(bytes))
      const [one, two] = [await seal(bytes, recipient, 1024), await seal(bytes, recipient, 1024)]
      expect(one).not.toEqual(two)
      expect(await open(one, identity)).toEqual(Uint8Array.from(bytes))
    }), { numRuns: 40 })
  })

  it('of a whole file works for every recipient and nobody else', async () => {
    const second = await newIdentity()
    const file = crypto.getRandomValues(new Uint8Array(50_000))
    const sealed = await sealFile(file, [recipient, second.recipient])
    for (const key of [identity, second.identity]) expect(await openFile(sealed, key)).toEqual(file)
    await expect(openFile(sealed, (await newIdentity()).identity)).rejects.toThrow(CannotOpen)
  })
})

describe('a payload', () => {
  it('refuses bytes that are not one', () => {
    const good = payloadBytes(aPayload({ answers: { safe: 3 } }))
    const bad = [
      new Uint8Array(0), good.subarray(0, 355), good.with(0, 2), good.with(1, 4), good.with(1, 255), good.with(355, 0xff),
      new Uint8Array([...good, 0x20, 0x7b]), new Uint8Array([...good.subarray(0, 355), ...utf8('null')]),
      ...['[]', '{}', '{"wave":1,"language":"nl","answers":{}}', '{"wave":"w","language":"nl"}', '{"wave":"w","language":"nl","answers":[]}',
        '{"wave":"w","language":"nl","answers":{"a":"text"}}', '{"wave":"w","language":"nl","answers":{"a":[1,"2"]}}',
        '{"wave":"w","language":"nl","answers":{"a":1.5}}'].map((json) => new Uint8Array([...good.subarray(0, 355), ...utf8(json)])),
    ]
    bad.push(new Uint8Array([...good.subarray(0, 355), ...utf8('{"wave":"'), 0xc3, 0x28, ...utf8('","language":"nl","answers":{}}')]))
    for (const bytes of bad) expect(() => readPayload(bytes)).toThrow('not a payload')
  })

  it('refuses to be written with parts of another length', () => {
    const bad: Partial<Payload>[] = [{ message: 'AA' }, { signature: '' }, { stratumKeyId: 'aa' }, { instrument: '' }, { phase: 256 }, { phase: -1 }, { mode: 'fax' as 'web' }]
    for (const part of bad) expect(() => payloadBytes(aPayload(part))).toThrow(RangeError)
  })

  it('reads back what it writes', () => {
    const answer = fc.oneof(fc.integer(), fc.array(fc.integer(), { maxLength: 5 }))
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }).filter((key) => key !== '__proto__'), answer), fc.integer({ min: 0, max: 255 }), (answers, phase) => {
      const payload = aPayload({ answers, phase, mode: 'paper' })
      expect(JSON.stringify(readPayload(payloadBytes(payload)).answers, Object.keys(answers).sort())).toBe(JSON.stringify(answers, Object.keys(answers).sort()))
      expect(readPayload(payloadBytes(payload)).phase).toBe(phase)
    }))
    const payload = aPayload({ answers: { told: [1, 2], safe: 98 } })
    expect(readPayload(payloadBytes(payload))).toEqual(payload)
  })
})

/** Every kind of damage in turn, at a place that moves through the whole file. */
function mutated(sealed: Uint8Array, i: number): Uint8Array {
  const at = Math.floor((i * 7919) / 5) % sealed.length
  switch (i % 5) {
    case 0: return sealed.with(at, sealed[at]! ^ (1 << (i % 8)))
    case 1: return sealed.slice(0, at)
    case 2: return new Uint8Array([...sealed, ...crypto.getRandomValues(new Uint8Array(1 + (i % 40)))])
    case 3: return new Uint8Array([...sealed.subarray(0, at), i & 255, ...sealed.subarray(at)])
    // The same length, one byte dropped here and one added at the end.
    default: return new Uint8Array([...sealed.subarray(0, at), ...sealed.subarray(at + 1), (sealed.at(-1)! + 1) & 255])
  }
}
