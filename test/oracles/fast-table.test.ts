// Protects the fast table at its real size: every mean and standard error of the national set against R, when it is at hand.
// The small and medium sets go through the same kernel here, so that it is compared with R wherever the tests run.
import { join } from 'node:path'
import { describe, it, vi } from 'vitest'
import { codeColumn } from '../../src/stats/coded-column.ts'
import { countColumn, groupRows } from '../../src/stats/counted-cells.ts'
import { domainMeans, estimateAt, type MeansColumn } from '../../src/stats/domain-table.ts'
import { rake } from '../../src/stats/rake.ts'
import { Comparison, fullSets, nationalSet, number, readRows, TOLERANCE } from '../support/oracle.ts'
import { ITEMS, oracleDesign, oracleWave, waveCount } from '../support/oracle-set.ts'

// the larger set holds ten times the rows
vi.setConfig({ testTimeout: 600_000 })

const national = nationalSet()
const sets = [...fullSets(), ...(national ? [{ name: 'national', folder: national }] : [])]

describe.each(sets)('the fast table on $name', ({ name, folder }) => {
  it('equals R on expected/means.csv', () => {
    const tables = Array.from({ length: waveCount(folder) }, (_, k) => {
      const wave = oracleWave(folder, k)
      const design = oracleDesign(wave, rake(wave.baseWeights, [wave.margins.area, wave.margins.age, wave.margins.sex]).weights)
      const grouped = groupRows(design)
      const domains = [Int32Array.from({ length: wave.areas }, (_, a) => a), ...Array.from({ length: wave.areas }, (_, a) => Int32Array.of(a))]
      const columns = new Map<string, MeansColumn>()
      for (const item of ITEMS) {
        const column = codeColumn(wave.values[item]!)
        columns.set(item, domainMeans(grouped, countColumn(grouped, column), column.values, domains, true))
      }
      return columns
    })
    const comparison = new Comparison(`fast table, ${name}`)
    for (const row of readRows(join(folder, 'expected/means.csv'))) {
      if ((row.design ?? 'fix_fpc') !== 'fix_fpc') continue
      const got = estimateAt(tables[Number(row.wave)]!.get(row.item!)!, row.domain === 'all' ? 0 : Number(row.domain))!
      const where = `wave ${row.wave} ${row.item} ${row.domain}`
      comparison.check('n_valid', got.n, number(row.n_valid), 0, where)
      comparison.check('estimate', got.estimate, number(row.estimate), TOLERANCE.mean, where)
      comparison.check('se', got.se, number(row.se), TOLERANCE.mean, where)
      comparison.check('df', got.df, number(row.df), 0, where)
      if (number(row.se) > 1e-12) comparison.check('deff', got.deff!, number(row.deff), TOLERANCE.mean, where)
    }
    comparison.finish(22_000)
  })
})
