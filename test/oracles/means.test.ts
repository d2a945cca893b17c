// Protects every level the product prints: means, standard errors, df, t limits and deff against R's svymean; totals and
// ratios against svytotal and svyratio; beta limits against svyciprop.
import { join } from 'node:path'
import { describe, it, vi } from 'vitest'
import { betaLimits } from '../../src/stats/beta-limits.ts'
import { mean, type DomainOptions } from '../../src/stats/mean.ts'
import { rake } from '../../src/stats/rake.ts'
import { rakingResiduals } from '../../src/stats/raking-residuals.ts'
import { ratio } from '../../src/stats/ratio.ts'
import { share } from '../../src/stats/share.ts'
import { total } from '../../src/stats/total.ts'
import { trim } from '../../src/stats/trim.ts'
import type { Design } from '../../src/stats/design.ts'
import { Comparison, fullSets, number, readRows, TOLERANCE } from '../support/oracle.ts'
import { oracleDesign, oracleDomain, oracleWave, waveCount, type OracleWave } from '../support/oracle-set.ts'

// the larger set holds ten times the rows
vi.setConfig({ testTimeout: 600_000 })

/** The designs of means.csv that this half of the engine makes. */
function designs(wave: OracleWave): Record<string, { design: Design; options: DomainOptions }> {
  const margins = [wave.margins.area, wave.margins.age, wave.margins.sex]
  const raked = rake(wave.baseWeights, margins).weights
  const average = raked.reduce((sum, weight) => sum + weight, 0) / wave.n
  const trimmed = trim(raked, { lower: 0.5 * average, upper: 2 * average }).weights
  const [fixed, base, cut] = [raked, wave.baseWeights, trimmed].map((weights) => oracleDesign(wave, weights)) as [Design, Design, Design]
  return {
    fix_fpc: { design: fixed, options: { fpc: true } },
    fix_nofpc: { design: fixed, options: {} },
    design_fpc: { design: base, options: { fpc: true } },
    rake_fpc: { design: fixed, options: { fpc: true, residuals: rakingResiduals(margins, raked) } },
    // R keeps the raking step's own weights in the residuals after trimming
    trim_fpc: { design: cut, options: { fpc: true, residuals: rakingResiduals(margins, raked) } },
  }
}

describe.each(fullSets())('estimates of $name', ({ name, folder }) => {
  const waves = Array.from({ length: waveCount(folder) }, (_, k) => oracleWave(folder, k))
  const made = waves.map(designs)

  it('equal R on expected/means.csv', () => {
    const comparison = new Comparison(`means, ${name}`)
    for (const row of readRows(join(folder, 'expected/means.csv'))) {
      const wave = waves[Number(row.wave)]!
      const how = made[wave.wave]![row.design!]
      if (!how) continue
      const got = mean(how.design, wave.values[row.item!]!, { ...how.options, domain: oracleDomain(wave, row.domain!) })
      const where = `${row.design} wave ${row.wave} ${row.item} ${row.domain}`
      comparison.check('n_valid', got.n, number(row.n_valid), 0, where)
      comparison.check('sum_w', got.weightSum, number(row.sum_w), TOLERANCE.mean, where)
      comparison.check('estimate', got.estimate, number(row.estimate), TOLERANCE.mean, where)
      comparison.check('df', got.df, number(row.df), 0, where)
      comparison.check('se', got.se, number(row.se), TOLERANCE.mean, where)
      if (!(number(row.se) > 1e-12)) continue
      comparison.check('ci_low', got.low!, number(row.ci_low), TOLERANCE.interval, where)
      comparison.check('ci_high', got.high!, number(row.ci_high), TOLERANCE.interval, where)
      comparison.check('deff', got.deff!, number(row.deff), TOLERANCE.mean, where)
    }
    comparison.finish(45_000)
  })

  it('equal R on the beta limits of expected/ciprop.csv, from parts and from rows', () => {
    const comparison = new Comparison(`beta limits, ${name}`)
    for (const row of readRows(join(folder, 'expected/ciprop.csv'))) {
      const p = number(row.p)
      if (p === 0 || p === 1) continue
      const wave = waves[Number(row.wave)]!
      const got = share(made[wave.wave]!.fix_fpc!.design, wave.values[row.item!]!, { fpc: true, domain: oracleDomain(wave, row.domain!) })
      const parts = betaLimits({ share: got.estimate, se: got.se, df: number(row.df), rows: number(row.n_row), n: got.n })
      const where = `wave ${row.wave} ${row.item} ${row.domain}`
      comparison.check('p', got.estimate, p, TOLERANCE.mean, where)
      for (const limits of [got, parts]) {
        comparison.check('beta_low', limits.low!, number(row.beta_low), TOLERANCE.interval, where)
        comparison.check('beta_high', limits.high!, number(row.beta_high), TOLERANCE.interval, where)
      }
    }
    comparison.finish(1500)
  })

  it('equal R on the totals and ratios of expected/totals_ratios.csv', () => {
    const comparison = new Comparison(`totals and ratios, ${name}`)
    for (const row of readRows(join(folder, 'expected/totals_ratios.csv'))) {
      const wave = waves[Number(row.wave)]!
      const how = made[wave.wave]![row.design!]!
      const options = { ...how.options, domain: oracleDomain(wave, row.domain!) }
      const sum = total(how.design, wave.values.Y01!, options)
      const part = ratio(how.design, wave.values.Y05!, wave.values.Y01!, options)
      const where = `${row.design} wave ${row.wave} ${row.domain}`
      comparison.check('total', sum.estimate, number(row.total_Y01), TOLERANCE.mean, where)
      comparison.check('se_total', sum.se, number(row.se_total), TOLERANCE.mean, where)
      comparison.check('ratio', part.estimate, number(row.ratio_Y05_Y01), TOLERANCE.mean, where)
      comparison.check('se_ratio', part.se, number(row.se_ratio), TOLERANCE.mean, where)
    }
    comparison.finish(130)
  })
})
