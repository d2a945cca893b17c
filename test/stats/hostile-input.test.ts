// Protects every page from NaN: whatever rows come in, each function of the later half of the engine gives finite numbers or
// null, or throws a RangeError that names a function of the engine.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alpha, feldtLimits, pairwiseAlpha } from '../../src/stats/alpha.ts'
import { alphaOfDesign } from '../../src/stats/alpha-of-design.ts'
import { calibrate } from '../../src/stats/calibrate.ts'
import { calibrationResiduals } from '../../src/stats/calibration-residuals.ts'
import type { Design } from '../../src/stats/design.ts'
import { surveyDesign } from '../../src/stats/design.ts'
import { equivalence } from '../../src/stats/equivalence.ts'
import { fayHerriot } from '../../src/stats/fay-herriot.ts'
import { groupDifference } from '../../src/stats/group-difference.ts'
import { itemRestCorrelations } from '../../src/stats/item-rest.ts'
import { meanWithLonely } from '../../src/stats/lonely-strata.ts'
import type { Margin } from '../../src/stats/margin.ts'
import { mean } from '../../src/stats/mean.ts'
import { populationVariance } from '../../src/stats/population-variance.ts'
import { postStratificationResiduals, postStratify } from '../../src/stats/post-stratify.ts'
import { proportionLimits } from '../../src/stats/proportion-limits.ts'
import { quantile } from '../../src/stats/quantile.ts'
import { raoScott } from '../../src/stats/rao-scott.ts'
import { waldTable } from '../../src/stats/wald-table.ts'

interface Rows { weights: Float64Array; stratum: Int32Array; first: Float64Array; second: Float64Array; domain: Uint8Array; classes: Int32Array; totals: Float64Array }

// few rows, many ties, holes, zeros and lonely strata: what small areas are made of
const awkward = fc.integer({ min: 1, max: 9 }).chain((n) => fc.record({
  weights: fc.array(fc.constantFrom(0, 1, 1, 2, 1e-9, 1e9), { minLength: n, maxLength: n }),
  stratum: fc.array(fc.nat(2), { minLength: n, maxLength: n }),
  first: fc.array(fc.constantFrom(0, 1, 1, 0, NaN, 5), { minLength: n, maxLength: n }),
  second: fc.array(fc.constantFrom(0, 1, NaN), { minLength: n, maxLength: n }),
  domain: fc.array(fc.constantFrom(0, 1, 1), { minLength: n, maxLength: n }),
  classes: fc.array(fc.constantFrom(-1, 0, 0, 1), { minLength: n, maxLength: n }),
  totals: fc.array(fc.constantFrom(0, 5, 30), { minLength: 2, maxLength: 2 }),
})).map((rows): Rows => ({
  weights: Float64Array.from(rows.weights), stratum: Int32Array.from(rows.stratum), first: Float64Array.from(rows.first), second: Float64Array.from(rows.second),
  domain: Uint8Array.from(rows.domain), classes: Int32Array.from(rows.classes), totals: Float64Array.from(rows.totals),
}))

const designOf = ({ weights, stratum }: Rows): Design => surveyDesign({ weights, stratum, strata: 3, population: new Float64Array(3).fill(9) })
const marginOf = ({ classes, totals }: Rows): Margin => ({ name: 'age', classes, totals })

const CALLS: Record<string, (rows: Rows) => unknown> = {
  postStratify: (rows) => postStratify(rows.weights, marginOf(rows)),
  'calibrate linear': (rows) => calibrate(rows.weights, [marginOf(rows)], { method: 'linear' }),
  'calibrate raking': (rows) => calibrate(rows.weights, [marginOf(rows)], { method: 'raking' }),
  'calibrate logit': (rows) => calibrate(rows.weights, [marginOf(rows)], { method: 'logit', bounds: { lower: 0.1, upper: 40 } }),
  'mean after post-stratification': (rows) => {
    const weights = postStratify(rows.weights, marginOf(rows))
    return mean(designOf({ ...rows, weights }), rows.first, { fpc: true, domain: rows.domain, residuals: postStratificationResiduals(rows.weights, marginOf(rows), weights) })
  },
  'mean after calibration': (rows) => {
    const { weights } = calibrate(rows.weights, [marginOf(rows)], { method: 'raking' })
    return mean(designOf({ ...rows, weights }), rows.first, { domain: rows.domain, residuals: calibrationResiduals(rows.weights, [marginOf(rows)], weights) })
  },
  meanWithLonely: (rows) => (['adjust', 'remove', 'certainty', 'average', 'fail'] as const).map((lonely) => {
    try {
      return meanWithLonely(designOf(rows), rows.first, { lonely, domainLonely: true, domain: rows.domain })
    } catch (error) {
      return judged(error)
    }
  }),
  proportionLimits: (rows) => {
    const { estimate, se, df, n } = mean(designOf(rows), rows.second, { fpc: true, domain: rows.domain })
    return (['beta', 'mean', 'xlogit', 'logit', 'wilson', 'asin'] as const).map((method) => proportionLimits(method, { share: estimate, se, df, rows: n, n }))
  },
  quantile: (rows) => (['math', 'school', 'hf7'] as const).map((rule) => quantile(designOf(rows), rows.first, 0.3, { rule, domain: rows.domain })),
  populationVariance: (rows) => populationVariance(designOf(rows), rows.first, { domain: rows.domain }),
  groupDifference: (rows) => groupDifference(designOf(rows), rows.first, rows.domain, rows.domain.map((each) => 1 - each)),
  raoScott: (rows) => raoScott(designOf(rows), rows.first, rows.second, { domain: rows.domain }),
  waldTable: (rows) => waldTable(designOf(rows), rows.first, rows.second, { domain: rows.domain }),
  alpha: (rows) => { const got = alpha([rows.first, rows.second], rows.weights); return [got, feldtLimits(got)] },
  pairwiseAlpha: (rows) => pairwiseAlpha([rows.first, rows.second]),
  alphaOfDesign: (rows) => alphaOfDesign(designOf(rows), [rows.first, rows.second], { domain: rows.domain }),
  itemRestCorrelations: (rows) => itemRestCorrelations([rows.first, rows.second], rows.weights),
  equivalence: (rows) => equivalence(groupDifference(designOf(rows), rows.first, rows.domain, rows.domain.map((each) => 1 - each)), 0.5),
  fayHerriot: (rows) => fayHerriot(Array.from(rows.first, (estimate, i) => ({ estimate, variance: rows.weights[i]!, covariates: [rows.stratum[i]!] }))),
}

function judged(error: unknown): null {
  expect(error).toBeInstanceOf(RangeError)
  expect((error as RangeError).message).toMatch(/^[a-z]+[A-Za-z]* (requires|found|gives|did not converge)/)
  return null
}

function everyNumberIsFinite(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
  else if (ArrayBuffer.isView(value)) for (const each of value as Float64Array) expect(Number.isFinite(each)).toBe(true)
  else if (value !== null && typeof value === 'object') for (const each of Object.values(value)) everyNumberIsFinite(each)
}

describe('awkward rows', () => {
  it.each(Object.keys(CALLS))('give %s finite numbers, null or a named refusal', (name) => {
    let answered = 0
    fc.assert(fc.property(awkward, (rows) => {
      let got: unknown
      try {
        got = CALLS[name]!(rows)
      } catch (error) {
        judged(error)
        return
      }
      answered++
      everyNumberIsFinite(got)
    }), { numRuns: 400 })
    // the test would say nothing if everything were refused
    expect(answered).toBeGreaterThan(name === 'fayHerriot' ? 0 : 10)
  })
})
