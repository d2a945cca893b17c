// Protects: that nothing can be read, exchanged, forged, replayed, left out or reordered in a thread without it showing, and that everything has
// its one size. Refusal first: an officer sees "damaged or forged", never a crash.
import { beforeAll, describe, expect, it } from 'vitest'
import { base64url } from '../../src/crypto/base64url.ts'
import { concat, hex, sha256 } from '../../src/crypto/digest.ts'
import { decoy } from '../../src/crypto/decoy.ts'
import { newReceipt } from '../../src/crypto/receipt.ts'
import { receiptKeys } from '../../src/crypto/receipt-keys.ts'
import type { ReceiptKeys } from '../../src/crypto/receipt-keys.ts'
import { BLOCK_BYTES, packBlock } from '../../src/crypto/report-block.ts'
import { readChain } from '../../src/crypto/report-chain.ts'
import { MESSAGE_TEXT_BYTES, messageDigest, openMessage, sealMessage } from '../../src/crypto/report-message.ts'
import { goneBy, isoWeek, monthAfter, monthOf } from '../../src/crypto/report-month.ts'
import { openNote } from '../../src/crypto/report-note.ts'
import { newNote, nextMessage, openBlock } from '../../src/crypto/report-thread.ts'
import { HEAD_BYTES, PART_BYTES, TEXT_BYTES, TEXT_MOST, openHead, openText, sealReport } from '../../src/crypto/report.ts'
import type { ReportFacts, SealedReport } from '../../src/crypto/report.ts'
import { CannotOpen, looksSealed, newIdentity } from '../../src/crypto/sealed.ts'
import { size, soakFigure } from '../support/size.ts'

const facts: ReportFacts = { kinds: ['threat', 'drugs'], area: 'BU03630001', spot: 'stairwell', partOfDay: 'night', since: 'this-week', week: '2026-W10', language: 'nl' }
const NONE = new Uint8Array(32)

let month: { identity: string; recipient: string }
let keys: ReceiptKeys
let other: ReceiptKeys
let report: SealedReport
beforeAll(async () => {
  month = await newIdentity()
  ;[keys, other] = await Promise.all([receiptKeys(newReceipt(), NONE.slice(16)), receiptKeys(newReceipt(), NONE.slice(16))])
  report = await told('Er wordt gedeald in het trapportaal.')
})
const told = (text: string, by = keys) => sealReport(facts, text, { municipality: 'veld', month: '2026-03', recipient: month.recipient }, by)

/** The officers' messages, as a chain. */
async function chain(texts: readonly string[], by = keys, thread = report.thread): Promise<Uint8Array[]> {
  const sealed: Uint8Array[] = []
  for (const [sequence, text] of texts.entries()) {
    const previous = sequence === 0 ? NONE : await messageDigest(sealed.at(-1)!)
    sealed.push(await sealMessage({ role: 'officer', sequence, status: 'acting', seen: 0, thread, previous, text }, by.messageKey, [month.recipient, by.recipient]))
  }
  return sealed
}
const read = (sealed: readonly Uint8Array[], from = 0) => readChain(sealed, { role: 'officer', thread: report.thread, messageKey: keys.messageKey, identity: month.identity, from })
const verdicts = async (sealed: readonly Uint8Array[]) => (await read(sealed)).map((link) => (link.sound ? link.message.text : link.fault))

describe('a report', () => {
  it('attack 3: has one size, whatever is told', async () => {
    for (const text of ['', 'x', '😀'.repeat(TEXT_MOST / 2), '\u0800'.repeat(TEXT_MOST), '\0"\\\n'.repeat(TEXT_MOST / 4)]) {
      const sealed = await told(text)
      expect([sealed.head.length, sealed.text.length]).toEqual([HEAD_BYTES, TEXT_BYTES])
      const head = await openHead(sealed.head, month.identity)
      expect(await openText(sealed.text, head, month.identity)).toBe(text)
    }
    await expect(told('x'.repeat(TEXT_MOST + 1))).rejects.toThrow(RangeError)
  })

  it('is read with the month\'s key alone, not with the words', async () => {
    const head = await openHead(report.head, month.identity)
    expect(head).toMatchObject({ ...facts, v: 1, recipient: keys.recipient, locator: base64url(await sha256(keys.locator)) })
    await expect(openHead(report.head, keys.identity)).rejects.toThrow(CannotOpen)
    await expect(openText(report.text, head, keys.identity)).rejects.toThrow(CannotOpen)
  })

  it('attack 19: takes no other text, not even a true one of another report', async () => {
    const stranger = await told('Iets anders.', other)
    const head = await openHead(report.head, month.identity)
    await expect(openText(stranger.text, head, month.identity)).rejects.toThrow(CannotOpen)
  })

  it('refuses codes that no page of ours sends', async () => {
    for (const wrong of [{ kinds: ['suspect'] }, { spot: '<img src=x>' }, { week: 'yesterday' }, { language: '../../x' }, { area: 'x'.repeat(21) }]) {
      const sealed = await sealReport({ ...facts, ...wrong } as unknown as ReportFacts, '', { municipality: 'veld', month: '2026-03', recipient: month.recipient }, keys)
      await expect(openHead(sealed.head, month.identity), JSON.stringify(wrong)).rejects.toThrow(CannotOpen)
    }
  })
})

describe('messages', () => {
  it('come out as they went in, in order, with their status', async () => {
    expect(await verdicts(await chain(['Dank u.', 'Wij zijn langs geweest.', '']))).toEqual(['Dank u.', 'Wij zijn langs geweest.', ''])
    const [message] = await chain(['x'.repeat(MESSAGE_TEXT_BYTES)])
    expect(message!.length).toBe(PART_BYTES)
    await expect(chain(['x'.repeat(MESSAGE_TEXT_BYTES + 1)])).rejects.toThrow(RangeError)
  })

  it('attack 19: replayed, reordered, left out or taken from another thread is seen in its place', async () => {
    const [a, b, c] = (await chain(['a', 'b', 'c'])) as [Uint8Array, Uint8Array, Uint8Array]
    const [stranger] = await chain(['vreemd'], other, (await told('x', other)).thread)
    const [elsewhere] = await chain(['elders'], keys, (await told('y')).thread)
    expect(await verdicts([a, b, b])).toEqual(['a', 'b', 'moved'])
    expect(await verdicts([b, a, c])).toEqual(['gap', 'moved', 'c'])
    expect(await verdicts([a, c])).toEqual(['a', 'gap'])
    expect(await verdicts([b, c])).toEqual(['gap', 'c'])
    expect(await verdicts([a, stranger!, c])).toEqual(['a', 'damaged', 'c'])
    expect(await verdicts([elsewhere!, a])).toEqual(['moved', 'a'])
    const swapped = await read([a, await sealMessage({ role: 'officer', sequence: 1, status: 'done', seen: 0, thread: report.thread, previous: NONE, text: 'b' }, keys.messageKey, [month.recipient, keys.recipient]), c])
    expect(swapped.map(({ sound }) => sound)).toEqual([true, false, false])
  })

  it('attack 19: cannot be forged by who writes to the database: the recipients are public, the message key is not', async () => {
    const forged = await sealMessage({ role: 'officer', sequence: 0, status: 'done', seen: 0, thread: report.thread, previous: NONE, text: 'Bel 06-12345678' }, crypto.getRandomValues(new Uint8Array(32)), [month.recipient, keys.recipient])
    expect(await verdicts([forged])).toEqual(['damaged'])
    const fromReporter = await sealMessage({ role: 'reporter', sequence: 0, status: 'received', seen: 0, thread: report.thread, previous: NONE, text: 'x' }, keys.messageKey, [month.recipient])
    expect(await verdicts([fromReporter])).toEqual(['moved'])
  })

  it('attack 20: mutated anywhere gives one clean error', async () => {
    const [message] = await chain(['Dank u.'])
    const whole = { head: report.head, text: report.text, message: message!, note: await newNote('2026-03', report.thread, keys) }
    const head = await openHead(report.head, month.identity)
    const opening = {
      head: (bytes: Uint8Array) => openHead(bytes, month.identity),
      text: (bytes: Uint8Array) => openText(bytes, head, month.identity),
      message: (bytes: Uint8Array) => openMessage(bytes, keys.messageKey, month.identity),
      note: (bytes: Uint8Array) => openNote(bytes, keys),
    }
    const tries = size({ test: 400, soak: 10_000 })
    let refused = 0
    for (let i = 0; i < tries; i += 1) {
      const what = (['head', 'text', 'message', 'note'] as const)[i % 4]!
      const mutant = mutated(whole[what], i)
      await opening[what](mutant).then(() => { throw new Error(`mutant ${i} of ${what} was opened`) }, (fault) => {
        expect([i, what, (fault as Error).name, (fault as Error).message]).toEqual([i, what, 'CannotOpen', 'cannot be opened'])
        refused += 1
      })
    }
    soakFigure('mutations of sealed reports', tries, `${refused} refused`)
  })
})

/** A flipped bit, a cut, trailing bytes, or two stretches exchanged; the bit walks through header and body. */
function mutated(bytes: Uint8Array, i: number): Uint8Array {
  const at = (i * 7919) % bytes.length
  if (i % 16 === 13) return bytes.slice(0, at)
  if (i % 16 === 14) return concat(bytes, crypto.getRandomValues(new Uint8Array(1 + (at % 40))))
  const mutant = bytes.slice()
  if (i % 16 === 15) mutant.set(bytes.subarray(at % 300, (at % 300) + 20), bytes.length - 40)
  else mutant[i % 3 === 0 ? at % 200 : at]! ^= 1 << (i % 8)
  return mutant
}

describe('a block', () => {
  it('attack 21: has one size and one form, with news or without, for known words or unknown', async () => {
    const note = await newNote('2026-03', report.thread, keys)
    const messages = (await chain(['a', 'b', 'c'])).reverse()
    const blocks = [packBlock(null, []), packBlock(note, []), packBlock(note, messages)]
    for (const block of blocks) {
      expect(block.length).toBe(BLOCK_BYTES)
      // Every part begins as a sealed file does, there or not.
      for (const start of [1, ...[0, 1, 2, 3, 4, 5].map((i) => 1 + 1222 + i * PART_BYTES)]) expect(looksSealed(block.subarray(start))).toBe(true)
    }
    expect(await openBlock(blocks[0]!, keys)).toBeNull()
    expect(await openBlock(blocks[2]!, other)).toBeNull()
    expect(await openBlock(blocks[1]!, keys)).toMatchObject({ links: [], count: 0, note: { month: '2026-03', sent: 0 } })
    const thread = (await openBlock(blocks[2]!, keys))!
    expect(thread.links.map((link) => link.sound && link.message.text)).toEqual(['a', 'b', 'c'])
    expect(thread.count).toBe(3)
  })

  it('attack 21: a decoy has the header of a sealed file, line by line', async () => {
    const [real] = await chain(['a'])
    const lines = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes).split('\n').slice(0, 6).map((line) => line.slice(0, 60).replace(/[A-Za-z0-9+/]{43}/, '#'))
    expect(lines(decoy(PART_BYTES, 2)).slice(0, 5)).toEqual(lines(real!).slice(0, 5))
    expect(lines(decoy(HEAD_BYTES, 1)).slice(0, 3)).toEqual(lines(report.head).slice(0, 3))
  })

  it('shows a damaged message in front of sound ones, and where older ones are', async () => {
    const sealed = await chain(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
    const note = await newNote('2026-03', report.thread, keys)
    const damaged = sealed.slice(2).map((bytes, i) => (i === 2 ? mutated(bytes, 1) : bytes))
    const thread = (await openBlock(packBlock(note, damaged.reverse()), keys))!
    expect(thread.links.map((link) => (link.sound ? link.message.text : link.fault))).toEqual(['c', 'd', 'damaged', 'f', 'g', 'h'])
    expect([thread.oldest, thread.count]).toEqual([2, 8])
  })

  it('lets the reporter go on from the words alone', async () => {
    const first = (await openBlock(packBlock(await newNote('2026-03', report.thread, keys), await chain(['a'])), keys))!
    const one = await nextMessage(first, 'Het is weer zo ver.', keys, month.recipient)
    const second = (await openBlock(packBlock(one.note, await chain(['a'])), keys))!
    const two = await nextMessage(second, 'En nu ook overdag.', keys, month.recipient)
    expect([one.sequence, two.sequence, one.message.length]).toEqual([0, 1, PART_BYTES])
    const links = await readChain([one.message, two.message], { role: 'reporter', thread: report.thread, messageKey: keys.messageKey, identity: month.identity })
    expect(links.map((link) => link.sound && [link.message.text, link.message.seen])).toEqual([['Het is weer zo ver.', 1], ['En nu ook overdag.', 1]])
    await expect(openMessage(one.message, keys.messageKey, keys.identity)).rejects.toThrow(CannotOpen)
  })
})

it('counts months and weeks the same everywhere', () => {
  expect([monthOf(new Date('2026-03-31T23:59:59Z')), monthAfter('2026-12'), monthAfter('2026-01', -1), goneBy('2026-03')]).toEqual(['2026-03', '2027-01', '2025-12', '2026-09-01'])
  // ISO 8601: the last days of a year may be week 1 of the next, the first ones week 53 of the one before.
  expect(['2026-03-02', '2025-12-29', '2027-01-03', '2024-12-30', '2026-12-31'].map((day) => isoWeek(new Date(`${day}T12:00:00Z`)))).toEqual(['2026-W10', '2026-W01', '2026-W53', '2025-W01', '2026-W53'])
  expect(hex(NONE)).toHaveLength(64)
})
