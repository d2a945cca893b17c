// Protects "the same": it may be said only when a change of relevant size has been ruled out.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeOf } from '../../src/stats/change.ts'
import { equivalence } from '../../src/stats/equivalence.ts'

describe('equivalence', () => {
  it('refuses a smallest relevant change of zero and an alpha of a half', () => {
    expect(() => equivalence(changeOf(1, 2, 50), 0)).toThrow(/^equivalence requires a smallest relevant change above zero/)
    expect(() => equivalence(changeOf(1, 2, 50), 5, 0.5)).toThrow(/^equivalence requires alpha/)
  })

  it('never calls the same what was measured too roughly', () => {
    expect(equivalence(changeOf(0, 4, 100), 5).verdict).toBe('open')
    expect(equivalence(changeOf(0, 0, 100), 5)).toEqual({ smallest: 5, p: null, low: null, high: null, verdict: 'open' })
    expect(equivalence(changeOf(0, 1, 0), 5).verdict).toBe('open')
  })

  it('names the three cases', () => {
    expect(equivalence(changeOf(1, 2, 500), 5).verdict).toBe('same')
    expect(equivalence(changeOf(12, 2, 500), 5).verdict).toBe('relevant')
    expect(equivalence(changeOf(-12, 2, 500), 5).verdict).toBe('relevant')
    // demonstrably higher, but perhaps by less than what matters
    expect(equivalence(changeOf(6, 2, 500), 5).verdict).toBe('open')
    // R 4.2.2: pt((.2 - .5) / .3, 20)
    expect(equivalence(changeOf(-0.2, 0.3, 20), 0.5).p).toBeCloseTo(0.16462828858585449, 12)
    // SciPy: t.cdf(-2, 500) = 0.023020341384515728
    expect(equivalence(changeOf(1, 2, 500), 5).p).toBeCloseTo(0.023020341384515728, 12)
  })

  it('says the same exactly when the 90% interval lies within the limits', () => {
    fc.assert(fc.property(fc.double({ min: -10, max: 10, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true }), fc.integer({ min: 1, max: 800 }), (change, se, df) => {
      const got = equivalence(changeOf(change, se, df), 5)
      const inside = got.low! > -5 && got.high! < 5
      if (Math.abs(got.p! - 0.05) > 1e-9) expect(got.verdict === 'same').toBe(inside)
    }))
  })
})
