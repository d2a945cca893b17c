// Protects against claims that rest on a few heavy respondents: the df of an edition's tests, and no test where nothing is known.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { surveyDesign } from '../../src/stats/design.ts'
import { dfShare, dfShares, welchChange } from '../../src/stats/welch-change.ts'
import { simpleDesign } from '../support/design-arbitrary.ts'

const side = (estimate: number, se: number, df: number) => ({ estimate, se, df })

describe('welchChange', () => {
  it('refuses NaN, infinite standard errors and negative df, naming the function', () => {
    expect(() => welchChange(side(NaN, 1, 5), side(1, 1, 5))).toThrow(/^welchChange requires estimates with a standard error and df, got NaN/)
    expect(() => welchChange(side(1, 1, 5), side(1, Infinity, 5))).toThrow(/^welchChange requires/)
    expect(() => welchChange(side(1, 1, -1), side(1, 1, 5))).toThrow(/^welchChange requires/)
    expect(() => welchChange(side(1, 1, NaN), side(1, 1, 5))).toThrow(/^welchChange requires/)
  })

  it('makes no test where nothing varies or one side is a single person', () => {
    for (const nothing of [welchChange(side(1, 0, 9), side(2, 0, 9)), welchChange(side(1, 0, 0), side(2, 1, 40)), welchChange(side(1, 1, 0.5), side(2, 1, 40))]) {
      expect([nothing.t, nothing.p, nothing.low, nothing.high, nothing.margin]).toEqual([null, null, null, null, null])
    }
  })

  it("equals R's Welch test of two samples", () => {
    // R 4.2.2: t.test(c(6, 8, 9, 12), c(4, 5, 6, 7, 9, 3))
    const variance = (values: number[]) => { const m = values.reduce((a, b) => a + b) / values.length; return { m, v: values.reduce((a, b) => a + (b - m) ** 2, 0) / (values.length - 1) / values.length } }
    const [x, y] = [variance([4, 5, 6, 7, 9, 3]), variance([6, 8, 9, 12])]
    const got = welchChange(side(x.m, Math.sqrt(x.v), 5), side(y.m, Math.sqrt(y.v), 3))
    expect([got.t, got.df, got.p]).toEqual([expect.closeTo(2.0155184296005202, 12), expect.closeTo(5.8589647024835143, 12), expect.closeTo(0.0916023610835358, 12)])
  })

  it('keeps df between the smaller of both and their sum, and takes an imported value as known', () => {
    const positive = fc.double({ min: 0.01, max: 50, noNaN: true })
    fc.assert(fc.property(positive, positive, fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b, m, k) => {
      const { df } = welchChange(side(1, a, m), side(2, b, k))
      expect(df).toBeGreaterThanOrEqual(Math.min(m, k) * (1 - 1e-12))
      expect(df).toBeLessThanOrEqual((m + k) * (1 + 1e-12))
    }))
    expect(welchChange(side(1, 3, Infinity), side(2, 4, 10)).df).toBeCloseTo(10 * (25 / 16) ** 2, 10)
    expect(welchChange(side(1, 0, 7), side(2, 4, 10)).df).toBeCloseTo(10, 12)
  })
})

describe('dfShare', () => {
  it('is 1 for equal weights of any size, whatever stands beside them at weight zero', () => {
    for (const weight of [1e-90, 1, 1e90]) expect(dfShare(simpleDesign([weight, weight, weight, 0]), undefined)).toBeCloseTo(1, 14)
    expect(dfShare(simpleDesign([1, 2]), new Uint8Array(2))).toBe(1)
  })

  it('leaves one person of a hundred where one weighs more than all others together', () => {
    const weights = [1000, ...new Array<number>(99).fill(1)]
    expect(dfShare(simpleDesign(weights), undefined) * 100).toBeCloseTo(1, 3)
    // by hand: (4 + 1 + 1)^2 / (3 (16 + 1 + 1))
    expect(dfShare(simpleDesign([2, 1, 1]), undefined)).toBeCloseTo(36 / 54, 14)
  })

  it('is the same for unions of strata as for their rows, and for permuted rows', () => {
    fc.assert(fc.property(fc.array(fc.record({ weight: fc.double({ min: 0.1, max: 9, noNaN: true }), h: fc.nat(2) }), { minLength: 3, maxLength: 20 }), (rows) => {
      const designOf = (of: typeof rows) => surveyDesign({ weights: Float64Array.from(of, ({ weight }) => weight), stratum: Int32Array.from(of, ({ h }) => h), strata: 3 })
      const design = designOf(rows)
      const [all, two] = dfShares(design, [[0, 1, 2], [0, 2]])
      expect(dfShare(design, undefined)).toBeCloseTo(all!, 12)
      expect(dfShare(design, Uint8Array.from(rows, ({ h }) => (h === 1 ? 0 : 1)))).toBeCloseTo(two!, 12)
      expect(dfShare(designOf([...rows].reverse()), undefined)).toBeCloseTo(all!, 12)
      expect(all! > 0 && all! <= 1).toBe(true)
    }))
  })
})
