// Protects the columns of R's vectors that repeat what others say in another way: t and the standard error of svyttest, t of
// the regressions, and the weights R rakes with its own loose stop rule, which must at least agree to that rule.
import { join } from 'node:path'
import { describe, it, vi } from 'vitest'
import { change } from '../../src/stats/change.ts'
import { differenceInDifferences, type DidTerm } from '../../src/stats/did.ts'
import { mean } from '../../src/stats/mean.ts'
import { rake } from '../../src/stats/rake.ts'
import { joined, stackIndependent, stackShared } from '../../src/stats/stacked-waves.ts'
import { Comparison, fullSets, number, readCsv, readRows, TOLERANCE } from '../support/oracle.ts'
import { oracleDesign, oracleDomain, oracleWave, waveCount } from '../support/oracle-set.ts'

// the larger set holds ten times the rows
vi.setConfig({ testTimeout: 600_000 })

describe.each(fullSets())('what $name says twice', ({ name, folder }) => {
  const waves = Array.from({ length: waveCount(folder) }, (_, k) => {
    const wave = oracleWave(folder, k)
    const { area, age, sex } = wave.margins
    return { ...wave, design: oracleDesign(wave, rake(wave.baseWeights, [area, age, sex]).weights) }
  })

  it('holds for t and se_svyttest of expected/differences.csv', () => {
    const rows = readRows(join(folder, 'expected/differences.csv'))
    const comparison = new Comparison(`${name}/expected/differences.csv (t, se_svyttest), ${rows.length} rows`)
    const estimates = new Map<string, ReturnType<typeof mean>>()
    const estimate = (wave: (typeof waves)[number], item: string, domain: string) => {
      const key = `${wave.wave} ${item} ${domain}`
      if (!estimates.has(key)) estimates.set(key, mean(wave.design, wave.values[item]!, { fpc: true, domain: oracleDomain(wave, domain) }))
      return estimates.get(key)!
    }
    for (const row of rows) {
      // where nothing varies R divides rounding by rounding
      if (!(number(row.se_two) > 1e-12)) continue
      const [before, after] = [waves[0]!, waves[Number(row.wave)]!].map((wave) => estimate(wave, row.item!, row.domain!)) as [ReturnType<typeof mean>, ReturnType<typeof mean>]
      const got = change(before, after)
      const where = `wave ${row.wave} ${row.item} ${row.domain}`
      comparison.check('se_svyttest', got.se, number(row.se_svyttest), TOLERANCE.mean, where)
      // at 1e-10 of the two estimates: their difference has lost the digits they share
      comparison.check('t', got.t!, number(row.t), TOLERANCE.mean * Math.max(1, Math.abs(before.estimate / got.change) || 1), where)
    }
    comparison.finish(6000)
  })

  it('holds for t of expected/did.csv', () => {
    const rows = readRows(join(folder, 'expected/did.csv'))
    const comparison = new Comparison(`${name}/expected/did.csv (t), ${rows.length} rows`)
    const before = waves[0]!
    const fitted = new Map<string, DidTerm[]>()
    for (const row of rows) {
      const wave = waves[Number(row.wave)]!
      const key = [row.wave, row.item, row.design, row.family].join(' ')
      if (!fitted.has(key)) {
        const independent = row.design === 'independent'
        const design = independent ? stackIndependent(before.design, wave.design) : stackShared(before.design, wave.design, before.person, wave.person)
        const group = Int8Array.from([before, wave].flatMap((of) => Array.from(of.area, (a) => ({ focus: 1, comparison: 0 })[of.group[a]!] ?? -1)))
        const post = new Uint8Array(before.n + wave.n).fill(1, before.n)
        fitted.set(key, differenceInDifferences({ design, values: joined(before.values[row.item!]!, wave.values[row.item!]!), group, post }, { logistic: row.family === 'quasibinomial', fpc: independent }))
      }
      const got = fitted.get(key)!.find((each) => each.term === row.term)!
      // at the tolerance of the coefficients, whose cells have sizes of about five
      comparison.check('t', got.t!, number(row.t), (row.family === 'quasibinomial' ? TOLERANCE.p : TOLERANCE.mean) * Math.max(1, Math.abs(5 / got.change)), `${key} ${row.term}`)
    }
    comparison.finish(500)
  })

  it('is within R\'s stop rule of w_rake_default, at most one person a class', () => {
    const expected = readCsv(join(folder, 'expected/weights.csv'))
    const comparison = new Comparison(`${name}/expected/weights.csv (w_rake_default, to 1 in 10,000), ${expected.rows.length} rows`)
    const waveOf = expected.column('wave')
    for (const wave of waves) {
      const theirs = expected.column('w_rake_default').filter((_, i) => waveOf[i] === String(wave.wave))
      theirs.forEach((value, i) => comparison.check('w_rake_default', wave.design.weights[i]!, number(value), 1e-4, `wave ${wave.wave} row ${i}`))
    }
    comparison.finish(3900)
  })
})
