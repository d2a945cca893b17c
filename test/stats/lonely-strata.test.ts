// Protects the rules for lonely strata, and the estimates that share their file of edges: group differences, variances.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { surveyDesign } from '../../src/stats/design.ts'
import { groupDifference } from '../../src/stats/group-difference.ts'
import { meanWithLonely, varianceWithLonely } from '../../src/stats/lonely-strata.ts'
import { mean } from '../../src/stats/mean.ts'
import { pairedDifference } from '../../src/stats/paired-difference.ts'
import { populationVariance } from '../../src/stats/population-variance.ts'

const design = surveyDesign({ weights: Float64Array.of(2, 3, 1, 4, 2), stratum: Int32Array.of(0, 1, 1, 1, 1), strata: 2, population: Float64Array.of(10, 40) })
const values = Float64Array.of(5, 3, 8, 4, 6)
const rows = fc.array(fc.record({ weight: fc.integer({ min: 0, max: 9 }), value: fc.option(fc.integer({ min: 1, max: 5 }), { nil: NaN }), stratum: fc.nat(2), inside: fc.boolean() }), { minLength: 20, maxLength: 60 })

describe('strata with one sampling unit', () => {
  it('are refused by "fail", unless they are outside the domain or asked in full', () => {
    expect(() => meanWithLonely(design, values, { lonely: 'fail' })).toThrow(/^varianceWithLonely requires two sampling units in stratum 0/)
    expect(meanWithLonely(design, values, { lonely: 'fail', domain: Uint8Array.of(0, 1, 1, 1, 1) }).se).toBeGreaterThan(0)
    const census = surveyDesign({ weights: design.weights, stratum: design.stratum, strata: 2, population: Float64Array.of(1, 40) })
    expect(meanWithLonely(census, values, { lonely: 'fail', fpc: true }).se).toBeGreaterThan(0)
  })

  it('cannot all be averaged over', () => {
    expect(() => varianceWithLonely(design, values, Uint8Array.of(1, 0, 0, 0, 0), { lonely: 'average' })).toThrow(/to average over/)
  })

  it('add the most under average or adjust and the least under remove', () => {
    const [removed, adjusted, averaged] = (['remove', 'adjust', 'average'] as const).map((lonely) => meanWithLonely(design, values, { lonely }).se) as [number, number, number]
    expect(removed).toBeLessThan(adjusted)
    expect(averaged).toBeCloseTo(removed * Math.sqrt(2), 12)
  })

  it('make no difference where there are none: equal to mean, with and without fpc', () => {
    fc.assert(fc.property(rows, fc.boolean(), (each, fpc) => {
      const stratum = Int32Array.from(each, (row, i) => (i < 6 ? i % 3 : row.stratum))
      const of = surveyDesign({ weights: Float64Array.from(each, (row, i) => (i === 0 ? 1 : row.weight)), stratum, strata: 3, population: new Float64Array(3).fill(100) })
      const y = Float64Array.from(each, (row, i) => (i === 0 ? 2 : row.value))
      const domain = Uint8Array.from(each, (row, i) => (i === 0 || row.inside ? 1 : 0))
      expect(meanWithLonely(of, y, { lonely: 'average', domain, fpc }).se).toBeCloseTo(mean(of, y, { domain, fpc }).se, 12)
    }))
  })
})

describe('groupDifference', () => {
  it('refuses groups that share a row, and groups without answers', () => {
    expect(() => groupDifference(design, values, Uint8Array.of(1, 1, 0, 0, 0), Uint8Array.of(0, 1, 1, 0, 0))).toThrow(/^groupDifference requires groups without common rows, row 1/)
    expect(() => groupDifference(design, values, Uint8Array.of(0, 0, 0, 0, 0), Uint8Array.of(0, 1, 1, 0, 0))).toThrow(/^groupDifference requires at least one answer/)
  })

  it('is the paired difference when everybody stands in both groups as two rows of one cluster', () => {
    const twice = (column: ArrayLike<number>) => [...Array.from(column), ...Array.from(column)]
    const people = surveyDesign({ weights: Float64Array.of(1, 2, 3, 2), stratum: Int32Array.of(0, 0, 0, 0), strata: 1 })
    const [first, second] = [Float64Array.of(1, 4, 2, 5), Float64Array.of(2, 3, 5, 5)]
    const stacked = surveyDesign({ weights: Float64Array.from(twice(people.weights)), stratum: new Int32Array(8), strata: 1, cluster: Int32Array.of(0, 1, 2, 3, 0, 1, 2, 3) })
    const got = groupDifference(stacked, Float64Array.of(...first, ...second), Uint8Array.of(1, 1, 1, 1, 0, 0, 0, 0), Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1))
    const paired = pairedDifference(people, first, second)
    expect(Math.abs(got.change)).toBeCloseTo(Math.abs(paired.change), 12)
    expect(got.se).toBeCloseTo(paired.se, 12)
  })
})

describe('populationVariance', () => {
  it('refuses a single answer', () => {
    expect(() => populationVariance(design, values, { domain: Uint8Array.of(1, 0, 0, 0, 0) })).toThrow(/^populationVariance requires at least two answers, got 1/)
  })

  it('is the ordinary variance when weights are equal', () => {
    const equal = surveyDesign({ weights: new Float64Array(4).fill(3), stratum: new Int32Array(4), strata: 1 })
    expect(populationVariance(equal, Float64Array.of(1, 2, 3, 6)).estimate).toBeCloseTo(14 / 3, 12)
  })
})
