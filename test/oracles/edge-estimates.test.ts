// Protects the corners: lonely strata, domains of one, equal answers, zero weights, missing answers, a stratum seen whole,
// clusters and df of 1, against R survey on tiny sets (edge/edge_results.csv).
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { surveyDesign, type Design } from '../../src/stats/design.ts'
import type { Estimate } from '../../src/stats/estimate.ts'
import { mean } from '../../src/stats/mean.ts'
import { share } from '../../src/stats/share.ts'
import { total } from '../../src/stats/total.ts'
import type { Lonely } from '../../src/stats/variance.ts'
import { linearisedMean } from '../../src/stats/mean.ts'
import { changeOf } from '../../src/stats/change.ts'
import { varianceOfTotal } from '../../src/stats/variance.ts'
import { degreesOfFreedom } from '../../src/stats/design.ts'
import { Comparison, KEPT, number, readRows, TOLERANCE, type CsvRow } from '../support/oracle.ts'

const rowsOf = new Map<string, CsvRow[]>()
for (const row of readRows(join(KEPT, 'edge/edge_data.csv'))) rowsOf.set(row.case!, [...(rowsOf.get(row.case!) ?? []), row])

interface Case { design: Design; y: Float64Array; b: Float64Array; rows: CsvRow[]; fpc: boolean }

function edgeCase(name: string): Case {
  const rows = rowsOf.get(name === 'small_df3' ? 'small_df' : name)!
  const stratum = Int32Array.from(rows, (row) => Number(row.stratum) - 1)
  const strata = Math.max(...stratum) + 1
  const fpc = rows[0]!.fpc !== ''
  const population = Float64Array.from({ length: strata }, (_, h) => number(rows[stratum.indexOf(h)]!.fpc))
  const design = surveyDesign({
    weights: Float64Array.from(rows, (row) => number(row.w)), stratum, strata, cluster: Int32Array.from(rows, (row) => Number(row.psu)), ...(fpc && { population }),
  })
  return { design, y: Float64Array.from(rows, (row) => number(row.y)), b: Float64Array.from(rows, (row) => number(row.b)), rows, fpc }
}

/** What a line of edge_results.csv asks of this half of the engine; undefined where the second half answers. */
function answer(line: CsvRow): Estimate | { estimate: number; se: number; df: number; low: number | null; high: number | null } | undefined {
  const option = line.option!
  const { design, y, b, rows, fpc } = edgeCase(line.case!)
  const letter = /domain ([pq])/.exec(option)?.[1] ?? (line.case === 'domain_lonely' ? 'p' : undefined)
  const first = option.startsWith('stratum 1 only') || line.case === 'small_df'
  const domain = letter || first ? Uint8Array.from(rows, (row) => ((letter ? row.dom === letter : row.stratum === '1') ? 1 : 0)) : undefined
  const lonely = (['remove', 'certainty', 'adjust', 'average'] as Lonely[]).find((each) => option.startsWith(each))
  const options = { fpc, ...(domain && { domain }), ...(lonely && { lonely }) }
  if (option.endsWith('=TRUE') || option === 'svyvar' || option.includes('(error)')) return undefined
  if (line.what === 'deff y') return { ...mean(design, y, options), estimate: mean(design, y, options).deff! }
  if (line.what === 'total y') return total(design, y, options)
  if (line.what === 'proportion b') return option === 'beta' ? share(design, b, options) : option === 'mean' ? mean(design, b, options) : undefined
  if (line.what === 'difference') {
    const [p, q] = ['p', 'q'].map((each) => linearisedMean('test', design, y, Uint8Array.from(rows, (row) => (row.dom === each ? 1 : 0))))
    const got = changeOf(q!.mean - p!.mean, Math.sqrt(varianceOfTotal(design, q!.scores.map((u, i) => u - p!.scores[i]!))), degreesOfFreedom(design) - 1)
    return { ...got, estimate: got.change }
  }
  return mean(design, y, options)
}

describe('edge cases', () => {
  it('equal R on edge/edge_results.csv', () => {
    const comparison = new Comparison('edge')
    for (const line of readRows(join(KEPT, 'edge/edge_results.csv'))) {
      const got = answer(line)
      if (!got) continue
      const where = `${line.case} ${line.option} ${line.what}`
      comparison.check('estimate', got.estimate, number(line.estimate), TOLERANCE.mean, where)
      comparison.check('se', got.se, number(line.se), TOLERANCE.mean, where)
      comparison.check('df', got.df, number(line.df), 0, where)
      if (!(number(line.se) > 1e-12) || line.what === 'total y' || line.what === 'deff y') continue
      comparison.check('ci_low', got.low!, number(line.ci_low), TOLERANCE.interval, where)
      comparison.check('ci_high', got.high!, number(line.ci_high), TOLERANCE.interval, where)
    }
    comparison.finish(150)
  })
})
