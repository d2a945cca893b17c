// Protects the fast tail of t: it must not differ from the general one, whichever road a df takes.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaCdf, tCdf, tInverse, tTwoSided } from '../../src/stats/distributions.ts'
import { quantileBySearch } from '../../src/stats/quantile-by-search.ts'
import { FAST_TAIL_DF, studentTail } from '../../src/stats/student-t-tail.ts'

describe('the tail of t', () => {
  it('equals the incomplete beta function it replaces, on both sides of every switch', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 40, noNaN: true }), fc.double({ min: 0.5, max: FAST_TAIL_DF, noNaN: true }), (t, df) => {
      const general = betaCdf(df / (df + t * t), df / 2, 0.5)
      expect(Math.abs(studentTail(t, df) - general)).toBeLessThanOrEqual(1e-11 * general + 1e-300)
    }))
    for (const t of [0.5, 1.7, 1.75, 6]) expect(tTwoSided(t, FAST_TAIL_DF) / tTwoSided(t, FAST_TAIL_DF + 1e-6)).toBeCloseTo(1, 9)
  })

  it('is one at zero, never rises with t, and takes back what its quantile gave', () => {
    expect(studentTail(0, 7)).toBe(1)
    fc.assert(fc.property(fc.double({ min: 0, max: 20, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }), fc.integer({ min: 1, max: 3000 }), (t, more, df) => {
      expect(tTwoSided(t + more, df)).toBeLessThanOrEqual(tTwoSided(t, df) * (1 + 1e-12))
    }))
    for (const df of [1, 4, 40, 1999, 2001, 190_541]) expect(tCdf(tInverse(0.975, df), df)).toBeCloseTo(0.975, 12)
  })
})

describe('quantileBySearch', () => {
  it('refuses a function that never changes sign', () => {
    expect(() => quantileBySearch(() => 1, 1)).toThrow('quantileBySearch requires a function that is negative somewhere')
    expect(() => quantileBySearch(() => -1, 1)).toThrow('quantileBySearch requires a function that is positive somewhere')
  })

  it('finds a root from either side to the last digit', () => {
    for (const start of [1e-6, 1, 1e6]) expect(quantileBySearch((x) => x * x - 2, start)).toBeCloseTo(Math.SQRT2, 15)
  })
})
