// Protects the weights: raking and trimming against R survey's rake and trimWeights, summaries against its weights.
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { rake } from '../../src/stats/rake.ts'
import { trim } from '../../src/stats/trim.ts'
import { designWeights } from '../../src/stats/design-weights.ts'
import { weightDiagnostics } from '../../src/stats/weight-diagnostics.ts'
import { Comparison, fullSets, nationalSet, number, readCsv, readRows, TOLERANCE } from '../support/oracle.ts'
import { oracleWave, waveCount } from '../support/oracle-set.ts'

describe.each(fullSets())('weights of $name', ({ name, folder }) => {
  it('equal R on expected/weights.csv and weights_summary.csv', () => {
    const comparison = new Comparison(`weights, ${name}`)
    const expected = readCsv(join(folder, 'expected/weights.csv'))
    const waveOf = expected.column('wave')
    const summaries = readRows(join(folder, 'expected/weights_summary.csv'))
    for (let k = 0; k < waveCount(folder); k++) {
      const wave = oracleWave(folder, k)
      const { area, age, sex, ageSex } = wave.margins
      const raked = rake(wave.baseWeights, [area, age, sex]).weights
      const mean = raked.reduce((sum, weight) => sum + weight, 0) / wave.n
      const limits = { lower: 0.5 * mean, upper: 2 * mean }
      const ours: Record<string, Float64Array> = {
        w_design: designWeights(wave.area, wave.population),
        w_rake: raked,
        w_rake_agesex: rake(wave.baseWeights, [area, ageSex]).weights,
        w_trim: trim(raked, limits).weights,
        w_trim_strict: trim(raked, limits, true).weights,
      }
      const pick = (weight: string) => Float64Array.from(expected.column(weight).filter((_, i) => waveOf[i] === String(k)), Number)
      for (const [weight, values] of Object.entries(ours)) pick(weight).forEach((value, i) => comparison.check(weight, values[i]!, value, TOLERANCE.weight, `wave ${k} row ${i}`))
      for (const row of summaries.filter((each) => each.wave === String(k))) {
        // weights of the second half of the engine are summarised as R gave them
        const got = weightDiagnostics(ours[row.weight!] ?? pick(row.weight!))
        const where = `wave ${k} ${row.weight}`
        for (const [column, value] of Object.entries({ n: got.n, sum: got.sum, min: got.min, max: got.max, cv: got.cv, deff_kish: got.deff, n_eff: got.effectiveN })) {
          comparison.check(column, value, number(row[column]), TOLERANCE.mean, where)
        }
        comparison.check('trim_lower', limits.lower, number(row.trim_lower), TOLERANCE.mean, where)
        comparison.check('trim_upper', limits.upper, number(row.trim_upper), TOLERANCE.mean, where)
      }
    }
    comparison.finish(15_000)
  })
})

const national = nationalSet()
if (national) it('raked national weights equal R on national/expected/weights_summary.csv', () => {
  const folder = national
  const comparison = new Comparison('weights, national')
  for (const row of readRows(join(folder, 'expected/weights_summary.csv'))) {
    const wave = oracleWave(folder, Number(row.wave))
    const { weights } = rake(wave.baseWeights, [wave.margins.area, wave.margins.age, wave.margins.sex])
    const got = weightDiagnostics(weights)
    const values = { n: got.n, sum: got.sum, sum_sq: weights.reduce((sum, weight) => sum + weight * weight, 0), min: got.min, max: got.max, deff_kish: got.deff, first: weights[0]!, last: weights.at(-1)! }
    for (const [column, value] of Object.entries(values)) comparison.check(column, value, number(row[column]), TOLERANCE.weight, `wave ${row.wave}`)
  }
  comparison.finish(16)
})
