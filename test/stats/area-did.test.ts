// Protects the headline: an effect is claimed only against the spread of comparison areas, with five of them and a placebo
// rank that agrees.
import { describe, expect, it } from 'vitest'
import { areaDid, preTrend } from '../../src/stats/area-did.ts'
import { differenceInDifferences } from '../../src/stats/did.ts'
import { simpleDesign } from '../support/design-arbitrary.ts'

const areas = (...changes: number[]) => changes.map((change) => ({ change }))

describe('areaDid', () => {
  it('refuses no focus area, one comparison area, NaN and negative variances', () => {
    expect(() => areaDid([], areas(1, 2))).toThrow('areaDid requires at least one focus area')
    expect(() => areaDid(areas(1), areas(1))).toThrow('areaDid requires at least two comparison areas, got 1')
    expect(() => areaDid(areas(NaN), areas(1, 2))).toThrow(/changes and variances that are numbers/)
    expect(() => areaDid([{ change: 1, variance: -1 }], areas(1, 2))).toThrow(/changes and variances that are numbers/)
  })

  it('claims nothing with four comparison areas, however large the effect', () => {
    expect(areaDid(areas(40), areas(1, 2, 3, 2))).toMatchObject({ claim: false, rank: 1, of: 5 })
    expect(areaDid(areas(40), areas(1, 2, 3, 2, 2))).toMatchObject({ claim: true, rank: 1, of: 6 })
  })

  it('claims nothing when the placebo rank disagrees', () => {
    // one comparison area stands out as much as the mean of the focus areas does
    const got = areaDid(areas(9, 9, 9), areas(0, 0, 0, 0, 0, 0, 0, 0, 16))
    expect(got.rank).toBe(2)
    expect(got.claim).toBe(false)
  })

  it('tests with the comparison areas own spread on k - 1 df', () => {
    const got = areaDid(areas(12), areas(1, 3, 5, 7, 9))
    // s = sqrt(10), se = s sqrt(1 + 1/5), t = 7/se; 2 * pt(-7 / sqrt(12), 4), here from the beta function at 40 digits
    expect(got.effect).toBe(7)
    expect(got.se).toBeCloseTo(Math.sqrt(12), 13)
    expect(got.df).toBe(4)
    expect(got.t).toBeCloseTo(7 / Math.sqrt(12), 13)
    expect(got.p).toBeCloseTo(0.113403915599819, 12)
    expect(got.claim).toBe(false)
  })

  it('adds sampling variance where focus areas have more of it, and never takes any off', () => {
    const wide = areaDid([{ change: 12, variance: 6 }], areas(1, 3, 5, 7, 9).map((area) => ({ ...area, variance: 2 })))
    expect(wide.se).toBeCloseTo(Math.sqrt(12 + 4), 13)
    const narrow = areaDid([{ change: 12, variance: 1 }], areas(1, 3, 5, 7, 9).map((area) => ({ ...area, variance: 2 })))
    expect(narrow.se).toBeCloseTo(Math.sqrt(12), 13)
  })

  it('makes no test when comparison areas do not move at all', () => {
    expect(areaDid(areas(3), areas(1, 1, 1, 1, 1))).toMatchObject({ se: null, p: null, claim: false })
  })

  it('says whether areas already moved apart before the approach began', () => {
    expect(preTrend(areas(2), areas(1, 3, 2, 1, 3)).parallel).toBe(true)
    expect(preTrend(areas(20), areas(1, 3, 2, 1, 3)).parallel).toBe(false)
  })
})

describe('differenceInDifferences', () => {
  it('refuses a cell without answers, and a logit of a cell in which nobody said yes', () => {
    const design = simpleDesign([1, 1, 1, 1, 1, 1, 1, 1])
    const columns = { design, group: Int8Array.of(0, 0, 1, 1, 0, 0, 1, 1), post: Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1), values: Float64Array.of(0, 1, 0, 1, 0, 0, 0, 1) }
    expect(() => differenceInDifferences({ ...columns, post: new Uint8Array(8) })).toThrow(/^differenceInDifferences requires at least one answer/)
    expect(() => differenceInDifferences(columns, { logistic: true })).toThrow(/shares between 0 and 1 in every cell, comparison after has 0/)
    expect(differenceInDifferences(columns)[3]).toMatchObject({ term: 'foc:post', change: 0.5 })
  })
})
