// Protects quantiles: refusals, the rules where shares tie, and that limits hold the quantile between them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { surveyDesign } from '../../src/stats/design.ts'
import { quantile } from '../../src/stats/quantile.ts'
import { quantileByRule, sortedValues } from '../../src/stats/quantile-rule.ts'

const RULES = ['math', 'school', 'hf7'] as const
const one = (n: number) => surveyDesign({ weights: new Float64Array(n).fill(1), stratum: new Int32Array(n), strata: 1 })
const rows = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), value: fc.integer({ min: 0, max: 12 }) }), { minLength: 2, maxLength: 60 })

describe('quantile', () => {
  it('refuses shares outside 0 to 1 and a column without answers', () => {
    expect(() => quantile(one(3), Float64Array.of(1, 2, 3), 1.5)).toThrow(/^quantile requires a share between 0 and 1/)
    expect(() => quantile(one(2), Float64Array.of(NaN, NaN), 0.5)).toThrow(/^quantile requires at least one answer/)
  })

  it('gives the values of the rules where a share is hit exactly (R: qrule math, school, hf7)', () => {
    const sorted = sortedValues(Float64Array.of(4, 2, 1, 3), new Float64Array(4).fill(1), new Uint8Array(4).fill(1))
    expect(RULES.map((rule) => quantileByRule(rule, sorted, 0.5))).toEqual([2, 2.5, 2.5])
    expect(RULES.map((rule) => quantileByRule(rule, sorted, 0.6))).toEqual([3, 3, 2.8])
    expect(RULES.map((rule) => quantileByRule(rule, sorted, 1))).toEqual([4, 4, 4])
  })

  it('has no limit where the sample does not reach, and none for a single answer', () => {
    const highest = quantile(one(6), Float64Array.of(1, 2, 3, 4, 5, 6), 0.95)
    expect([highest.high, highest.se]).toEqual([null, null])
    const alone = quantile(one(1), Float64Array.of(7), 0.5)
    expect([alone.estimate, alone.low, alone.high, alone.se, alone.df]).toEqual([7, null, null, null, 0])
  })

  it('rises with p and lies within its limits, whatever the rule', () => {
    fc.assert(fc.property(rows, fc.constantFrom(...RULES), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (each, rule, p, q) => {
      const design = surveyDesign({ weights: Float64Array.from(each, (row) => row.weight), stratum: new Int32Array(each.length), strata: 1 })
      const values = Float64Array.from(each, (row) => row.value)
      const [lower, upper] = [quantile(design, values, Math.min(p, q), { rule }), quantile(design, values, Math.max(p, q), { rule })]
      expect(lower.estimate).toBeLessThanOrEqual(upper.estimate + 1e-12)
      for (const got of [lower, upper]) for (const value of [got.estimate, got.low ?? 0, got.high ?? 0, got.se ?? 0]) expect(Number.isFinite(value)).toBe(true)
      if (rule === 'math' && lower.low !== null) expect(lower.low).toBeLessThanOrEqual(lower.estimate)
    }))
  })

  it('is the same for one row of weight 3 and three rows of weight 1 (math)', () => {
    const heavy = sortedValues(Float64Array.of(5, 2, 9), Float64Array.of(3, 1, 2), new Uint8Array(3).fill(1))
    const many = sortedValues(Float64Array.of(5, 5, 5, 2, 9, 9), new Float64Array(6).fill(1), new Uint8Array(6).fill(1))
    for (let p = 0; p <= 1; p += 0.05) expect(quantileByRule('math', heavy, p)).toBe(quantileByRule('math', many, p))
  })
})
