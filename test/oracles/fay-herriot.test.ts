// Protects the area model against R (Fay-Herriot by REML): variance between areas, coefficients, EBLUP and mean squared error,
// stopped at 1e-4 and converged at 1e-12.
import { join } from 'node:path'
import { describe, it, vi } from 'vitest'
import { fayHerriot, type AreaModel } from '../../src/stats/fay-herriot.ts'
import { mean } from '../../src/stats/mean.ts'
import { rake } from '../../src/stats/rake.ts'
import { Comparison, fullSets, number, readRows, TOLERANCE } from '../support/oracle.ts'
import { oracleDesign, oracleDomain, oracleWave, waveCount } from '../support/oracle-set.ts'

// the larger set holds ten times the rows
vi.setConfig({ testTimeout: 600_000 })

describe.each(fullSets())('area model of $name', ({ name, folder }) => {
  it('equals R on expected/fh_model.csv and fh_area.csv', () => {
    const models = readRows(join(folder, 'expected/fh_model.csv'))
    const areaRows = readRows(join(folder, 'expected/fh_area.csv'))
    const comparison = new Comparison(`${name}/expected/fh_model.csv, ${models.length} rows, and fh_area.csv, ${areaRows.length} rows`)
    const dep = readRows(join(folder, 'areas.csv')).filter((row) => row.wave === '0').map((row) => number(row.dep))
    const waves = Array.from({ length: waveCount(folder) }, (_, k) => {
      const wave = oracleWave(folder, k)
      return { ...wave, design: oracleDesign(wave, rake(wave.baseWeights, [wave.margins.area, wave.margins.age, wave.margins.sex]).weights) }
    })
    const fitted = new Map<string, { model: AreaModel; place: Map<string, number>; direct: { estimate: number; variance: number }[] }>()
    for (const row of models) {
      const key = `wave ${row.wave} ${row.item} tol ${row.tol}`
      const wave = waves[Number(row.wave)]!
      const direct = dep.flatMap((covariate, a) => {
        const domain = oracleDomain(wave, String(a + 1))!
        if (!wave.values[row.item!]!.some((value, i) => domain[i] === 1 && !Number.isNaN(value))) return []
        const { estimate, se } = mean(wave.design, wave.values[row.item!]!, { fpc: true, domain })
        // areas in which nothing varies are left out
        return se > 1e-12 ? [{ area: String(a + 1), estimate, variance: se * se, covariates: [covariate] }] : []
      })
      const model = fayHerriot(direct, { tolerance: Number(row.tol) })
      fitted.set(key, { model, place: new Map(direct.map((each, i) => [each.area, i])), direct })
      comparison.check('areas', direct.length, number(row.areas), 0, key)
      comparison.check('A', model.betweenVariance, number(row.A), TOLERANCE.model, key)
      comparison.check('beta0', model.coefficients[0]!, number(row.beta0), TOLERANCE.model, key)
      comparison.check('beta_dep', model.coefficients[1]!, number(row.beta_dep), TOLERANCE.model, key)
      comparison.check('se_beta0', model.standardErrors[0]!, number(row.se_beta0), TOLERANCE.model, key)
      comparison.check('se_beta_dep', model.standardErrors[1]!, number(row.se_beta_dep), TOLERANCE.model, key)
      // how many rounds the last digits take depends on rounding
      if (Number(row.tol) > 1e-6) comparison.check('iterations', model.rounds, number(row.iterations), 0, key)
    }
    for (const row of areaRows) {
      const key = `wave ${row.wave} ${row.item} tol ${row.tol}`
      const { model, place, direct } = fitted.get(key)!
      const i = place.get(row.area!)!
      comparison.check('direct', direct[i]!.estimate, number(row.direct), TOLERANCE.mean, `${key} area ${row.area}`)
      comparison.check('vardir', direct[i]!.variance, number(row.vardir), TOLERANCE.mean, `${key} area ${row.area}`)
      comparison.check('eblup', model.areas[i]!.modelled, number(row.eblup), TOLERANCE.model, `${key} area ${row.area}`)
      comparison.check('mse', model.areas[i]!.meanSquaredError, number(row.mse), TOLERANCE.model, `${key} area ${row.area}`)
    }
    comparison.finish(4800)
  })
})
