// Protects the fast table: every number of it equals the row-by-row estimate, for any cells, recodes and weights.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { change } from '../../src/stats/change.ts'
import { changeColumn } from '../../src/stats/change-column.ts'
import { codeColumn } from '../../src/stats/coded-column.ts'
import { countColumn, groupRows } from '../../src/stats/counted-cells.ts'
import { surveyDesign } from '../../src/stats/design.ts'
import { domainMeans, estimateAt } from '../../src/stats/domain-table.ts'
import { mean } from '../../src/stats/mean.ts'
import { sample, simpleDesign } from '../support/design-arbitrary.ts'

const apart = (a: number | null, b: number | null) => (a === b ? 0 : Math.abs(a! - b!) / Math.max(1e-6, Math.abs(b!)))

describe('codeColumn', () => {
  it('refuses infinite values and keeps missing answers as one code', () => {
    expect(() => codeColumn([1, Infinity])).toThrow('codeColumn requires finite values, row 1 has Infinity')
    const { codes, levels, values } = codeColumn([5, NaN, 2.5, 5, NaN])
    expect([[...codes], levels, [...values]]).toEqual([[1, 2, 0, 1, 2], 3, [2.5, 5, NaN]])
  })
})

describe('counting', () => {
  it('refuses clusters, cells across strata, codes beyond the levels, columns of another length', () => {
    const clustered = surveyDesign({ weights: Float64Array.of(1, 1), stratum: new Int32Array(2), strata: 1, cluster: Int32Array.of(1, 2) })
    expect(() => groupRows(clustered)).toThrow('groupRows requires a design without clusters')
    const design = surveyDesign({ weights: Float64Array.of(1, 1), stratum: Int32Array.of(0, 1), strata: 2 })
    expect(() => groupRows(design, { of: Int32Array.of(0, 0), stratum: Int32Array.of(0) })).toThrow(/cells within one stratum, row 1 of cell 0 is in stratum 1/)
    expect(() => countColumn(groupRows(design), { codes: Uint8Array.of(0, 3), levels: 3 })).toThrow('countColumn requires codes below 3, row 1 has 3')
    expect(() => countColumn(groupRows(design), { codes: Uint8Array.of(0), levels: 3 })).toThrow(/one code for each of 2 rows/)
  })
})

describe('the fast table', () => {
  it('equals the row-by-row mean for strata, for cells within strata, for recodes and under fpc', () => {
    fc.assert(fc.property(sample, fc.boolean(), fc.boolean(), ({ design, values, domain }, fpc, few) => {
      // few distinct weights are counted in whole people, many are added up: both roads
      const weights = few ? design.weights.map((w) => Math.ceil(w / 10)) : design.weights
      const own = surveyDesign({ weights, stratum: design.stratum, strata: design.strata, population: design.population! })
      const cells = { of: own.stratum.map((h, i) => h * 2 + domain[i]!), stratum: Int32Array.from({ length: own.strata * 2 }, (_, c) => c >> 1) }
      const column = codeColumn(values)
      const grouped = groupRows(own, cells)
      const counts = countColumn(grouped, column)
      const domains = [cells.stratum.map((_, c) => c), cells.stratum.map((_, c) => c).filter((c) => c % 2 === 1), Int32Array.of(1)]
      const masks = [new Uint8Array(own.n).fill(1), domain, Uint8Array.from(cells.of, (c) => (c === 1 ? 1 : 0))]
      for (const recode of [(v: number) => v, (v: number) => (Number.isNaN(v) ? NaN : v >= 4 ? 1 : 0)]) {
        const table = domainMeans(grouped, counts, column.values.map(recode), domains, fpc)
        masks.forEach((mask, d) => {
          const got = estimateAt(table, d)
          if (got === null) return expect(() => mean(own, values.map(recode), { domain: mask })).toThrow(/at least one answer/)
          const expected = mean(own, values.map(recode), { domain: mask, fpc })
          for (const part of ['n', 'weightSum', 'effectiveN', 'estimate', 'se', 'df', 'dfAnswered', 'low', 'high'] as const) expect(apart(got[part], expected[part])).toBeLessThan(1e-9)
          expect(table.rows[d]).toBe(mask.reduce((sum, each) => sum + each, 0))
        })
      }
    }))
  })

  it('counts any number of weights as it counts few', () => {
    const n = 4000
    const stratum = Int32Array.from({ length: n }, (_, i) => i % 3)
    const codes = Uint8Array.from({ length: n }, (_, i) => (i * 7919) % 11)
    const values = Float64Array.from({ length: 11 }, (_, k) => (k === 10 ? NaN : k))
    for (const weights of [Float64Array.from({ length: n }, (_, i) => 1 + (i % 7)), Float64Array.from({ length: n }, (_, i) => 1 + Math.sin(i) ** 2), Float64Array.from({ length: n }, (_, i) => i % 5)]) {
      const design = surveyDesign({ weights, stratum, strata: 3 })
      const grouped = groupRows(design)
      const got = estimateAt(domainMeans(grouped, countColumn(grouped, { codes, levels: 11 }), values, [[0, 1, 2]]), 0)!
      const expected = mean(design, Float64Array.from(codes, (code) => values[code]!))
      for (const part of ['n', 'estimate', 'se', 'df', 'dfAnswered', 'deff'] as const) expect(apart(got[part], expected[part])).toBeLessThan(1e-12)
    }
  })

  it('gives null, not NaN, for a domain without answers, and changes equal to those of the estimates', () => {
    const design = simpleDesign([1, 2, 3, 4])
    const grouped = groupRows(design, { of: Int32Array.of(0, 0, 0, 1), stratum: new Int32Array(2) })
    const table = (values: number[]) => { const column = codeColumn(values); return domainMeans(grouped, countColumn(grouped, column), column.values, [[0], [1]]) }
    const [before, after] = [table([1, 2, 4, NaN]), table([2, 2, 5, 1])]
    expect(estimateAt(before, 1)).toBeNull()
    const column = changeColumn(before, after)
    expect(column.p[1]).toBeNull()
    const expected = change(estimateAt(before, 0)!, estimateAt(after, 0)!)
    expect([column.change[0], column.se[0], column.df[0], column.p[0]]).toEqual([expected.change, expected.se, expected.df, expected.p])
  })
})
