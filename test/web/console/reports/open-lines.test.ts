// What an officer's device does with bytes that are not what they should be. Protects: one damaged, forged, moved or swapped head or coding shows
// as such, hides no other, and nothing throws, whatever bytes come.
import { beforeAll, describe, expect, it } from 'vitest'
import { base64url, unbase64url } from '../../../../src/crypto/base64url.ts'
import { receiptKeys, SALT_BYTES } from '../../../../src/crypto/receipt-keys.ts'
import type { ReceiptKeys } from '../../../../src/crypto/receipt-keys.ts'
import { newReceipt } from '../../../../src/crypto/receipt.ts'
import { sealReport, threadOf } from '../../../../src/crypto/report.ts'
import type { ReportFacts } from '../../../../src/crypto/report.ts'
import { newIdentity, seal } from '../../../../src/crypto/sealed.ts'
import { sha256, utf8 } from '../../../../src/crypto/digest.ts'
import { NOTE_MOST, openCoding, sealCoding } from '../../../../web/console/reports/coding.ts'
import type { Coding } from '../../../../web/console/reports/coding.ts'
import { openLines, threadKey } from '../../../../web/console/reports/open-lines.ts'
import { size, soakFigure } from '../../../support/size.ts'

const FACTS: ReportFacts = { kinds: ['threat'], area: 'A', spot: 'street', partOfDay: 'evening', since: 'longer', week: '2026-W10', language: 'nl' }
const CODING: Coding = { area: 'A', spot: 'square', behaviour: 'drugs', week: '2026-W09', seriousness: 'light', note: 'é'.repeat(NOTE_MOST) }

let month: { identity: string; recipient: string }
let keys: ReceiptKeys
const to = () => ({ municipality: 'veld', month: '2026-03', recipient: month.recipient })

async function aLine(words = keys, where = to()) {
  const { head } = await sealReport(FACTS, 'tekst', where, words)
  const thread = await threadOf(head)
  const coding = await sealCoding(CODING, thread, where.recipient)
  return { thread: threadKey({ locator: base64url(await sha256(words.locator)) }), head: base64url(head), coding: base64url(coding) }
}
const open = (lines: { thread: string; head: string; coding: string | null }[]) => openLines({ municipality: 'veld', month: '2026-03', identity: month.identity, lines })

beforeAll(async () => {
  month = await newIdentity()
  keys = await receiptKeys(newReceipt(), new Uint8Array(SALT_BYTES))
})

describe('the lines of an inbox', () => {
  it('open when nothing is wrong', async () => {
    const line = await aLine()
    const [opened] = await open([line])
    expect(opened!.head).toMatchObject(FACTS)
    expect(opened!.coding).toEqual(CODING)
  })

  it('attack 19: a head moved to another thread, month or municipality, and a coding of another thread, show as damaged and hide no other', async () => {
    const other = await receiptKeys(newReceipt(), new Uint8Array(SALT_BYTES))
    const [own, foreign] = [await aLine(), await aLine(other)]
    const elsewhere = await aLine(keys, { ...to(), municipality: 'duin' })
    const earlier = await aLine(keys, { ...to(), month: '2026-02' })
    const opened = await open([
      { ...own, head: foreign.head, coding: null }, { ...own, coding: foreign.coding }, { ...own, head: elsewhere.head, coding: null }, { ...own, head: earlier.head, coding: null }, foreign,
    ])
    expect(opened.map(({ head }) => head !== null)).toEqual([false, true, false, false, true])
    expect(opened.map(({ coding }) => (typeof coding === 'string' ? coding : coding === null))).toEqual([true, 'damaged', true, true, false])
  })

  it('attack 20: mutated bytes give "damaged", never an exception', async () => {
    const line = await aLine()
    const mutations = size({ test: 400, soak: 10_000 })
    const random = (below: number) => Math.floor(Math.random() * below)
    const mutated = (text: string): string => {
      const bytes = unbase64url(text)
      switch (random(4)) {
        case 0: bytes[random(bytes.length)]! ^= 1 << random(8); return base64url(bytes)
        case 1: return base64url(bytes.subarray(0, random(bytes.length)))
        case 2: return base64url(new Uint8Array([...bytes, random(256)]))
        default: return text.slice(0, random(text.length)) + '!' + text.slice(random(text.length))
      }
    }
    for (let done = 0; done < mutations; done += 100) {
      const lines = Array.from({ length: 100 }, () => ({ thread: line.thread, head: mutated(line.head), coding: mutated(line.coding) }))
      for (const { head, coding } of await open(lines)) expect([head, coding]).toEqual([null, 'damaged'])
    }
    soakFigure('mutated heads and codings', mutations, 'each said to be damaged')
  })

  it('attack 20: what opens but is no head or coding is damaged too', async () => {
    const line = await aLine()
    const odd = ['{}', 'null', '[]', '{"v":1}', '{"v":2,"area":"A"}', '\u0000', '{"__proto__":{}}', JSON.stringify({ v: 1, ...CODING, spot: '<script>', thread: 'x' })]
    for (const text of odd) {
      const sealed = base64url(await seal(utf8(text), month.recipient, 1024))
      const [opened] = await open([{ ...line, head: sealed, coding: sealed }])
      expect([text, opened]).toEqual([text, { head: null, coding: 'damaged' }])
    }
  })

  it('a note that is too long is refused before it is sealed', async () => {
    const thread = new Uint8Array(32)
    await expect(sealCoding({ ...CODING, note: 'x'.repeat(NOTE_MOST + 1) }, thread, month.recipient)).rejects.toThrow(RangeError)
    for (const note of ['"'.repeat(NOTE_MOST), '語'.repeat(NOTE_MOST), '👀'.repeat(NOTE_MOST / 2)]) {
      expect((await openCoding(await sealCoding({ ...CODING, note }, thread, month.recipient), thread, month.identity)).note).toBe(note)
    }
  })
})
