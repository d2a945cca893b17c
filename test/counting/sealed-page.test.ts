// Protects: that sealed rows reach the device exactly as intake holds them, rows of any size included, and that a cut page is noticed.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PageMalformed, packSealed, unpackSealed } from '../../src/counting/sealed-page.ts'

const row = fc.record({
  id: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
  spent: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Uint8Array.from(bytes)),
  sealed: fc.uint8Array({ maxLength: 80 }).map((bytes) => Uint8Array.from(bytes)),
})

it('refuses a page that is cut anywhere inside a row', () => {
  const page = packSealed([{ id: 5n, spent: new Uint8Array(32), sealed: new Uint8Array(1222) }])
  for (const length of [1, 8, 43, 44, 45, page.length - 1]) expect(() => unpackSealed(page.subarray(0, length))).toThrow(PageMalformed)
  expect(() => unpackSealed(new Uint8Array([...page, 0]))).toThrow(PageMalformed)
  expect(() => unpackSealed(page.with(40, 255))).toThrow(PageMalformed)
})

it('gives back the rows of a page, also out of the middle of a buffer', () => {
  fc.assert(fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
    const page = packSealed(rows)
    expect(unpackSealed(page)).toEqual(rows)
    const inside = new Uint8Array(page.length + 7)
    inside.set(page, 3)
    expect(unpackSealed(inside.subarray(3, 3 + page.length))).toEqual(rows)
  }))
})
