// Protects: that a mistyped code is caught on the phone, that what people really type is understood, and that a code's stratum follows
// from its hash alone.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CROCKFORD } from '../../src/crypto/crockford.ts'
import { newCode, newCodes } from '../../src/crypto/draw-codes.ts'
import { checkCharacter, codeHash, fragmentOf, parseCode, parseFragment, parseLabel, printedCode, stratumOf } from '../../src/crypto/invite-code.ts'

const digest = '5'.repeat(64)
const aCode = fc.constant(null).map(() => newCode())

describe('a typed code', () => {
  it('refuses every single wrong character and every swap of two', () => {
    const code = newCode()
    for (let at = 0; at < 13; at += 1) {
      for (const character of CROCKFORD) {
        const typed = code.slice(0, at) + character + code.slice(at + 1)
        if (typed !== code) expect(parseCode(typed)).toEqual({ mistake: 'check' })
      }
      for (let to = at + 1; to < 13; to += 1) {
        const letters = [...code]
        ;[letters[at], letters[to]] = [letters[to]!, letters[at]!]
        if (letters.join('') !== code) expect(parseCode(letters.join(''))).toEqual({ mistake: 'check' })
      }
    }
  })

  it.each([
    ['nothing', '  - ', { mistake: 'empty' }],
    ['a letter that is in no code', '7K3M 9QXU 2F8TN', { mistake: 'character', found: 'U', position: 8 }],
    ['a sign', '7K3M 9QX? 2F8TN', { mistake: 'character', found: '?', position: 8 }],
    ['an emoji', '7K3M 😀QXX 2F8TN', { mistake: 'character', found: '😀', position: 5 }],
    ['too little', '7K3M 9QX', { mistake: 'length', found: 7 }],
    ['too much', '7K3M 9QXX 2F8TN 1', { mistake: 'length', found: 14 }],
  ])('names the mistake in %s', (_, typed, mistake) => {
    expect(parseCode(typed)).toEqual(mistake)
  })

  it('attack 22: survives a megabyte and any text at all', () => {
    expect(parseCode('Z'.repeat(1_000_000))).toEqual({ mistake: 'length', found: 1_000_000 })
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(Object.keys(parseCode(text))[0]).toMatch(/^(code|mistake)$/)
    }))
  })

  it('understands spaces, dashes, dots, lower case, full width, invisible signs and letters that look alike', () => {
    fc.assert(fc.property(aCode, (code) => {
      const spellings = [
        printedCode(code), code.toLowerCase(), printedCode(code).replaceAll(' ', '-'), ` ${code.slice(0, 4)}\u00a0${code.slice(4)}\n`,
        [...code].join('.'), [...code].join('\u200b'), code.replaceAll('0', 'o').replaceAll('1', 'l'), code.replaceAll('0', 'O').replaceAll('1', 'I'),
        code.replaceAll('1', 'i'), [...code].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(''),
      ]
      for (const spelling of spellings) expect(parseCode(spelling)).toEqual({ code })
    }))
  })

  it('has a check character that is part of the alphabet, the same for ever', () => {
    expect(checkCharacter('000000000000')).toBe('0')
    // By hand: the last character is weighed by x alone, so 1 gives 2; the one before by x^2, so 1 gives 4.
    expect(checkCharacter('000000000001')).toBe('2')
    expect(checkCharacter('000000000010')).toBe('4')
  })
})

describe('label and fragment', () => {
  it.each(['', 'K7M', 'K7M22', 'K7MU', 'K?M2'])('refuses %s as a label', (typed) => {
    expect(parseLabel(typed)).toBeNull()
  })

  it('reads a label as typed', () => {
    expect(parseLabel(' k7-mo ')).toBe('K7M0')
  })

  it.each(['', '#', '#0123456789abcdef', '#0123456789abcde.CODE', '#0123456789abcdeg.CODE', `#0123456789abcdef.${'A'.repeat(65)}`])(
    'refuses %s as a letter’s fragment', (fragment) => {
      expect(parseFragment(fragment)).toBeNull()
    })

  it('reads the fragment it writes', () => {
    const code = newCode()
    expect(parseFragment(`#${fragmentOf('0123456789abcdef', code)}`)).toEqual({ reference: '0123456789abcdef', typed: code })
  })
})

describe('the stratum of a code', () => {
  it('refuses what is no hash and no number of strata', () => {
    expect(() => stratumOf('abc', 3)).toThrow(RangeError)
    for (const count of [0, -1, 257, NaN]) expect(() => stratumOf('0'.repeat(64), count)).toThrow(RangeError)
  })

  it('is the first six bytes of the hash, modulo the strata', () => {
    expect(stratumOf(`00000000000d${'f'.repeat(52)}`, 5)).toBe(3)
    // 2^48 - 1 is a multiple of 255
    expect(stratumOf(`ffffffffffff${'0'.repeat(52)}`, 255)).toBe(0)
  })

  it('falls evenly over strata for codes nobody drew for one', async () => {
    const counts = [0, 0, 0]
    for (let i = 0; i < 600; i += 1) counts[stratumOf(await codeHash(digest, newCode()), 3)]! += 1
    // 200 expected each; six standard deviations are 69
    for (const count of counts) expect(Math.abs(count - 200)).toBeLessThan(69)
  })
})

describe('drawing codes', () => {
  it('refuses counts that are none', () => {
    expect(() => newCodes(digest, [-1])).toThrow(RangeError)
    expect(() => newCodes(digest, [1.5])).toThrow(RangeError)
    expect(() => newCodes('short', [1])).toThrow(RangeError)
  })

  it('gives every stratum its number, all different, each with the hash the phone will send', async () => {
    const drawn = newCodes(digest, [40, 0, 7, 90])
    expect(drawn.map((codes) => codes.length)).toEqual([40, 0, 7, 90])
    expect(new Set(drawn.flat().map(({ code }) => code)).size).toBe(137)
    for (const [stratum, codes] of drawn.entries()) {
      for (const { code, codeHash: drawnHash } of codes) {
        expect(parseCode(code)).toEqual({ code })
        expect(await codeHash(digest, code)).toBe(drawnHash)
        expect(stratumOf(drawnHash, 4)).toBe(stratum)
      }
    }
  })

  it('gives no code twice, even if chance did', () => {
    const [first, second] = [newCode(), newCode()]
    const drawn = [first, first, first, second]
    const codes = newCodes(digest, [2], () => drawn.shift()!)[0]!
    expect(codes.map(({ code }) => code)).toEqual([first, second])
  })

  it('gives other hashes under another manifest', async () => {
    const code = newCode()
    expect(await codeHash(digest, code)).not.toBe(await codeHash('6'.repeat(64), code))
  })
})
