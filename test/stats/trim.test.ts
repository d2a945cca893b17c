// Protects against one person who counts for twelve, and against trimming that loses people.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marginMisfits } from '../../src/stats/margin.ts'
import { trim, trimAndRake } from '../../src/stats/trim.ts'

describe('trim', () => {
  it('refuses limits the wrong way round and weights that are all outside', () => {
    expect(() => trim(Float64Array.of(1, 2), { lower: 3, upper: 2 })).toThrow(/^trim requires 0 <= lower < upper, got 3 and 2/)
    expect(() => trim(Float64Array.of(1, 9), { lower: 2, upper: 3 })).toThrow(/^trim requires weights inside 2 to 3/)
    expect(() => trim(Float64Array.of(1, NaN), { lower: 2, upper: 3 })).toThrow(/^trim requires finite weights/)
  })

  it('keeps the sum, and when strict leaves nobody outside', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 20, maxLength: 60 }), (drawn) => {
      // enough weights in the middle that somebody is always left inside
      const weights = [...drawn, ...new Array<number>(2 * drawn.length).fill(drawn.reduce((a, b) => a + b) / drawn.length)]
      const mean = weights.reduce((a, b) => a + b) / weights.length
      const limits = { lower: 0.3 * mean, upper: 3 * mean }
      const sum = (values: Float64Array) => values.reduce((a, b) => a + b)
      const base = Float64Array.from(weights)
      const strict = trim(base, limits, true)
      expect(sum(trim(base, limits).weights) / sum(base)).toBeCloseTo(1, 12)
      expect(sum(strict.weights) / sum(base)).toBeCloseTo(1, 12)
      for (const weight of strict.weights) expect(weight >= limits.lower && weight <= limits.upper).toBe(true)
    }))
  })

  it('spreads what it takes equally over those inside', () => {
    expect([...trim(Float64Array.of(1, 5, 5, 13), { lower: 2, upper: 10 }).weights]).toEqual([2, 6, 6, 10])
  })
})

describe('trimAndRake', () => {
  it('meets margins and limits together, or says how far outside the worst weight stays', () => {
    const area = { name: 'area', classes: Int32Array.from({ length: 40 }, (_, i) => i % 2), totals: Float64Array.of(500, 500) }
    const base = Float64Array.from({ length: 40 }, (_, i) => (i === 0 ? 30 : 1))
    const done = trimAndRake(base, [area], { lower: 5, upper: 75 })
    expect(done.misfit).toBeLessThan(1e-12)
    expect(done.outside).toBeLessThanOrEqual(1e-3)
    expect(marginMisfits(done.weights, [area])[0]!.misfit).toBeLessThan(1e-12)
    // four people have to stand for 500: no weights under 75 can do that
    const few = { ...area, classes: area.classes.map((_, i) => (i < 4 ? 0 : 1)) }
    const impossible = trimAndRake(base.fill(1), [few], { lower: 1, upper: 75 }, 5)
    expect(impossible.misfit).toBeLessThan(1e-12)
    expect(impossible.outside).toBeCloseTo(125 / 75 - 1, 9)
  })
})
