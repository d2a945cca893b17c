// Protects calibrated and post-stratified weights: the margins fit, the bounds hold, and what cannot be is refused by name.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrate } from '../../src/stats/calibrate.ts'
import { calibrationResiduals } from '../../src/stats/calibration-residuals.ts'
import type { Margin } from '../../src/stats/margin.ts'
import { postStratificationResiduals, postStratify } from '../../src/stats/post-stratify.ts'
import { rake } from '../../src/stats/rake.ts'

const margin = (name: string, classes: number[], totals: number[]): Margin => ({ name, classes: Int32Array.from(classes), totals: Float64Array.from(totals) })
const ones = (n: number) => new Float64Array(n).fill(1)
const AREA = margin('area', [0, 0, 0, 1, 1, 1], [12, 18])
const SEX = margin('sex', [0, 1, 1, 0, 0, 1], [16, 14])

/** A sample in which every class has people, and totals that some positive weights fit. */
const sample = fc.integer({ min: 12, max: 60 }).chain((n) => fc.record({
  base: fc.array(fc.double({ min: 1, max: 20, noNaN: true }), { minLength: n, maxLength: n }),
  pull: fc.array(fc.double({ min: 0.8, max: 1.25, noNaN: true }), { minLength: n, maxLength: n }),
})).map(({ base, pull }) => {
  const classes = [base.map((_, i) => i % 3), base.map((_, i) => Math.floor(i / 3) % 2)]
  const margins = classes.map((of, m) => margin(`margin ${m}`, of, [0, 1, 2].slice(0, 3 - m).map((k) => of.reduce((sum, c, i) => sum + (c === k ? base[i]! * pull[i]! : 0), 0))))
  return { base: Float64Array.from(base), margins }
})

describe('calibrate', () => {
  it('refuses bounds without 1 between them, and logit without bounds', () => {
    expect(() => calibrate(ones(6), [AREA, SEX], { method: 'linear', bounds: { lower: 1.2, upper: 3 } })).toThrow(/^calibrationDistance requires bounds with 1 between them/)
    expect(() => calibrate(ones(6), [AREA, SEX], { method: 'logit' })).toThrow(/^calibrationDistance requires finite bounds for logit/)
  })

  it('refuses bounds that no weights can keep to, with the margin and the gap', () => {
    expect(() => calibrate(ones(6), [AREA, SEX], { method: 'logit', bounds: { lower: 0.5, upper: 1.5 } })).toThrow(/^calibrate did not converge .* margin (area|sex) is off by/)
    expect(() => calibrate(ones(6), [AREA, SEX], { method: 'linear', bounds: { lower: 0.5, upper: 1.5 } })).toThrow(/^calibrate did not converge/)
  })

  it('refuses to hand out negative weights', () => {
    const crossed = [margin('area', [0, 0, 0, 0, 0, 1], [30, 30]), margin('sex', [0, 0, 0, 0, 1, 1], [57, 3])]
    expect(() => calibrate(ones(6), crossed, { method: 'linear' })).toThrow(/^calibrate gives negative weights/)
  })

  it('refuses NaN weights, a class without people and margins with two sums', () => {
    expect(() => calibrate(Float64Array.of(1, NaN, 1, 1, 1, 1), [AREA], { method: 'raking' })).toThrow(/^calibrate requires finite weights/)
    expect(() => calibrate(ones(6), [margin('area', [0, 0, 0, 0, 0, 0], [12, 18])], { method: 'raking' })).toThrow(/^calibrate found nobody in class 1 of margin area/)
    expect(() => calibrate(ones(6), [AREA, margin('sex', [0, 1, 1, 0, 0, 1], [16, 15])], { method: 'raking' })).toThrow(/a gap of 1/)
  })

  it('fits every margin and keeps ratios within bounds, whatever the method', () => {
    fc.assert(fc.property(sample, fc.constantFrom('linear', 'raking', 'logit'), ({ base, margins }, method) => {
      const bounds = { lower: 0.2, upper: 5 }
      const got = calibrate(base, margins, { method, bounds })
      for (const { misfit } of got.margins) expect(misfit).toBeLessThan(1e-11)
      expect(got.lowestRatio).toBeGreaterThanOrEqual(bounds.lower)
      expect(got.highestRatio).toBeLessThanOrEqual(bounds.upper)
    }), { numRuns: 60 })
  })

  it('gives the weights of rake when its distance is raking', () => {
    fc.assert(fc.property(sample, ({ base, margins }) => {
      const raked = rake(base, margins).weights
      calibrate(base, margins, { method: 'raking' }).weights.forEach((weight, i) => expect(Math.abs(weight / raked[i]! - 1)).toBeLessThan(1e-9))
    }), { numRuns: 40 })
  })

  it('takes a margin that repeats another in its stride', () => {
    const twice = calibrate(ones(6), [AREA, SEX, AREA], { method: 'linear' })
    const once = calibrate(ones(6), [AREA, SEX], { method: 'linear' })
    twice.weights.forEach((weight, i) => expect(weight).toBeCloseTo(once.weights[i]!, 10))
  })

  it('gives people of unknown sex their base-weighted share, and the known totals the rest', () => {
    const got = calibrate(ones(6), [AREA, margin('sex', [0, 1, -1, 0, 0, 1], [16, 14])], { method: 'raking' })
    expect(got.weights[2]).toBeCloseTo(5, 10)
    expect(got.weights[0]! + got.weights[3]! + got.weights[4]!).toBeCloseTo((16 * 5) / 6, 10)
  })

  it('leaves no residual of scores that the margins explain', () => {
    const { weights } = calibrate(ones(6), [AREA, SEX], { method: 'linear' })
    const left = calibrationResiduals(ones(6), [AREA, SEX], weights)(weights.map((weight, i) => weight * (3 * AREA.classes[i]! - 2 * SEX.classes[i]! + 0.5)))
    for (const score of left) expect(Math.abs(score)).toBeLessThan(1e-12)
  })
})

describe('postStratify', () => {
  it('refuses a class without people, naming it', () => {
    expect(() => postStratify(ones(2), margin('age', [0, 0], [5, 5]))).toThrow(/^postStratify found nobody in class 1 of margin age/)
  })

  it('gives each class its total', () => {
    expect(Array.from(postStratify(ones(3), margin('age', [0, 0, 1], [10, 4])))).toEqual([5, 5, 4])
  })

  it('gives unknown people their share', () => {
    expect(Array.from(postStratify(ones(4), margin('age', [0, 0, 1, -1], [16, 4])))).toEqual([6, 6, 3, 5])
  })

  it('has no residual for a row whose weight was set to zero afterwards', () => {
    const age = margin('age', [0, 0, 1], [8, 2])
    const left = postStratificationResiduals(ones(3), age, Float64Array.of(8, 0, 2))(Float64Array.of(16, 0, 6))
    expect(Array.from(left)).toEqual([0, 0, 0])
  })

  it('takes class means out of the scores, and keeps rows of weight zero out of them', () => {
    const base = Float64Array.of(1, 3, 2, 0)
    const age = margin('age', [0, 0, 1, 0], [8, 2])
    const weights = postStratify(base, age)
    const left = postStratificationResiduals(base, age, weights)(Float64Array.of(2, 6, 5, 0))
    expect(Array.from(left)).toEqual([0, 0, 0, 0])
  })
})
