// Protects limits of a proportion by other methods: refusals, the rule at 0 and 1, and that none of them says NaN.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaLimits } from '../../src/stats/beta-limits.ts'
import { proportionLimits } from '../../src/stats/proportion-limits.ts'

const METHODS = ['beta', 'mean', 'xlogit', 'logit', 'wilson', 'asin'] as const

describe('proportionLimits', () => {
  it('refuses a share outside 0 to 1 and a standard error that is none', () => {
    expect(() => proportionLimits('wilson', { share: 1.2, se: 0.1, df: 10, rows: 20, n: 20 })).toThrow(/^betaLimits requires a share between 0 and 1/)
    expect(() => proportionLimits('asin', { share: 0.2, se: NaN, df: 10, rows: 20, n: 20 })).toThrow(/^betaLimits requires a standard error/)
  })

  it('gives the exact rule at 0 and at 1 whatever the method', () => {
    for (const method of METHODS) {
      for (const share of [0, 1]) expect(proportionLimits(method, { share, se: 0, df: 10, rows: 30, n: 30 })).toEqual(betaLimits({ share, se: 0, df: 10, rows: 30, n: 30 }))
    }
  })

  it('never folds a wide arcsine interval back to a narrow one', () => {
    // R gives 0.44 to 0.58 for two people with df 1 (edge_results.csv, small_df)
    expect(proportionLimits('asin', { share: 0.5084, se: 0.49985888, df: 1, rows: 2, n: 2 })).toEqual({ low: 0, high: 1 })
  })

  it('holds the share between finite limits, inside 0 to 1 for all but "mean"', () => {
    const parts = fc.record({ share: fc.double({ min: 0.001, max: 0.999, noNaN: true }), se: fc.double({ min: 1e-6, max: 0.5, noNaN: true }), df: fc.integer({ min: 0, max: 400 }), rows: fc.integer({ min: 1, max: 500 }), n: fc.integer({ min: 1, max: 500 }) })
    fc.assert(fc.property(parts, fc.constantFrom(...METHODS), (each, method) => {
      const { low, high } = proportionLimits(method, each)
      expect(low).toBeLessThanOrEqual(each.share + 1e-12)
      expect(high).toBeGreaterThanOrEqual(each.share - 1e-12)
      if (method !== 'mean') expect([low >= 0, high <= 1]).toEqual([true, true])
    }))
  })

  it('is the same seen from the other side: limits of 1 - p mirror those of p', () => {
    for (const method of METHODS) {
      const one = proportionLimits(method, { share: 0.2, se: 0.04, df: 60, rows: 90, n: 90 })
      const other = proportionLimits(method, { share: 0.8, se: 0.04, df: 60, rows: 90, n: 90 })
      expect(one.low).toBeCloseTo(1 - other.high, 10)
      expect(one.high).toBeCloseTo(1 - other.low, 10)
    }
  })
})
