// The page of sealed rows between server and counting device: a cut page is refused, a row of a strange size does not break the rest.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { PageMalformed, packSealed, unpackSealed } from '../../src/counting/sealed-page.ts'

const row = fc.record({
  id: fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }),
  spent: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  sealed: fc.uint8Array({ maxLength: 300 }),
})

describe('a page of sealed rows', () => {
  it('is refused when it is cut anywhere inside a row', () => {
    const rows = [1n, 2n].map((id) => ({ id, spent: new Uint8Array(32).fill(1), sealed: new Uint8Array(20).fill(2) }))
    const page = packSealed(rows)
    for (let length = 1; length < page.length; length += 1) {
      if (length === page.length / 2) continue
      expect(() => unpackSealed(page.slice(0, length))).toThrow(PageMalformed)
    }
  })

  it('comes out as it went in, keys of 63 bits and rows of any size', () => {
    fc.assert(fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      expect(unpackSealed(packSealed(rows))).toEqual(rows.map(({ id, spent, sealed }) => ({ id, spent: Uint8Array.from(spent), sealed: Uint8Array.from(sealed) })))
    }), { numRuns: 50 })
  })
})
