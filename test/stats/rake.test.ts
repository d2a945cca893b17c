// Protects the totals: raked weights fit every margin, and what cannot fit is refused with margin, class and gap.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Margin } from '../../src/stats/margin.ts'
import { classSums, marginMisfits } from '../../src/stats/margin.ts'
import { rake } from '../../src/stats/rake.ts'

const margin = (name: string, classes: number[], totals: number[], labels?: string[]): Margin => ({ name, classes: Int32Array.from(classes), totals: Float64Array.from(totals), ...(labels && { labels }) })
const ones = (n: number) => new Float64Array(n).fill(1)

/** Rows over every cell of 3 x 2 x 2 classes, so that any totals with one sum can be met. */
const problem = fc.record({
  extra: fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.nat(1)), { maxLength: 40 }),
  weights: fc.array(fc.double({ min: 0.2, max: 30, noNaN: true }), { minLength: 52, maxLength: 52 }),
  shares: fc.tuple(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 3, maxLength: 3 }), fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 2 }), fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 2 })),
}).map(({ extra, weights, shares }) => {
  const rows = [...Array.from({ length: 12 }, (_, k) => [k % 3, Math.floor(k / 3) % 2, Math.floor(k / 6)] as [number, number, number]), ...extra]
  const population = 1000
  const margins = shares.map((parts, m) => {
    const sum = parts.reduce((a, b) => a + b)
    return margin(`m${m}`, rows.map((row) => row[m]!), parts.map((part) => (part / sum) * population))
  })
  return { base: Float64Array.from(rows, (_, i) => weights[i % 52]!), margins }
})

describe('rake', () => {
  it('refuses no margins, classes without a total, margins of different sums', () => {
    expect(() => rake(ones(2), [])).toThrow('rake requires at least one margin')
    expect(() => rake(ones(2), [margin('area', [0, 2], [5, 5])])).toThrow(/requires a total for class 2 of margin area, found in row 1/)
    expect(() => rake(ones(2), [margin('area', [0, 1], [5, 5]), margin('sex', [0, 1], [5, 6])])).toThrow(/area sums to 10, sex to 11, a gap of 1/)
    expect(() => rake(ones(2), [margin('area', [0, 1], [NaN, 5])])).toThrow(/totals of zero or more, class 0 of margin area has NaN/)
  })

  it('names the empty class and the class whose total is zero', () => {
    expect(() => rake(ones(2), [margin('age', [0, 0], [5, 3], ['18-34', '65+'])])).toThrow('rake found nobody in class 65+ of margin age, whose total is 3: collapse it with another')
    expect(() => rake(ones(2), [margin('age', [0, 1], [8, 0])])).toThrow(/found people in class 1 of margin age, whose total is zero/)
  })

  it.each([NaN, -2, Infinity])('refuses a base weight of %s', (weight) => {
    expect(() => rake(Float64Array.of(1, weight), [margin('a', [0, 1], [1, 1])])).toThrow(/^rake requires finite weights/)
  })

  it('names margin, class and gap when margins contradict each other', () => {
    // everybody of area 0 is a man and of area 1 a woman, but the totals want them unequal
    const margins = [margin('area', [0, 0, 1, 1], [60, 40]), margin('sex', [0, 0, 1, 1], [50, 50], ['man', 'woman'])]
    expect(() => rake(ones(4), margins, { maximumRounds: 50 })).toThrow(/^rake did not converge in 50 rounds: margin (area|sex), class .* is off by 0\.[12]/)
  })

  it('fits every margin below 1e-12, keeps proportions within a cell, and sums to the population', () => {
    fc.assert(fc.property(problem, ({ base, margins }) => {
      const raked = rake(base, margins)
      expect(raked.misfit).toBeLessThan(1e-12)
      for (const each of margins) classSums(raked.weights, each).slice(0, -1).forEach((sum, k) => expect(Math.abs(sum / each.totals[k]! - 1)).toBeLessThan(1e-12))
      const ratio = (i: number) => raked.weights[i]! / base[i]!
      const cell = (i: number) => margins.map((each) => each.classes[i]).join()
      for (let i = 12; i < base.length; i++) for (let j = 0; j < 12; j++) if (cell(i) === cell(j)) expect(ratio(i) / ratio(j)).toBeCloseTo(1, 12)
    }), { numRuns: 60 })
  })

  it('gives permuted rows the same weights', () => {
    fc.assert(fc.property(problem, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), ({ base, margins }, random) => {
      const order = Array.from(base.keys()).map((i) => [i, random.next().value as number] as const).sort((a, b) => a[1] - b[1]).map(([i]) => i)
      const again = rake(Float64Array.from(order, (i) => base[i]!), margins.map((each) => ({ ...each, classes: Int32Array.from(order, (i) => each.classes[i]!) })))
      const { weights } = rake(base, margins)
      order.forEach((i, place) => expect(again.weights[place]! / weights[i]!).toBeCloseTo(1, 11))
    }), { numRuns: 30 })
  })

  it('keeps people of unknown age as a class of their own with their weighted share', () => {
    const area = margin('area', [0, 0, 0, 1, 1, 1], [60, 40])
    const age = margin('age', [0, 1, -1, 0, 1, 1], [50, 50])
    const raked = rake(ones(6), [area, age])
    const unknown = marginMisfits(raked.weights, [area, age])[1]!
    expect(raked.misfit).toBeLessThan(1e-12)
    expect(raked.weights[2]).toBeGreaterThan(0)
    expect(unknown.unknownShare).toBeCloseTo(raked.weights[2]! / 100, 14)
    const [young, old] = classSums(raked.weights, age)
    expect(young! / old!).toBeCloseTo(1, 12)
    expect(raked.weights.reduce((a, b) => a + b)).toBeCloseTo(100, 9)
  })

  it('leaves rows of weight zero at zero', () => {
    expect([...rake(Float64Array.of(0, 1, 1), [margin('a', [0, 0, 1], [3, 4])]).weights]).toEqual([0, 3, 4])
  })
})
