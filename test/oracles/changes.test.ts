// Protects every "higher" and "lower": changes, shared respondents, adjusted p and difference in differences against R
// (svyttest, the closed form se_cov, p.adjust, svyglm).
import { join } from 'node:path'
import { describe, it, vi } from 'vitest'
import { benjaminiHochberg, holm } from '../../src/stats/adjust-p.ts'
import { change } from '../../src/stats/change.ts'
import { degreesOfFreedom } from '../../src/stats/design.ts'
import { differenceInDifferences, type DidTerm } from '../../src/stats/did.ts'
import { tTwoSided } from '../../src/stats/distributions.ts'
import { linearisedMean, mean } from '../../src/stats/mean.ts'
import { rake } from '../../src/stats/rake.ts'
import { changeWithShared } from '../../src/stats/shared-respondents.ts'
import { joined, stackIndependent, stackShared } from '../../src/stats/stacked-waves.ts'
import { varianceOfTotal } from '../../src/stats/variance.ts'
import { Comparison, fullSets, number, readRows, TOLERANCE } from '../support/oracle.ts'
import { oracleDesign, oracleDomain, oracleWave, waveCount } from '../support/oracle-set.ts'

// the larger set holds ten times the rows
vi.setConfig({ testTimeout: 600_000 })

describe.each(fullSets())('changes of $name', ({ name, folder }) => {
  const waves = Array.from({ length: waveCount(folder) }, (_, k) => {
    const wave = oracleWave(folder, k)
    return { ...wave, design: oracleDesign(wave, rake(wave.baseWeights, [wave.margins.area, wave.margins.age, wave.margins.sex]).weights) }
  })
  const baseline = waves[0]!
  const stacks = waves.map((wave) => ({
    independent: stackIndependent(baseline.design, wave.design),
    overlap: stackShared(baseline.design, wave.design, baseline.person, wave.person),
  }))

  it('equal R on expected/differences.csv, adjusted p included', () => {
    const comparison = new Comparison(`differences, ${name}`)
    const families = new Map<string, { p: (number | null)[]; holm: number[]; bh: number[] }>()
    for (const row of readRows(join(folder, 'expected/differences.csv'))) {
      const wave = waves[Number(row.wave)]!
      const item = row.item!
      const where = `wave ${row.wave} ${item} ${row.domain}`
      const before = mean(baseline.design, baseline.values[item]!, { fpc: true, domain: oracleDomain(baseline, row.domain!) })
      const after = mean(wave.design, wave.values[item]!, { fpc: true, domain: oracleDomain(wave, row.domain!) })
      const got = change(before, after)
      comparison.check('est0', before.estimate, number(row.est0), TOLERANCE.mean, where)
      comparison.check('se0', before.se, number(row.se0), TOLERANCE.mean, where)
      comparison.check('est1', after.estimate, number(row.est1), TOLERANCE.mean, where)
      comparison.check('se1', after.se, number(row.se1), TOLERANCE.mean, where)
      // at 1e-10 of the two estimates: their difference has lost the digits they share
      comparison.check('diff', got.change, number(row.diff), TOLERANCE.mean * Math.max(1, Math.abs(before.estimate / got.change) || 1), where)
      comparison.check('se_two', got.se, number(row.se_two), TOLERANCE.mean, where)
      comparison.check('df', got.df, number(row.df), 0, where)
      if (number(row.se_two) > 1e-12) {
        comparison.check('p', got.p!, number(row.p), TOLERANCE.p, where)
        comparison.check('ci_low', got.low!, number(row.ci_low), TOLERANCE.interval, where)
        comparison.check('ci_high', got.high!, number(row.ci_high), TOLERANCE.interval, where)
      }
      if (row.se_overlap !== '') {
        const { overlap } = stacks[wave.wave]!
        const values = joined(baseline.values[item]!, wave.values[item]!)
        const inDomain = [oracleDomain(baseline, row.domain!) ?? new Uint8Array(baseline.n).fill(1), oracleDomain(wave, row.domain!) ?? new Uint8Array(wave.n).fill(1)]
        const [a, b] = [0, 1].map((post) => linearisedMean('test', overlap, values, Uint8Array.from([...inDomain[0]!.map((d) => (post ? 0 : d)), ...inDomain[1]!.map((d) => (post ? d : 0))])))
        const se = Math.sqrt(varianceOfTotal(overlap, b!.scores.map((score, i) => score - a!.scores[i]!)))
        const df = degreesOfFreedom(overlap, Uint8Array.from([...inDomain[0]!, ...inDomain[1]!]), values) - 1
        comparison.check('se_overlap', se, number(row.se_overlap), TOLERANCE.mean, where)
        comparison.check('df_overlap', df, number(row.df_overlap), 0, where)
        if (se > 1e-12) comparison.check('p_overlap', tTwoSided((b!.mean - a!.mean) / se, df), number(row.p_overlap), TOLERANCE.p, where)
      }
      if (row.domain === 'all') continue
      const family = families.get(`${row.wave} ${item}`) ?? { p: [], holm: [], bh: [] }
      families.set(`${row.wave} ${item}`, family)
      // R's own p where there is one, so that a family is judged alone
      family.p.push(row.p === '' ? null : number(row.p))
      family.holm.push(number(row.p_holm))
      family.bh.push(number(row.p_bh))
    }
    for (const [where, family] of families) {
      holm(family.p).forEach((p, i) => comparison.check('p_holm', p ?? NaN, family.holm[i]!, TOLERANCE.p, where))
      benjaminiHochberg(family.p).forEach((p, i) => comparison.check('p_bh', p ?? NaN, family.bh[i]!, TOLERANCE.p, where))
    }
    comparison.finish(33_000)
  })

  it('equal the closed form on expected/overlap.csv', () => {
    const comparison = new Comparison(`overlap, ${name}`)
    for (const row of readRows(join(folder, 'expected/overlap.csv'))) {
      const wave = waves[Number(row.wave)]!
      const columns = (of: typeof baseline) => ({ design: of.design, values: of.values[row.item!]!, person: of.person, domain: oracleDomain(of, row.domain!) })
      const got = changeWithShared(columns(baseline), columns(wave))
      const where = `wave ${row.wave} ${row.item} ${row.domain}`
      comparison.check('overlap', got.shared, number(row.overlap), 0, where)
      comparison.check('diff', got.change, number(row.diff), TOLERANCE.mean * Math.max(1, Math.abs(3 / got.change)), where)
      comparison.check('se_independent', got.seIndependent, number(row.se_independent), TOLERANCE.mean, where)
      comparison.check('se_cov', got.se, number(row.se_cov), TOLERANCE.mean, where)
    }
    comparison.finish(150)
  })

  it('equal R on expected/did.csv', () => {
    const comparison = new Comparison(`difference in differences, ${name}`)
    const fitted = new Map<string, DidTerm[]>()
    for (const row of readRows(join(folder, 'expected/did.csv'))) {
      const wave = waves[Number(row.wave)]!
      const key = [row.wave, row.item, row.design, row.family].join(' ')
      if (!fitted.has(key)) {
        const group = Int8Array.from([baseline, wave].flatMap((of) => Array.from(of.area, (a) => ({ focus: 1, comparison: 0 })[of.group[a]!] ?? -1)))
        const post = new Uint8Array(baseline.n + wave.n).fill(1, baseline.n)
        const independent = row.design === 'independent'
        const design = stacks[wave.wave]![independent ? 'independent' : 'overlap']
        const values = joined(baseline.values[row.item!]!, wave.values[row.item!]!)
        fitted.set(key, differenceInDifferences({ design, values, group, post }, { logistic: row.family === 'quasibinomial', fpc: independent }))
      }
      const got = fitted.get(key)!.find((each) => each.term === row.term)!
      const logistic = row.family === 'quasibinomial'
      const size = logistic ? TOLERANCE.p : TOLERANCE.mean
      comparison.check('estimate', got.change, number(row.estimate), size * Math.max(1, Math.abs(5 / got.change)), `${key} ${row.term}`)
      comparison.check('se', got.se, number(row.se), size, `${key} ${row.term}`)
      comparison.check('df', got.df, number(row.df), 0, `${key} ${row.term}`)
      comparison.check('p', got.p!, number(row.p), TOLERANCE.p, `${key} ${row.term}`)
      comparison.check('ci_low', got.low!, number(row.ci_low), logistic ? TOLERANCE.p : TOLERANCE.interval, `${key} ${row.term}`)
      comparison.check('ci_high', got.high!, number(row.ci_high), logistic ? TOLERANCE.p : TOLERANCE.interval, `${key} ${row.term}`)
    }
    comparison.finish(3000)
  })
})
