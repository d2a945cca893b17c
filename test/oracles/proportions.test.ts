// Protects limits of proportions by every method of R's svyciprop: logit, xlogit, asin, beta, mean, wilson.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { degreesOfFreedom } from '../../src/stats/design.ts'
import { mean } from '../../src/stats/mean.ts'
import { proportionLimits, type ProportionMethod } from '../../src/stats/proportion-limits.ts'
import { rake } from '../../src/stats/rake.ts'
import { domainRows } from '../../src/stats/share.ts'
import { Comparison, fullSets, number, readRows, TOLERANCE } from '../support/oracle.ts'
import { oracleDesign, oracleDomain, oracleWave, waveCount } from '../support/oracle-set.ts'

const METHODS: [ProportionMethod, number][] = [
  ['logit', TOLERANCE.likelihood], ['xlogit', TOLERANCE.interval], ['asin', TOLERANCE.interval], ['beta', TOLERANCE.interval], ['mean', TOLERANCE.interval], ['wilson', TOLERANCE.interval],
]

describe.each(fullSets())('proportions of $name', ({ name, folder }) => {
  it('have the limits of expected/ciprop.csv, and exact ones where R has none', () => {
    const rows = readRows(join(folder, 'expected/ciprop.csv'))
    const comparison = new Comparison(`${name}/expected/ciprop.csv, ${rows.length} rows`)
    const waves = Array.from({ length: waveCount(folder) }, (_, k) => {
      const wave = oracleWave(folder, k)
      return { ...wave, design: oracleDesign(wave, rake(wave.baseWeights, [wave.margins.area, wave.margins.age, wave.margins.sex]).weights) }
    })
    let exact = 0
    for (const row of rows) {
      const wave = waves[Number(row.wave)]!
      const where = `wave ${row.wave} ${row.item} ${row.domain}`
      const domain = oracleDomain(wave, row.domain!)
      const estimate = mean(wave.design, wave.values[row.item!]!, { fpc: true, domain })
      const parts = { share: estimate.estimate, se: estimate.se, df: estimate.df, rows: domainRows(wave.design, domain), n: estimate.n }
      comparison.check('p', parts.share, number(row.p), TOLERANCE.mean, where)
      comparison.check('n_row', parts.rows, number(row.n_row), 0, where)
      comparison.check('df', degreesOfFreedom(wave.design, domain), number(row.df), 0, where)
      for (const [method, tolerance] of METHODS) {
        const got = proportionLimits(method, parts, { wrap: true })
        if (parts.share === 0 || parts.share === 1) {
          expect(parts.share === 0 ? got.low : got.high).toBe(parts.share)
          expect(got.high - got.low).toBeGreaterThan(0)
          exact++
          continue
        }
        comparison.check(`${method}_low`, got.low, number(row[`${method}_low`]), tolerance, where)
        comparison.check(`${method}_high`, got.high, number(row[`${method}_high`]), tolerance, where)
      }
    }
    console.log(`oracle ${name}/expected/ciprop.csv: ${exact} limits at 0 and 1 by the exact rule, where R has none`)
    comparison.finish(9000)
  })
})
