// Protects the reliability of scales against R: Cronbach's alpha of complete rows, of pairs, and weighted (svycralpha).
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { alpha, pairwiseAlpha } from '../../src/stats/alpha.ts'
import { alphaOfDesign } from '../../src/stats/alpha-of-design.ts'
import { rake } from '../../src/stats/rake.ts'
import { Comparison, fullSets, number, readRows, TOLERANCE } from '../support/oracle.ts'
import { oracleDesign, oracleWave, SCALE } from '../support/oracle-set.ts'

describe.each(fullSets())('alpha of $name', ({ name, folder }) => {
  it('equals R on expected/alpha.csv', () => {
    const rows = readRows(join(folder, 'expected/alpha.csv'))
    const comparison = new Comparison(`${name}/expected/alpha.csv, ${rows.length} rows`)
    for (const row of rows) {
      const wave = oracleWave(folder, Number(row.wave))
      const { area, age, sex } = wave.margins
      const weights = rake(wave.baseWeights, [area, age, sex]).weights
      const items = SCALE.map((id) => (id === 'S03' ? wave.values[id]!.map((value) => 6 - value) : wave.values[id]!))
      const complete = alpha(items)
      comparison.check('n_complete', complete.n, number(row.n_complete), 0, `wave ${row.wave}`)
      comparison.check('alpha_complete', complete.alpha, number(row.alpha_complete), TOLERANCE.mean, `wave ${row.wave}`)
      comparison.check('alpha_pairwise', pairwiseAlpha(items).alpha, number(row.alpha_pairwise), TOLERANCE.mean, `wave ${row.wave}`)
      comparison.check('alpha_weighted', alpha(items, weights).alpha, number(row.alpha_weighted), TOLERANCE.mean, `wave ${row.wave}`)
      comparison.check('alpha_svycralpha', alphaOfDesign(oracleDesign(wave, weights), items).alpha, number(row.alpha_svycralpha), TOLERANCE.mean, `wave ${row.wave}`)
    }
    comparison.finish(15)
  })
})
