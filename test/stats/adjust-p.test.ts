// Protects against chance findings: adjusted p as R's p.adjust gives them, families with tests that could not be made.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg, holm } from '../../src/stats/adjust-p.ts'

describe('adjusted p-values', () => {
  it.each([NaN, -0.1, 1.1])('refuse a p of %s', (p) => {
    expect(() => holm([0.1, p])).toThrow(/^holm requires p-values between 0 and 1 or null/)
    expect(() => benjaminiHochberg([p])).toThrow(/^benjaminiHochberg requires p-values/)
  })

  it("equal R's p.adjust, leaving out what could not be tested", () => {
    // R 4.2.2: p.adjust(c(.01, .04, .03, .005, .2), "holm") and "BH"
    const p = [0.01, 0.04, null, 0.03, 0.005, 0.2]
    const close = (values: (number | null)[], expected: (number | null)[]) => values.forEach((value, i) => (expected[i] === null ? expect(value).toBeNull() : expect(value).toBeCloseTo(expected[i]!, 14)))
    close(holm(p), [0.04, 0.09, null, 0.09, 0.025, 0.2])
    close(benjaminiHochberg(p), [0.025, 0.05, null, 0.05, 0.025, 0.2])
    expect(holm([])).toEqual([])
    expect(holm([0, 1])).toEqual([0, 1])
  })

  it('never fall below p, keep its order, and Holm is the stricter', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (p) => {
      const [h, b] = [holm(p), benjaminiHochberg(p)]
      p.forEach((each, i) => {
        expect(b[i]! >= each && h[i]! >= b[i]! - 1e-15 && h[i]! <= 1).toBe(true)
        p.forEach((other, j) => { if (each < other) expect(h[i]! <= h[j]! && b[i]! <= b[j]!).toBe(true) })
      })
    }))
  })
})
