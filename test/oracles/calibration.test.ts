// Protects weights and standard errors after post-stratification and calibration against R survey: postStratify and
// calibrate (linear, raking, logit with bounds 0.3 to 3) in expected/weights.csv, weights_summary.csv and means.csv.
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { calibrate } from '../../src/stats/calibrate.ts'
import { calibrationResiduals } from '../../src/stats/calibration-residuals.ts'
import { mean } from '../../src/stats/mean.ts'
import { postStratificationResiduals, postStratify } from '../../src/stats/post-stratify.ts'
import { weightDiagnostics } from '../../src/stats/weight-diagnostics.ts'
import { Comparison, fullSets, number, readCsv, readRows, TOLERANCE } from '../support/oracle.ts'
import { oracleDesign, oracleDomain, oracleWave, waveCount } from '../support/oracle-set.ts'

const TOLERANCES: Record<string, number> = { w_post_agesex: TOLERANCE.weight, w_cal_linear: TOLERANCE.weight, w_cal_raking: TOLERANCE.calibrated, w_cal_logit: TOLERANCE.calibrated }

describe.each(fullSets())('calibration of $name', ({ name, folder }) => {
  const waves = Array.from({ length: waveCount(folder) }, (_, k) => {
    const wave = oracleWave(folder, k)
    const { area, age, sex, ageSex } = wave.margins
    const margins = [area, age, sex]
    const weights = {
      w_post_agesex: postStratify(wave.baseWeights, ageSex),
      w_cal_linear: calibrate(wave.baseWeights, margins, { method: 'linear' }).weights,
      w_cal_raking: calibrate(wave.baseWeights, margins, { method: 'raking' }).weights,
      w_cal_logit: calibrate(wave.baseWeights, margins, { method: 'logit', bounds: { lower: 0.3, upper: 3 } }).weights,
    }
    const designs = {
      post_fpc: { design: oracleDesign(wave, weights.w_post_agesex), residuals: postStratificationResiduals(wave.baseWeights, ageSex, weights.w_post_agesex) },
      callinear_fpc: { design: oracleDesign(wave, weights.w_cal_linear), residuals: calibrationResiduals(wave.baseWeights, margins, weights.w_cal_linear) },
      calraking_fpc: { design: oracleDesign(wave, weights.w_cal_raking), residuals: calibrationResiduals(wave.baseWeights, margins, weights.w_cal_raking) },
    }
    return { ...wave, weights, designs }
  })

  it('gives the weights of expected/weights.csv and weights_summary.csv', () => {
    const expected = readCsv(join(folder, 'expected/weights.csv'))
    const summaries = readRows(join(folder, 'expected/weights_summary.csv')).filter((row) => row.weight! in TOLERANCES)
    const comparison = new Comparison(`${name}/expected/weights.csv, ${expected.rows.length} rows x 4 weights, and ${summaries.length} rows of weights_summary.csv`)
    const waveOf = expected.column('wave')
    for (const wave of waves) {
      for (const [weight, values] of Object.entries(wave.weights)) {
        const theirs = expected.column(weight).filter((_, i) => waveOf[i] === String(wave.wave))
        theirs.forEach((value, i) => comparison.check(weight, values[i]!, number(value), TOLERANCES[weight]!, `wave ${wave.wave} row ${i}`))
      }
    }
    for (const row of summaries) {
      const got = weightDiagnostics(waves[Number(row.wave)]!.weights[row.weight as 'w_cal_linear'])
      const columns = { n: got.n, sum: got.sum, min: got.min, max: got.max, cv: got.cv, deff_kish: got.deff, n_eff: got.effectiveN }
      // a smallest or largest weight is as exact as the weights are
      for (const [column, value] of Object.entries(columns)) comparison.check(column, value, number(row[column]), TOLERANCES[row.weight!]!, `${row.weight} wave ${row.wave}`)
    }
    comparison.finish(15_000)
  })

  it('gives the estimates and standard errors of post_fpc, callinear_fpc and calraking_fpc in expected/means.csv', () => {
    const rows = readRows(join(folder, 'expected/means.csv')).filter((row) => row.design! in waves[0]!.designs)
    const comparison = new Comparison(`${name}/expected/means.csv, ${rows.length} rows of post_fpc, callinear_fpc, calraking_fpc`)
    for (const row of rows) {
      const wave = waves[Number(row.wave)]!
      const { design, residuals } = wave.designs[row.design as 'post_fpc']
      const got = mean(design, wave.values[row.item!]!, { fpc: true, residuals, domain: oracleDomain(wave, row.domain!) })
      const where = `${row.design} wave ${row.wave} ${row.item} ${row.domain}`
      comparison.check('n_valid', got.n, number(row.n_valid), 0, where)
      comparison.check('sum_w', got.weightSum, number(row.sum_w), TOLERANCE.mean, where)
      comparison.check('estimate', got.estimate, number(row.estimate), TOLERANCE.mean, where)
      comparison.check('df', got.df, number(row.df), 0, where)
      comparison.check('se', got.se, number(row.se), TOLERANCE.mean, where)
      if (!(number(row.se) > 1e-12)) continue
      comparison.check('ci_low', got.low!, number(row.ci_low), TOLERANCE.interval, where)
      comparison.check('ci_high', got.high!, number(row.ci_high), TOLERANCE.interval, where)
    }
    comparison.finish(name === 'small' ? 12_000 : 1200)
  })
})
