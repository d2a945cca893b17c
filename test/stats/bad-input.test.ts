// Protects the list of what bad input gets, a test a line: a RangeError that names the function and the cause, or null where there is no such
// number; never NaN. The room's other suites try each function further; this one is the list.
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg, holm } from '../../src/stats/adjust-p.ts'
import { alpha } from '../../src/stats/alpha.ts'
import { betaLimits } from '../../src/stats/beta-limits.ts'
import { calibrate } from '../../src/stats/calibrate.ts'
import { change, changeOf } from '../../src/stats/change.ts'
import { surveyDesign } from '../../src/stats/design.ts'
import { designWeights } from '../../src/stats/design-weights.ts'
import { detectableChange } from '../../src/stats/detectable-change.ts'
import { mean } from '../../src/stats/mean.ts'
import { pairedDifference } from '../../src/stats/paired-difference.ts'
import { postStratify } from '../../src/stats/post-stratify.ts'
import { quantile } from '../../src/stats/quantile.ts'
import { rake } from '../../src/stats/rake.ts'
import { ratio } from '../../src/stats/ratio.ts'
import { share } from '../../src/stats/share.ts'
import { changeWithShared } from '../../src/stats/shared-respondents.ts'
import { total } from '../../src/stats/total.ts'
import { trim } from '../../src/stats/trim.ts'
import { weightDiagnostics } from '../../src/stats/weight-diagnostics.ts'
import { welchChange } from '../../src/stats/welch-change.ts'
import { simpleDesign } from '../support/design-arbitrary.ts'

const margin = (classes: number[], totals: number[], name = 'area') => ({ name, classes: Int32Array.from(classes), totals: Float64Array.from(totals) })
const wave = (person: string[]) => ({ design: simpleDesign([1, 1, 1]), values: Float64Array.of(1, 2, 3), person })
const finiteOrNull = (value: object): void => { for (const part of Object.values(value)) expect(part === null || Number.isFinite(part)).toBe(true) }

describe('bad input', () => {
  it.each([NaN, Infinity, -Infinity, -1])('refuses a weight of %s wherever weights come in', (weight) => {
    const weights = Float64Array.of(1, weight, 1)
    expect(() => surveyDesign({ weights, stratum: new Int32Array(3), strata: 1 })).toThrow(/^surveyDesign requires finite weights of zero or more, row 1/)
    expect(() => rake(weights, [margin([0, 0, 0], [9])])).toThrow(/^rake requires finite weights/)
    expect(() => trim(weights, { lower: 0.5, upper: 2 })).toThrow(/^trim requires finite weights/)
    expect(() => postStratify(weights, margin([0, 0, 0], [9]))).toThrow(/^postStratify requires finite weights/)
    expect(() => calibrate(weights, [margin([0, 0, 0], [9])], { method: 'raking' })).toThrow(/^calibrate requires finite weights/)
    expect(() => weightDiagnostics(weights)).toThrow(/^weightDiagnostics requires finite weights/)
    expect(() => designWeights(new Int32Array(3), [weight])).toThrow(/^designWeights requires/)
  })
  it('gives a domain of one its answer, without a margin', () => {
    expect(mean(simpleDesign([1, 2, 3]), Float64Array.of(4, 2, 7), { domain: Uint8Array.of(0, 1, 0) })).toMatchObject({ n: 1, estimate: 2, df: 0, low: null, high: null, deff: null })
    expect(share(simpleDesign([1, 2, 3]), Float64Array.of(1, 0, 1), { domain: Uint8Array.of(0, 1, 0) })).toMatchObject({ n: 1, estimate: 0, low: 0, high: 0.975 })
  })
  it('gives equal answers a standard error of zero, a test of nothing, and alpha a refusal', () => {
    const equal = mean(simpleDesign([1, 2, 3]), Float64Array.of(3, 3, 3))
    expect(equal).toMatchObject({ estimate: 3, se: 0, deff: null })
    for (const tested of [change(equal, equal), welchChange(equal, { ...equal, estimate: 4 })]) expect([tested.t, tested.p, tested.low]).toEqual([null, null, null])
    expect(() => alpha([Float64Array.of(3, 3, 3), Float64Array.of(3, 3, 3)])).toThrow(/^alpha requires/)
  })
  it('refuses a column in which every answer is missing', () => {
    const [design, none] = [simpleDesign([1, 2, 3]), Float64Array.of(NaN, NaN, NaN)]
    for (const estimate of [mean, total, share]) expect(() => estimate(design, none)).toThrow(new RegExp(`^${estimate.name === 'share' ? 'mean' : estimate.name} requires at least one answer`))
    expect(() => ratio(design, none, none)).toThrow(/^ratio requires at least one answer/)
    expect(() => pairedDifference(design, none, none)).toThrow(/requires at least one answer/)
    expect(() => quantile(design, none, 0.5)).toThrow(/requires at least one answer/)
  })
  it.each([0, 1])('with %d degrees of freedom gives numbers or null', (df) => {
    finiteOrNull(changeOf(2, 1, df))
    finiteOrNull(welchChange({ estimate: 1, se: 1, df }, { estimate: 2, se: 1, df }))
    finiteOrNull(betaLimits({ share: 0.5, se: 0.1, df, rows: df + 1, n: df + 1 }))
    expect(changeOf(2, 1, df).p === null).toBe(df === 0)
    expect(detectableChange(1, df) === null).toBe(df === 0)
  })
  it.each([0, 1])('takes a share and a p of %d for what they are', (p) => {
    const { low, high } = betaLimits({ share: p, se: 0, df: 9, rows: 10, n: 10 })
    expect([low === 0, high === 1]).toEqual([p === 0, p === 1])
    expect(high - low).toBeCloseTo(1 - 0.025 ** 0.1, 12)
    expect([holm([p, null]), benjaminiHochberg([p, null])]).toEqual([[p, null], [p, null]])
  })
  it('refuses an area in the data that is not in the totals, naming row and class', () => {
    expect(() => rake(Float64Array.of(1, 1), [margin([0, 2], [5, 5])])).toThrow(/^rake requires a total for class 2 of margin area, found in row 1/)
    expect(() => postStratify(Float64Array.of(1, 1), margin([0, 2], [5, 5]))).toThrow(/^postStratify requires a total for class 2 of margin area/)
    expect(() => calibrate(Float64Array.of(1, 1), [margin([0, 2], [5, 5])], { method: 'linear' })).toThrow(/^calibrate requires a total for class 2 of margin area/)
  })
  it('refuses margins of different sums, naming both and the gap', () => {
    const margins = [margin([0, 1], [5, 5]), margin([0, 1], [5, 6], 'sex')]
    expect(() => rake(Float64Array.of(1, 1), margins)).toThrow(/^rake .*area sums to 10, sex to 11, a gap of 1/)
    expect(() => calibrate(Float64Array.of(1, 1), margins, { method: 'raking' })).toThrow(/^calibrate .*area sums to 10, sex to 11/)
  })
  it('refuses a person twice in one wave, naming the person', () => {
    expect(() => changeWithShared(wave(['a', 'b', 'c']), wave(['a', 'c', 'c']))).toThrow(/^changeWithShared requires each person once in a wave, the second wave has c twice/)
  })
})
