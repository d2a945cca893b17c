// Protects: that one value has one spelling, hence one digest. Constants: RFC 8785 sections 3.2.2 and 3.2.3, NIST "abc".
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64url, unbase64url } from '../../src/crypto/base64url.ts'
import { canonicalJson, concat, digestOf, hex, sha256, unhex, utf8 } from '../../src/crypto/digest.ts'

describe('canonical JSON', () => {
  it.each([[undefined], [NaN], [Infinity], [() => 1], [Symbol('s')], [1n], ['\ud800'], [{ a: undefined }], [[undefined]], [{ '\udc00': 1 }]])(
    'refuses %s, which JSON cannot hold', (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError)
    })

  it('refuses a hole in a list', () => {
    // oxlint-disable-next-line no-sparse-arrays
    expect(() => canonicalJson([1, , 2])).toThrow(TypeError)
  })

  it('writes numbers, strings and literals as RFC 8785 3.2.2', () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')
  })

  it('sorts members by UTF-16 code units as RFC 8785 3.2.3', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, 1: 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
    expect(Object.values(JSON.parse(canonicalJson(value)))).toEqual(expect.arrayContaining([1, 2, 3, 4, 5, 6, 7]))
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}')
  })

  it('is the same for the same value, whatever the order of its members', async () => {
    await fc.assert(fc.asyncProperty(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), async (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse())
      expect(await digestOf(turned)).toBe(await digestOf(value))
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value))
    }), { numRuns: 100 })
  })
})

describe('bytes as text', () => {
  it.each(['A', 'AAA=', 'AA==', 'A+A_', 'AB', 'AAB', 'A A', 'é'])('refuses %s as base64url: not the one spelling', (text) => {
    expect(() => unbase64url(text)).toThrow(RangeError)
  })

  it.each(['0', 'AB', 'zz', '0x00', ' 00'])('refuses %s as hexadecimal', (text) => {
    expect(() => unhex(text)).toThrow(RangeError)
  })

  it('reads back what it writes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(unhex(hex(bytes))).toEqual(Uint8Array.from(bytes))
      expect(unbase64url(base64url(bytes))).toEqual(Uint8Array.from(bytes))
      expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
    }))
  })

  it('hashes "abc" as FIPS 180-4 says', async () => {
    expect(hex(await sha256(concat(utf8('a'), utf8('bc'))))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
