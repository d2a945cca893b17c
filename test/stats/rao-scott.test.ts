// Protects tests of crossed answers: refusals, the plain test as the special case, and what must not matter.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { covarianceMatrix } from '../../src/stats/covariance-matrix.ts'
import { surveyDesign } from '../../src/stats/design.ts'
import { raoScott } from '../../src/stats/rao-scott.ts'
import { covarianceOfTotals } from '../../src/stats/variance.ts'
import { waldTable } from '../../src/stats/wald-table.ts'

const plain = (n: number) => surveyDesign({ weights: new Float64Array(n).fill(2), stratum: new Int32Array(n), strata: 1 })
const A = Float64Array.of(1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3)
const B = Float64Array.of(0, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 1)
const rows = fc.array(fc.record({ a: fc.integer({ min: 1, max: 3 }), b: fc.integer({ min: 0, max: 1 }), weight: fc.integer({ min: 1, max: 9 }), stratum: fc.nat(2) }), { minLength: 30, maxLength: 80 })

describe('tests of a table', () => {
  it('refuse an item that everybody answered alike, naming the function', () => {
    expect(() => raoScott(plain(4), Float64Array.of(1, 1, 1, 1), Float64Array.of(0, 1, 0, 1))).toThrow(/^raoScott requires two different answers of the first item, got 1/)
    expect(() => waldTable(plain(4), Float64Array.of(1, 2, 1, 2), Float64Array.of(1, NaN, 1, NaN))).toThrow(/^waldTable requires two different answers of the first item/)
  })

  it('refuse a table with nobody in it', () => {
    expect(() => raoScott(plain(2), Float64Array.of(NaN, 1), Float64Array.of(1, NaN))).toThrow(/^raoScott requires two different answers/)
  })

  it('say nothing instead of NaN where degrees of freedom run out', () => {
    const each = surveyDesign({ weights: Float64Array.of(1, 2, 3, 4), stratum: Int32Array.of(0, 1, 2, 3), strata: 4 })
    expect(raoScott(each, Float64Array.of(1, 2, 1, 2), Float64Array.of(0, 1, 1, 0)).F).toBeNull()
    expect(waldTable(each, Float64Array.of(1, 2, 1, 2), Float64Array.of(0, 1, 1, 0))).toEqual({ wald: null, adjusted: null })
  })

  it('give no Wald test when there are fewer sampling units than cells', () => {
    const two = surveyDesign({ weights: new Float64Array(12).fill(1), stratum: new Int32Array(12), strata: 1, cluster: Int32Array.from(A, (_, i) => i % 2) })
    expect(waldTable(two, A, B).wald).toBeNull()
  })

  it('are Pearson\'s own test when the sample is simple: the design effect is n/(n - 1)', () => {
    const got = raoScott(plain(12), A, B)
    expect(got.deff).toBeCloseTo(12 / 11, 12)
    // cells 3 1, 2 2, 1 3 where 2 each are expected: 4 of them off by one
    expect(got.chisq.statistic).toBeCloseTo(2, 12)
    expect(got.F!.ndf).toBeCloseTo(2, 12)
  })

  it('give the same whichever item comes first and however answers are numbered', () => {
    fc.assert(fc.property(rows, (each) => {
      const design = surveyDesign({ weights: Float64Array.from(each, (row) => row.weight), stratum: Int32Array.from(each, (row, i) => (i < 6 ? i % 3 : row.stratum)), strata: 3 })
      const a = Float64Array.from(each, (row, i) => (i < 6 ? (i % 3) + 1 : row.a))
      const b = Float64Array.from(each, (row, i) => (i < 6 ? Math.floor(i / 3) : row.b))
      const [one, other] = [raoScott(design, a, b), raoScott(design, b, a.map((value) => 7 - value))]
      expect(one.F!.p).toBeCloseTo(other.F!.p, 9)
      expect(one.chisq.statistic).toBeCloseTo(other.chisq.statistic, 9)
      const [first, second] = [waldTable(design, a, b), waldTable(design, b.map((value) => 1 - value), a)]
      if (first.adjusted && second.adjusted) expect(first.adjusted.p).toBeCloseTo(second.adjusted.p, 7)
    }), { numRuns: 60 })
  })
})

describe('covarianceMatrix', () => {
  it('refuses fpc without populations', () => {
    expect(() => covarianceMatrix(plain(2), { rows: Int32Array.of(0), scores: Float64Array.of(1), size: 1 }, true)).toThrow(/^covarianceMatrix requires a population/)
  })

  it('equals the covariance of each pair, with clusters, a lonely stratum and rows outside the domain', () => {
    const design = surveyDesign({ weights: new Float64Array(8).fill(1), stratum: Int32Array.of(0, 0, 0, 0, 1, 1, 1, 2), strata: 3, cluster: Int32Array.of(1, 1, 2, 3, 4, 5, 5, 6), population: Float64Array.of(9, 8, 4) })
    const listed = Int32Array.of(0, 1, 3, 5, 6, 7)
    const columns = [Float64Array.of(1, 2, 0, 4, 0, 3, 1, 2), Float64Array.of(5, 1, 0, 2, 0, 2, 4, 1)]
    const scores = Float64Array.from([...listed].flatMap((i) => columns.map((column) => column[i]!)))
    for (const fpc of [false, true]) {
      const matrix = covarianceMatrix(design, { rows: listed, scores, size: 2 }, fpc)
      columns.forEach((first, j) => columns.forEach((second, k) => expect(matrix[j * 2 + k]).toBeCloseTo(covarianceOfTotals(design, first, second, { fpc }), 12)))
    }
  })
})
