// Protects tests of crossed answers against R's svychisq: Rao and Scott's F and Chisq, Wald's and the adjusted one.
import { join } from 'node:path'
import { describe, it, vi } from 'vitest'
import { rake } from '../../src/stats/rake.ts'
import { raoScott, type TableTest } from '../../src/stats/rao-scott.ts'
import { joined, stackIndependent } from '../../src/stats/stacked-waves.ts'
import { waldTable } from '../../src/stats/wald-table.ts'
import { Comparison, fullSets, number, readRows, TOLERANCE } from '../support/oracle.ts'
import { oracleDesign, oracleDomain, oracleWave, waveCount } from '../support/oracle-set.ts'

// the larger set holds ten times the rows
vi.setConfig({ testTimeout: 600_000 })

describe.each(fullSets())('tables of $name', ({ name, folder }) => {
  it('equal R on expected/chisq.csv', () => {
    const rows = readRows(join(folder, 'expected/chisq.csv'))
    const comparison = new Comparison(`${name}/expected/chisq.csv, ${rows.length} rows`)
    const waves = Array.from({ length: waveCount(folder) }, (_, k) => {
      const wave = oracleWave(folder, k)
      return { ...wave, design: oracleDesign(wave, rake(wave.baseWeights, [wave.margins.area, wave.margins.age, wave.margins.sex]).weights) }
    })
    const before = waves[0]!
    const stacks = waves.map((wave) => ({ design: stackIndependent(before.design, wave.design), post: joined(new Float64Array(before.n), new Float64Array(wave.n).fill(1)) }))
    const inside = (domain: string, wave: (typeof waves)[number]) => (domain === 'all' ? undefined : Uint8Array.from([...oracleDomain(before, domain)!, ...oracleDomain(wave, domain)!]))
    const kept = new Map<string, Record<string, TableTest | null>>()
    for (const row of rows) {
      const wave = waves[Number(row.wave)]!
      const key = `${row.wave} ${row.item} ${row.domain}`
      // where R could make no table there is nothing to compare with
      if (row.statistic === '') { comparison.check('statistic', 0, NaN, 0, key); continue }
      if (!kept.has(key)) {
        const { design, post } = stacks[wave.wave]!
        const values = joined(before.values[row.item!]!, wave.values[row.item!]!)
        const options = { fpc: true, domain: inside(row.domain!, wave) }
        const { F, chisq } = raoScott(design, values, post, options)
        const { wald, adjusted } = waldTable(design, values, post, options)
        kept.set(key, { F, Chisq: chisq, Wald: wald, adjWald: adjusted })
      }
      const got = kept.get(key)![row.type!]
      const where = `${row.type} wave ${key}`
      comparison.check('statistic', got?.statistic ?? NaN, number(row.statistic), TOLERANCE.p, where)
      comparison.check('ndf', got?.ndf ?? NaN, number(row.ndf), TOLERANCE.p, where)
      comparison.check('ddf', got?.ddf ?? NaN, number(row.ddf), TOLERANCE.p, where)
      comparison.check('p', got?.p ?? NaN, number(row.p), TOLERANCE.p, where)
    }
    comparison.finish(5500)
  })
})
