// Protects the record of what R does with waves that share respondents: stacked (persons as clusters), with and without
// post-stratification to the weights of each area and wave. The engine itself uses the closed form, which is tested beside changes.
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { linearisedMean } from '../../src/stats/mean.ts'
import { postStratificationResiduals } from '../../src/stats/post-stratify.ts'
import { rake } from '../../src/stats/rake.ts'
import { joined, stackShared } from '../../src/stats/stacked-waves.ts'
import { varianceOfTotal } from '../../src/stats/variance.ts'
import { Comparison, fullSets, number, readRows, TOLERANCE } from '../support/oracle.ts'
import { oracleDesign, oracleDomain, oracleWave, waveCount } from '../support/oracle-set.ts'

describe.each(fullSets())('shared respondents of $name', ({ name, folder }) => {
  it('stacked as R does equal se_stacked and se_stacked_post of expected/overlap.csv', () => {
    const rows = readRows(join(folder, 'expected/overlap.csv'))
    const comparison = new Comparison(`${name}/expected/overlap.csv (se_stacked, se_stacked_post), ${rows.length} rows`)
    const waves = Array.from({ length: waveCount(folder) }, (_, k) => {
      const wave = oracleWave(folder, k)
      return { ...wave, design: oracleDesign(wave, rake(wave.baseWeights, [wave.margins.area, wave.margins.age, wave.margins.sex]).weights) }
    })
    const before = waves[0]!
    const stacks = waves.map((wave) => {
      const design = stackShared(before.design, wave.design, before.person, wave.person)
      const classes = Int32Array.from([...before.area, ...wave.area.map((area) => area + before.areas)])
      const totals = new Float64Array(before.areas + wave.areas)
      classes.forEach((k, i) => { totals[k]! += design.weights[i]! })
      return { design, residuals: postStratificationResiduals(design.weights, { name: 'area x wave', classes, totals }, design.weights) }
    })
    for (const row of rows) {
      const wave = waves[Number(row.wave)]!
      const { design, residuals } = stacks[wave.wave]!
      const values = joined(before.values[row.item!]!, wave.values[row.item!]!)
      const marks = [oracleDomain(before, row.domain!) ?? new Uint8Array(before.n).fill(1), oracleDomain(wave, row.domain!) ?? new Uint8Array(wave.n).fill(1)]
      const [a, b] = [0, 1].map((post) => linearisedMean('test', design, values, Uint8Array.from([...marks[0]!.map((d) => (post ? 0 : d)), ...marks[1]!.map((d) => (post ? d : 0))])))
      const scores = b!.scores.map((score, i) => score - a!.scores[i]!)
      const where = `wave ${row.wave} ${row.item} ${row.domain}`
      comparison.check('se_stacked', Math.sqrt(varianceOfTotal(design, scores)), number(row.se_stacked), TOLERANCE.mean, where)
      comparison.check('se_stacked_post', Math.sqrt(varianceOfTotal(design, scores, { residuals })), number(row.se_stacked_post), TOLERANCE.mean, where)
    }
    comparison.finish(80)
  })
})
