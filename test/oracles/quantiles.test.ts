// Protects quantiles with their limits against R's svyquantile (rules math, school, hf7; Woodruff), and the population
// variance against svyvar.
import { join } from 'node:path'
import { describe, it, vi } from 'vitest'
import { populationVariance } from '../../src/stats/population-variance.ts'
import { quantile } from '../../src/stats/quantile.ts'
import type { QuantileRule } from '../../src/stats/quantile-rule.ts'
import { rake } from '../../src/stats/rake.ts'
import { Comparison, fullSets, number, readRows, TOLERANCE } from '../support/oracle.ts'
import { oracleDesign, oracleDomain, oracleWave, waveCount } from '../support/oracle-set.ts'

// the larger set holds ten times the rows
vi.setConfig({ testTimeout: 600_000 })

describe.each(fullSets())('spread of $name', ({ name, folder }) => {
  const waves = Array.from({ length: waveCount(folder) }, (_, k) => {
    const wave = oracleWave(folder, k)
    const raked = oracleDesign(wave, rake(wave.baseWeights, [wave.margins.area, wave.margins.age, wave.margins.sex]).weights)
    return { ...wave, fixed: raked, base: oracleDesign(wave, wave.baseWeights) }
  })

  it('equals R on expected/quantiles.csv', () => {
    const rows = readRows(join(folder, 'expected/quantiles.csv'))
    const comparison = new Comparison(`${name}/expected/quantiles.csv, ${rows.length} rows`)
    for (const row of rows) {
      const wave = waves[Number(row.wave)]!
      const got = quantile(wave.fixed, wave.values[row.item!]!, Number(row.p), { rule: row.rule as QuantileRule, fpc: true, domain: oracleDomain(wave, row.domain!) })
      const where = `wave ${row.wave} ${row.item} ${row.domain} ${row.rule} ${row.p}`
      comparison.check('quantile', got.estimate, number(row.quantile), TOLERANCE.mean, where)
      // at the highest value R's share is 1 and its limits have no width: not used
      if (number(row.se) === 0 && got.se === null) continue
      comparison.check('ci_low', got.low ?? NaN, number(row.ci_low), TOLERANCE.interval, where)
      comparison.check('ci_high', got.high ?? NaN, number(row.ci_high), TOLERANCE.interval, where)
      comparison.check('se', got.se ?? NaN, number(row.se), TOLERANCE.interval, where)
    }
    comparison.finish(1250)
  })

  it('equals R on the variances of expected/totals_ratios.csv', () => {
    const rows = readRows(join(folder, 'expected/totals_ratios.csv'))
    const comparison = new Comparison(`${name}/expected/totals_ratios.csv (var_score, se_var), ${rows.length} rows`)
    for (const row of rows) {
      const wave = waves[Number(row.wave)]!
      const options = { fpc: row.design !== 'fix_nofpc', domain: oracleDomain(wave, row.domain!) }
      const got = populationVariance(row.design === 'design_fpc' ? wave.base : wave.fixed, wave.values.score!, options)
      comparison.check('var_score', got.estimate, number(row.var_score), TOLERANCE.mean, `${row.design} wave ${row.wave} ${row.domain}`)
      comparison.check('se_var', got.se, number(row.se_var), TOLERANCE.mean, `${row.design} wave ${row.wave} ${row.domain}`)
    }
    comparison.finish(70)
  })
})
