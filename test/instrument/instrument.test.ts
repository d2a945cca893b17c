// Protects the hashes that name what was asked: every change of wording or options shows, no change of mere order does.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coreEn } from '../../src/instrument/batteries/core-en.ts'
import { coreNl } from '../../src/instrument/batteries/core-nl.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { canonicalJson } from '../../src/crypto/digest.ts'
import { instrumentHash, itemHash, itemHashes } from '../../src/instrument/instrument.ts'
import type { InstrumentText, ItemText, MissingText } from '../../src/instrument/instrument.ts'
import type { Item } from '../../src/instrument/item.ts'
import { reworded } from '../../src/instrument/reworded.ts'

const missing: MissingText = { dontKnow: 'Weet ik niet', preferNot: 'Wil ik niet zeggen' }
const mark: Item = { id: 'mark', block: 'b', kind: 'mark', options: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], askedIf: { item: 'earlier', in: [1, 98] } }
const words: ItemText = { question: 'Hoe is het hier? € 🙂 "zo"\n', hint: '0 is slecht.', options: { 0: 'slecht', 10: 'goed' } }

/** Reverses the members of every object, keeping lists: the same JSON to RFC 8785. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, reversed(member)])) as T
}

describe('itemHash', () => {
  it('gives the known answer (Python hashlib over json.dumps with sorted keys)', async () => {
    expect(await itemHash(mark, words, missing)).toBe('5a9651d0b1c5ae7cf18688b3360613483bdd4f6bfb325d59e9db5c30e7df942f')
  })

  it.each<[string, Item, ItemText, MissingText]>([
    ['another question', mark, { ...words, question: 'Hoe is het daar?' }, missing],
    ['another hint', mark, { ...words, hint: '0 is heel slecht.' }, missing],
    ['no hint', mark, { question: words.question, options: words.options }, missing],
    ['an option in other words', mark, { ...words, options: { 0: 'heel slecht', 10: 'goed' } }, missing],
    ['two options exchanged', mark, { ...words, options: { 0: 'goed', 10: 'slecht' } }, missing],
    ['other words for "don\'t know"', mark, words, { ...missing, dontKnow: 'Geen idee' }],
    ['other words for "prefer not to say"', mark, words, { ...missing, preferNot: 'Zeg ik niet' }],
    ['other options', { ...mark, options: [1, 2] }, words, missing],
    ['options in another order', { ...mark, options: [...mark.options].reverse() }, words, missing],
    ['another kind', { ...mark, kind: 'one' }, words, missing],
    ['other routing', { ...mark, askedIf: { item: 'earlier', in: [1] } }, words, missing],
    ['no routing', { ...mark, askedIf: undefined } as unknown as Item, words, missing],
    ['another id', { ...mark, id: 'mark2' }, words, missing],
    ['an excluding option', { ...mark, exclusive: 3 }, words, missing],
  ])('changes with %s', async (_, item, text, labels) => {
    expect(await itemHash(item, text, labels)).not.toBe(await itemHash(mark, words, missing))
  })

  it('does not change with key order, block, table label or recording', async () => {
    const same = { ...reversed(mark), block: 'other', summary: coreInstrument.items[0]!.summary! }
    expect(await itemHash(same, reversed({ ...words, audio: '/a.mp3' }), reversed(missing))).toBe(await itemHash(mark, words, missing))
  })

  it('differs for any two different wordings', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), async (one, other) => {
      fc.pre(one !== other)
      const [a, b] = await Promise.all([one, other].map((question) => itemHash(mark, { ...words, question }, missing)))
      expect(a).not.toBe(b)
    }))
  })
})

describe('instrumentHash', () => {
  const published = { instrument: coreInstrument, text: coreNl }

  it('refuses numbers an instrument cannot hold', async () => {
    await expect(instrumentHash({ ...published, instrument: { ...coreInstrument, version: 1.5 } })).rejects.toThrow(RangeError)
  })

  it('is the digest of the bytes the server stores and a phone fetches', async () => {
    expect(await instrumentHash(published)).toBe(createHash('sha256').update(canonicalJson(published)).digest('hex'))
  })

  it('survives a journey as JSON and any key order', async () => {
    const hash = await instrumentHash(published)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await instrumentHash(JSON.parse(JSON.stringify(published)))).toBe(hash)
    expect(await instrumentHash(reversed(published))).toBe(hash)
  })

  it('changes with any word, any option and the order of items', async () => {
    const texts: InstrumentText[] = [coreNl, coreEn, { ...coreNl, direction: 'rtl' }]
    for (const [id, { question, options }] of Object.entries(coreNl.items)) {
      texts.push(reworded(coreNl, id, `${question} `))
      for (const code of Object.keys(options)) {
        texts.push({ ...coreNl, items: { ...coreNl.items, [id]: { ...coreNl.items[id]!, options: { ...options, [code]: 'x' } } } })
      }
    }
    const hashes = await Promise.all(texts.map((text) => instrumentHash({ instrument: coreInstrument, text })))
    hashes.push(await instrumentHash({ ...published, instrument: { ...coreInstrument, items: [...coreInstrument.items].reverse() } }))
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('itemHashes', () => {
  it('refuses a text that lacks an item', async () => {
    const { age, ...rest } = coreNl.items
    expect(age).toBeDefined()
    await expect(itemHashes({ instrument: coreInstrument, text: { ...coreNl, items: rest } })).rejects.toThrow('itemHashes requires a text for item age')
  })

  it('gives each item its own hash in each language', async () => {
    const [nl, en] = await Promise.all([coreNl, coreEn].map((text) => itemHashes({ instrument: coreInstrument, text })))
    expect(Object.keys(nl!)).toEqual(coreInstrument.items.map(({ id }) => id))
    expect(new Set([...Object.values(nl!), ...Object.values(en!)]).size).toBe(2 * coreInstrument.items.length)
    expect(nl!.mark).toBeUndefined()
  })
})
