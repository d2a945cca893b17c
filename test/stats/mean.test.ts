// Protects the laws every estimate must keep whatever the data, and the answers to data with which nothing can be estimated.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { surveyDesign } from '../../src/stats/design.ts'
import { mean } from '../../src/stats/mean.ts'
import { ratio } from '../../src/stats/ratio.ts'
import { share } from '../../src/stats/share.ts'
import { total } from '../../src/stats/total.ts'
import { varianceOfTotal } from '../../src/stats/variance.ts'
import { sample, sampleOf, simpleDesign } from '../support/design-arbitrary.ts'

const close = (got: number, expected: number, digits = 1e-10) => expect(Math.abs(got - expected)).toBeLessThanOrEqual(digits * Math.max(1, Math.abs(expected)))

describe('mean, total, ratio and share', () => {
  it('refuse a column in which everything is missing, infinite values and columns of another length', () => {
    const design = simpleDesign([1, 2, 3])
    for (const estimate of [mean, total, share]) {
      expect(() => estimate(design, Float64Array.of(NaN, NaN, NaN))).toThrow(/requires at least one answer in the domain/)
      expect(() => estimate(design, Float64Array.of(1, 0))).toThrow(RangeError)
    }
    expect(() => mean(design, Float64Array.of(1, Infinity, 2))).toThrow('mean requires finite values, row 1 has Infinity')
    expect(() => mean(design, Float64Array.of(1, 2, 2), { domain: new Uint8Array(3) })).toThrow(/at least one answer in the domain/)
    expect(() => mean(design, Float64Array.of(1, 2, 2), { domain: new Uint8Array(2) })).toThrow(/a domain of 3 rows, got 2/)
    expect(() => ratio(design, Float64Array.of(1, 1, 0), new Float64Array(3))).toThrow(/denominator whose total is not zero/)
    expect(() => share(design, Float64Array.of(1, 2, 0))).toThrow('share requires 0, 1 or missing, row 1 has 2')
    expect(() => mean(design, Float64Array.of(1, 2, 0), { fpc: true })).toThrow(/a population per stratum/)
  })

  it('give a domain of one a value without limits, and equal answers a standard error of exactly zero', () => {
    const design = simpleDesign([1.1, 2.2, 3.3])
    expect(mean(design, Float64Array.of(4, 2, 7), { domain: Uint8Array.of(0, 1, 0) })).toMatchObject({ n: 1, estimate: 2, se: 0, df: 0, low: null, high: null, deff: null })
    expect(mean(design, Float64Array.of(0.1, 0.1, 0.1))).toMatchObject({ estimate: 0.1, se: 0, low: 0.1, high: 0.1, deff: null })
    expect(share(design, Float64Array.of(0, 0, 0))).toMatchObject({ estimate: 0, low: 0, high: expect.closeTo(1 - 0.025 ** (1 / 3), 13) })
  })

  it('never give NaN, whatever the sample', () => {
    fc.assert(fc.property(sample, ({ design, values, domain }) => {
      for (const estimate of [mean(design, values, { domain }), total(design, values, { domain, fpc: true }), share(design, values, { domain, answers: [1, 2, 3] })]) {
        for (const part of Object.values(estimate)) expect(part === null || Number.isFinite(part)).toBe(true)
      }
    }))
  })

  it('do not depend on the order of rows', () => {
    fc.assert(fc.property(sample, fc.nat(), ({ columns, design, values, domain }, turn) => {
      const rotated = sampleOf([...columns.slice(turn % columns.length), ...columns.slice(0, turn % columns.length)].reverse())
      const [a, b] = [mean(design, values, { domain }), mean(rotated.design, rotated.values, { domain: rotated.domain })]
      close(b.estimate, a.estimate)
      close(b.se, a.se)
      expect(b.df).toBe(a.df)
    }))
  })

  it('halve the variance when the data are doubled, but for the n_h - 1 of each stratum', () => {
    fc.assert(fc.property(sample, ({ columns, design, values, domain }) => {
      const twice = sampleOf([...columns, ...columns])
      const once = mean(design, values, { domain })
      const doubled = mean(twice.design, twice.values, { domain: twice.domain })
      close(doubled.estimate, once.estimate)
      // every stratum's n/(n-1) becomes 2n/(2n-1): the ratio of variances lies between the extremes over the strata
      const sizes = [0, 1, 2, 3].map((h) => columns.filter((row) => row.stratum === h).length).filter((n) => n > 0)
      const ratios = sizes.map((n) => (0.5 * (2 * n - 2)) / (2 * n - 1))
      if (once.se < 1e-9) return
      const got = doubled.se ** 2 / once.se ** 2
      expect(got).toBeGreaterThan(Math.min(...ratios) - 1e-9)
      expect(got).toBeLessThan(Math.max(...ratios) + 1e-9)
    }))
  })

  it('give a domain made of whole strata what its subset gives', () => {
    fc.assert(fc.property(sample, ({ columns }) => {
      const part = columns.filter((row) => row.stratum === 0)
      if (part.every((row) => Number.isNaN(row.value))) return
      const whole = sampleOf(columns.map((row) => ({ ...row, inDomain: row.stratum === 0 })))
      const alone = sampleOf(part)
      const [a, b] = [mean(whole.design, whole.values, { domain: whole.domain, fpc: true }), mean(alone.design, alone.values, { fpc: true })]
      close(a.estimate, b.estimate)
      close(a.se, b.se)
      expect([a.n, a.df, a.dfAnswered]).toEqual([b.n, b.df, b.dfAnswered])
    }))
  })

  it('add domain totals up to the total', () => {
    fc.assert(fc.property(sample, ({ design, values, domain }) => {
      const rest = domain.map((each) => 1 - each)
      const parts = [domain, rest].filter((each) => each.some((is, i) => is === 1 && !Number.isNaN(values[i]!))).map((each) => total(design, values, { domain: each }).estimate)
      close(parts.reduce((a, b) => a + b), total(design, values).estimate)
    }))
  })

  it('make the mean a ratio of the total to the number of people who answered', () => {
    fc.assert(fc.property(sample, ({ design, values, domain }) => {
      const [a, b] = [mean(design, values, { domain }), ratio(design, values, new Float64Array(design.n).fill(1), { domain })]
      close(b.estimate, a.estimate)
      close(b.se, a.se)
    }))
  })
})

describe('varianceOfTotal', () => {
  it('refuses a lonely stratum when told to, naming it', () => {
    const design = surveyDesign({ weights: Float64Array.of(1, 1, 1), stratum: Int32Array.of(0, 1, 1), strata: 2 })
    expect(() => varianceOfTotal(design, Float64Array.of(1, 2, 3), { lonely: 'fail' })).toThrow('varianceOfTotal requires two sampling units in stratum 0, it has one')
    expect(varianceOfTotal(design, Float64Array.of(3, 2, 2), { lonely: 'adjust' })).toBe(9)
    expect(varianceOfTotal(design, Float64Array.of(3, 2, 2), { lonely: 'remove' })).toBe(0)
  })
})
