// Protects small shares: limits inside 0 and 1, exact ones where nobody or everybody said yes, refusal of what is no share.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { betaLimits } from '../../src/stats/beta-limits.ts'
import { betaCdf } from '../../src/stats/distributions.ts'

describe('betaLimits', () => {
  it.each([{ share: NaN }, { share: 1.2 }, { se: NaN }, { se: -1 }, { n: 0 }])('refuses %o', (fault) => {
    expect(() => betaLimits({ share: 0.5, se: 0.1, df: 9, rows: 10, n: 10, ...fault })).toThrow(/^betaLimits requires/)
  })

  it('is exact at 0 and 1 with e = n: 0 of 30 is at most 11.6% (Clopper and Pearson; R: binom.test(0, 30))', () => {
    const none = betaLimits({ share: 0, se: 0, df: 29, rows: 30, n: 30 })
    expect(none.low).toBe(0)
    expect(none.high).toBeCloseTo(1 - 0.025 ** (1 / 30), 14)
    expect(none.high).toBeCloseTo(0.1157, 4)
    const all = betaLimits({ share: 1, se: 0, df: 29, rows: 30, n: 30 })
    expect(all.high).toBe(1)
    expect(all.low).toBeCloseTo(1 - none.high, 14)
  })

  it('gives the share itself under a full census, and 0 to 1 where nothing is known', () => {
    expect(betaLimits({ share: 0.4, se: 0, df: 9, rows: 10, n: 10 })).toEqual({ low: 0.4, high: 0.4 })
    expect(betaLimits({ share: 0.4, se: 0.2, df: 0, rows: 2, n: 2 })).toEqual({ low: 0, high: 1 })
  })

  it('lies between 0 and 1, encloses the share, and widens with the standard error', () => {
    fc.assert(fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.integer({ min: 4, max: 2000 }), (share, n) => {
      const of = (deff: number) => betaLimits({ share, se: Math.sqrt((deff * share * (1 - share)) / n), df: n - 1, rows: n, n })
      const [narrow, wide] = [of(1), of(2)]
      expect(narrow.low >= 0 && narrow.low <= share && share <= narrow.high && narrow.high <= 1).toBe(true)
      expect(wide.low <= narrow.low && wide.high >= narrow.high).toBe(true)
      // a limit of 1e-300 is 0 in the end; above it the tail below must hold 2.5%
      if (narrow.low > 1e-200) expect(betaCdf(narrow.low, n * share, n * (1 - share) + 1)).toBeCloseTo(0.025, 8)
    }), { numRuns: 60 })
  })
})
