// Protects: what stands on the paper of somebody who told something. However the words are typed they are understood or helped, never a crash,
// and the lists keep what they promise: no double, no word of both, four letters tell.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { WORD_LISTS, isWordAt, newReceipt, readReceipt, receiptDigits, receiptWords, wordsBeginning } from '../../src/crypto/receipt.ts'
import { receiptKeys } from '../../src/crypto/receipt-keys.ts'
import { hex } from '../../src/crypto/digest.ts'

const secretArbitrary = fc.uint8Array({ minLength: 9, maxLength: 9 }).map((bytes) => (bytes[0]! &= 3, new Uint8Array(bytes)))
const fixed = Uint8Array.of(2, 18, 52, 86, 120, 154, 188, 222, 240)

describe('the word lists', () => {
  it.each(['nl', 'en'] as const)('%s: 2,048 plain words in order, told apart by four letters', (list) => {
    const words = WORD_LISTS[list]
    expect(words.length).toBe(2048)
    expect(new Set(words.map((word) => word.slice(0, 4))).size).toBe(2048)
    expect([...words].sort()).toEqual(words)
    expect(words.filter((word) => !/^[a-z]{3,9}$/.test(word))).toEqual([])
  })

  it('share no word and no first four letters, so that what is typed names its list', () => {
    const dutch = new Set(WORD_LISTS.nl.map((word) => word.slice(0, 4)))
    expect(WORD_LISTS.en.filter((word) => dutch.has(word.slice(0, 4)))).toEqual([])
  })

  it('hold no word that would say what the paper is for', () => {
    const telling = ['melding', 'melden', 'politie', 'getuige', 'geheim', 'anoniem', 'dader', 'slachtoffer', 'wapen', 'drugs', 'moord', 'dief', 'straf', 'verraad', 'klikken', 'gemeente']
    expect(WORD_LISTS.nl.filter((word) => telling.includes(word))).toEqual([])
  })
})

describe('a receipt', () => {
  it('is the same secret as words of either list and as digits', () => {
    fc.assert(fc.property(secretArbitrary, (secret) => {
      for (const text of [receiptWords(secret, 'nl').join(' '), receiptWords(secret, 'en').join('-'), receiptDigits(secret).join(' ')]) {
        const read = readReceipt(text)
        expect('secret' in read && hex(read.secret)).toBe(hex(secret))
      }
    }))
    expect(receiptWords(fixed, 'nl')).toHaveLength(6)
    expect(receiptDigits(fixed)).toEqual(['3820', '5256', '6148', '8289', '3552'])
  })

  it('has 66 random bits: every bit of many is sometimes set, none outside', () => {
    const seen = new Uint8Array(9)
    for (let i = 0; i < 200; i += 1) newReceipt().forEach((byte, at) => (seen[at]! |= byte))
    expect([...seen]).toEqual([3, ...Array.from({ length: 8 }, () => 255)])
  })

  it('attack 22: is understood however it is typed', () => {
    const words = receiptWords(fixed, 'nl')
    const digits = receiptDigits(fixed).join('')
    const ways = [
      words.join(' ').toUpperCase(), words.join('\n'), `  ${words.join(' - ')}. `, words.map((word, i) => `${i + 1}. ${word}`).join('\n'), words.map((word) => word.slice(0, 4)).join(' '),
      words.join(' ').replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)), words.join('\u00a0'), words.join(' ').normalize('NFD'),
      digits, digits.match(/.{4}/g)!.join('-'), digits.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))), digits.replace(/\d/g, (d) => String.fromCharCode(0x0660 + Number(d))),
      digits.replace(/\d/g, (d) => String.fromCharCode(0x06f0 + Number(d))),
    ]
    for (const text of ways) {
      const read = readReceipt(text)
      expect([text, 'secret' in read && hex(read.secret)]).toEqual([text, hex(fixed)])
    }
  })

  it.each([
    ['nothing', '', { mistake: 'empty' }],
    ['emoji', '🦆🌳🏠🚲🌧️🍞', { mistake: 'empty' }],
    ['a word too few', 'aalbes aalmoes aambeeld aanbod aandacht', { mistake: 'count', of: 'words', found: 5, needed: 6 }],
    ['digits too few', '1234 5678', { mistake: 'count', of: 'digits', found: 8, needed: 20 }],
    ['digits of no receipt', '9999 9999 9999 9999 9999', { mistake: 'digits' }],
    ['words of both lists', 'aalbes aalmoes aambeeld abandon ability able', { mistake: 'mixed' }],
    ['an accent', 'aalbes aalmoes aambeeld áanbod aandacht aanhang', { mistake: 'word', position: 4, typed: 'áanbod', nearest: ['aanbod'] }],
    ['another script', 'вода aalmoes aambeeld aanbod aandacht aanhang', { mistake: 'word', position: 1, typed: 'вода', nearest: [] }],
    ['a megabyte', 'aalbes '.repeat(150_000), { mistake: 'long' }],
  ])('attack 22: %s is helped or refused', (_, text, mistake) => {
    expect(readReceipt(text)).toEqual(mistake)
  })

  it('attack 22: never crashes on anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const read = readReceipt(text)
      return 'secret' in read || 'mistake' in read
    }), { numRuns: 40 })
    for (const broken of ['\ud800', '\0', '\u202e1234', '1'.repeat(400), 'aalbes\ud83d aalmoes']) expect(readReceipt(broken)).toHaveProperty('mistake')
  })

  it('helps while a word is typed, and knows the two words that are asked back', () => {
    expect(wordsBeginning('KOM')).toContain('kompas')
    expect(wordsBeginning('k')).toEqual([])
    expect(wordsBeginning('aband')).toEqual(['abandon'])
    const words = receiptWords(fixed, 'nl')
    expect(isWordAt(fixed, 'nl', 3, ` ${words[2]!.toUpperCase()} `)).toBe(true)
    expect(isWordAt(fixed, 'nl', 3, words[2]!.slice(0, 4))).toBe(true)
    expect(isWordAt(fixed, 'nl', 3, words[3]!)).toBe(false)
    expect(isWordAt(fixed, 'nl', 3, '')).toBe(false)
  })
})

describe('what follows from a receipt', () => {
  it('differs by use and by municipality, and is the same every time', async () => {
    const [one, again, other] = await Promise.all([receiptKeys(fixed, new Uint8Array(16)), receiptKeys(fixed, new Uint8Array(16)), receiptKeys(fixed, new Uint8Array(16).fill(1))])
    expect(again).toEqual(one)
    const values = [one, other].flatMap(({ locator, authentication, messageKey, identity }) => [hex(locator), hex(authentication), hex(messageKey), identity])
    expect(new Set(values).size).toBe(8)
    // Fixed for good: with other values no word on paper finds its thread any more.
    expect(hex(one.locator)).toMatchInlineSnapshot(`"c45fc3c3a5e226f014bbca54235f7fee8a1f383460dc13165ee1267d982bd34f"`)
    expect(one.recipient).toMatchInlineSnapshot(`"age1uruzd9rw5ayul52j6v34zunzkqm0w8pru30x3kk8l3h8xyy0up9q6nwadh"`)
    await expect(receiptKeys(fixed, new Uint8Array(15))).rejects.toThrow(RangeError)
  })
})

