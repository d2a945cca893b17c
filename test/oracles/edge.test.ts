// Protects the edges: lonely strata under every rule of R, domains of one, constant answers, zero weights, missing answers,
// a stratum asked in full, clusters and one degree of freedom, each row of edge/edge_results.csv.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { surveyDesign, type Design } from '../../src/stats/design.ts'
import type { Estimate } from '../../src/stats/estimate.ts'
import { groupDifference } from '../../src/stats/group-difference.ts'
import { meanWithLonely } from '../../src/stats/lonely-strata.ts'
import { mean } from '../../src/stats/mean.ts'
import { populationVariance } from '../../src/stats/population-variance.ts'
import { proportionLimits, type ProportionMethod } from '../../src/stats/proportion-limits.ts'
import { domainRows } from '../../src/stats/share.ts'
import { total } from '../../src/stats/total.ts'
import type { Lonely } from '../../src/stats/variance.ts'
import { Comparison, KEPT, number, readRows, TOLERANCE } from '../support/oracle.ts'

interface Case { design: Design; y: Float64Array; b: Float64Array; domain: string[]; stratum: string[]; fpc: boolean }

const data = readRows(join(KEPT, 'edge/edge_data.csv'))
const results = readRows(join(KEPT, 'edge/edge_results.csv'))

function readCase(name: string): Case {
  const rows = data.filter((row) => row.case === name)
  const column = (field: string) => Float64Array.from(rows, (row) => number(row[field]))
  const stratum = Int32Array.from(rows, (row) => Number(row.stratum) - 1)
  const strata = Math.max(...stratum) + 1
  const fpc = rows[0]!.fpc !== ''
  const population = new Float64Array(strata)
  rows.forEach((row, i) => { population[stratum[i]!] = Number(row.fpc) })
  const design = surveyDesign({ weights: column('w'), stratum, strata, cluster: Int32Array.from(rows, (row) => Number(row.psu)), ...(fpc && { population }) })
  return { design, y: column('y'), b: column('b'), domain: rows.map((row) => row.dom!), stratum: rows.map((row) => row.stratum!), fpc }
}

/** The rows an option speaks of: "domain q", "domain p has 1 respondent", "stratum 1 only". The set domain_lonely is about its domain p. */
function rowsOf(of: Case, name: string, option: string): Uint8Array | undefined {
  const domain = name === 'domain_lonely' ? 'p' : /domain ([pq])\b/.exec(option)?.[1]
  if (domain) return Uint8Array.from(of.domain, (each) => (each === domain ? 1 : 0))
  const oneStratum = option.includes('stratum 1 only') || (name === 'small_df' && METHODS.includes(option))
  return oneStratum ? Uint8Array.from(of.stratum, (each) => (each === '1' ? 1 : 0)) : undefined
}

const METHODS: string[] = ['logit', 'xlogit', 'asin', 'beta', 'mean', 'wilson']

describe('edge/edge_results.csv', () => {
  it('refuses a lonely stratum under the rule "fail", as R does', () => {
    const { design, y } = readCase('lonely')
    expect(() => meanWithLonely(design, y, { lonely: 'fail' })).toThrow(/^varianceWithLonely requires two sampling units in stratum 0/)
  })

  it('is matched row by row', () => {
    const comparison = new Comparison(`edge/edge_results.csv, ${results.length} rows`)
    for (const row of results) {
      const name = row.case!
      const option = row.option!
      const where = `${name}, ${option}`
      const of = readCase(name === 'small_df3' ? 'small_df' : name)
      const domain = rowsOf(of, name, option)
      const options = { fpc: of.fpc, ...(domain && { domain }) }
      const tolerance = { estimate: TOLERANCE.mean as number, limits: TOLERANCE.interval as number }
      let got: { estimate: number; se: number; df: number; low: number | null; high: number | null }
      if (row.what === 'proportion b') {
        const estimate = mean(of.design, of.b, options)
        const parts = { share: estimate.estimate, se: estimate.se, df: estimate.df, rows: domainRows(of.design, domain), n: estimate.n }
        if (option === 'logit') tolerance.estimate = tolerance.limits = TOLERANCE.likelihood
        got = { ...estimate, ...proportionLimits(option as ProportionMethod, parts, { wrap: true }) }
      } else if (row.what === 'difference') {
        const mark = (group: string) => Uint8Array.from(of.domain, (each) => (each === group ? 1 : 0))
        const difference = groupDifference(of.design, of.y, mark('p'), mark('q'))
        got = { ...difference, estimate: difference.change }
      } else if (row.what === 'total y') {
        got = total(of.design, of.y, options)
      } else if (row.what === 'var y') {
        got = populationVariance(of.design, of.y, options)
      } else if (row.what === 'deff y') {
        got = { ...mean(of.design, of.y, options), estimate: mean(of.design, of.y, options).deff! }
      } else {
        if (option.includes('(error)')) continue
        const lonely = /^(remove|certainty|adjust|average|fail)/.exec(option)?.[1] as Lonely | undefined
        const ruled: Estimate = meanWithLonely(of.design, of.y, { ...options, lonely: lonely ?? 'adjust', domainLonely: option.includes('lonely=TRUE') })
        if (!lonely || lonely === 'adjust') comparison.check('mean()', option.includes('lonely=TRUE') ? ruled.se : mean(of.design, of.y, options).se, number(row.se), TOLERANCE.mean, where)
        got = ruled
      }
      comparison.check('estimate', got.estimate, number(row.estimate), tolerance.estimate, where)
      comparison.check('se', got.se, number(row.se), TOLERANCE.mean, where)
      comparison.check('df', got.df, number(row.df), 0, where)
      // where the share is 0 or 1 R gives nothing usable and the engine has the exact rule
      if (row.what === 'proportion b' && got.estimate === 0) continue
      comparison.check('ci_low', got.low ?? NaN, number(row.ci_low), tolerance.limits, where)
      comparison.check('ci_high', got.high ?? NaN, number(row.ci_high), tolerance.limits, where)
    }
    comparison.finish(280)
  })
})
