// Protects reliability: refusals, known values, and limits that follow from the design rather than from a formula learnt by heart.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alpha, feldtLimits, pairwiseAlpha } from '../../src/stats/alpha.ts'
import { alphaOfDesign } from '../../src/stats/alpha-of-design.ts'
import { surveyDesign } from '../../src/stats/design.ts'
import { itemRestCorrelations } from '../../src/stats/item-rest.ts'
import { varianceOfTotal } from '../../src/stats/variance.ts'

const answers = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 9 })), { minLength: 12, maxLength: 50 })
const columns = (rows: number[][]) => [0, 1, 2].map((k) => Float64Array.from(rows, (row, i) => (i < 6 ? ((i + k) % 5) + 1 : row[k]!)))
const people = [[2, 3, 3], [4, 4, 5], [1, 2, 1], [5, 4, 4], [3, 3, 2], [2, 1, 2]]
const items = [0, 1, 2].map((k) => Float64Array.from(people, (row) => row[k]!))

describe('alpha', () => {
  it('refuses one item, one person, equal answers and weights that are none', () => {
    expect(() => alpha([items[0]!])).toThrow(/^alpha requires at least two items, got 1/)
    expect(() => alpha([Float64Array.of(1, NaN), Float64Array.of(NaN, 2)])).toThrow(/^alpha requires at least two people who answered every item, got 0/)
    expect(() => alpha([Float64Array.of(3, 3), Float64Array.of(2, 2)])).toThrow(/^alpha requires people who differ/)
    expect(() => alpha(items, Float64Array.of(1, 1, 1, 1, 1, NaN))).toThrow(/^alpha requires finite weights/)
    expect(() => pairwiseAlpha([items[0]!, new Float64Array(6).fill(NaN)])).toThrow(/^pairwiseAlpha requires at least two people/)
    expect(() => feldtLimits({ alpha: 0.8, items: 3, n: 1 })).toThrow(/^feldtLimits requires more than one person/)
  })

  it('is 1 for copies of one item, and 0 for two items that go their own ways', () => {
    expect(alpha([items[0]!, items[0]!]).alpha).toBeCloseTo(1, 12)
    expect(alpha([Float64Array.of(1, 1, 2, 2), Float64Array.of(1, 2, 1, 2)]).alpha).toBeCloseTo(0, 12)
  })

  it('does not change with equal weights, nor pairwise when nobody left an item out', () => {
    expect(alpha(items, new Float64Array(6).fill(7)).alpha).toBeCloseTo(alpha(items).alpha, 12)
    expect(pairwiseAlpha(items).alpha).toBeCloseTo(alpha(items).alpha, 12)
  })

  it('does not count people whose weight is zero', () => {
    const got = alpha(items, Float64Array.of(0, 1, 1, 1, 1, 1))
    expect(got.n).toBe(5)
    expect(got.alpha).toBeCloseTo(alpha(items.map((item) => item.slice(1))).alpha, 12)
  })

  it('lies within Feldt\'s limits, which narrow as more people answer', () => {
    // R 4.2.2: 1 - (1 - .8) * qf(c(.975, .025), 49, 196)
    expect(feldtLimits({ alpha: 0.8, items: 5, n: 50 })).toEqual({ low: expect.closeTo(0.6966334707355071, 12), high: expect.closeTo(0.8758675908588635, 12) })
    const [few, many] = [feldtLimits({ alpha: 0.8, items: 5, n: 30 }), feldtLimits({ alpha: 0.8, items: 5, n: 3000 })]
    expect(few.low).toBeLessThan(many.low)
    expect(many.low).toBeLessThan(0.8)
    expect(few.high).toBeGreaterThan(many.high)
    expect(many.high).toBeGreaterThan(0.8)
  })
})

describe('alphaOfDesign', () => {
  it('has the variance of its own derivative by each weight', () => {
    fc.assert(fc.property(answers, (rows) => {
      const weights = Float64Array.from(rows, (row) => row[3]!)
      const design = surveyDesign({ weights, stratum: Int32Array.from(rows, (_, i) => i % 2), strata: 2 })
      const scale = columns(rows)
      const scores = weights.map((weight, i) => {
        const step = 1e-5 * weight
        const at = (change: number) => alpha(scale, weights.map((each, j) => (j === i ? each + change : each))).alpha
        return (weight * (at(step) - at(-step))) / (2 * step)
      })
      const got = alphaOfDesign(design, scale)
      expect(Math.abs(got.se / Math.sqrt(varianceOfTotal(design, scores)) - 1)).toBeLessThan(1e-5)
      expect(got.low!).toBeLessThan(got.alpha)
      expect(got.high!).toBeGreaterThan(got.alpha)
      expect(got.high!).toBeLessThanOrEqual(1)
    }), { numRuns: 40 })
  })

  it('of a domain is that of the people in it', () => {
    const design = surveyDesign({ weights: Float64Array.of(1, 2, 1, 3, 1, 1), stratum: new Int32Array(6), strata: 1 })
    const domain = Uint8Array.of(1, 1, 1, 1, 0, 0)
    expect(alphaOfDesign(design, items, { domain }).alpha).toBeCloseTo(alpha(items.map((item) => item.slice(0, 4)), design.weights.slice(0, 4)).alpha, 12)
  })

  it('has no limits for copies of one item, instead of NaN', () => {
    const design = surveyDesign({ weights: new Float64Array(6).fill(1), stratum: new Int32Array(6), strata: 1 })
    const got = alphaOfDesign(design, [items[0]!, items[0]!])
    for (const value of [got.alpha, got.se, got.low ?? 0, got.high ?? 0]) expect(Number.isFinite(value)).toBe(true)
  })
})

describe('alphaOfDesign where the sums differ by rounding alone', () => {
  it('refuses, as alpha does where they do not differ at all', () => {
    const design = surveyDesign({ weights: Float64Array.of(0, 1, 2, 1e9), stratum: new Int32Array(4), strata: 1 })
    const domain = Uint8Array.of(0, 1, 1, 1)
    expect(() => alphaOfDesign(design, [Float64Array.of(0, 1, 1, 0), Float64Array.of(0, 0, 0, 1)], { domain })).toThrow(/^alphaOfDesign requires people who differ in the sum of the items/)
  })
})

describe('itemRestCorrelations', () => {
  it("equals R's weighted correlation of an item with the sum of the others", () => {
    // R 4.2.2: cov.wt(cbind(a, b + c), wt = w / sum(w), cor = TRUE)$cor[1, 2], and so on
    const three = [[4, 5, 7, 3, 6, 8, 9, 2, 5, 6], [3, 5, 6, 1, 7, 5, 8, 2, 6, 4], [1, 2, 5, 2, 6, 6, 7, 3, 3, 5]].map((values) => Float64Array.from(values))
    const got = itemRestCorrelations(three, Float64Array.of(1, 2, 1, 3, 2, 2, 1, 4, 1, 2))
    expect(got).toEqual([expect.closeTo(0.8741091286797134, 13), expect.closeTo(0.8235319016457845, 13), expect.closeTo(0.7833083885221774, 13)])
  })
  it('refuses what is no scale and gives null where nobody differs', () => {
    expect(() => itemRestCorrelations([items[0]!])).toThrow(/^itemRestCorrelations requires at least two items/)
    expect(itemRestCorrelations([items[0]!, new Float64Array(6).fill(3)])).toEqual([null, null])
  })

  it('is the correlation of the two when there are two, and turns sign with a reversed item', () => {
    const [one, other] = itemRestCorrelations([items[0]!, items[1]!]) as [number, number]
    expect(one).toBeCloseTo(other, 12)
    // Pearson's r of 2 4 1 5 3 2 and 3 4 2 4 3 1, from Python
    expect(one).toBeCloseTo(0.794209815331711, 12)
    expect(itemRestCorrelations([items[0]!, items[1]!.map((value) => 6 - value)])[0]).toBeCloseTo(-one, 12)
  })
})
