// Every measure of one wave for every breakdown, exact: what suppression judges, comparisons test and editions round.
// Separate from both so that nothing published is computed anywhere else. People are counted once per measure (the fast
// table of stats); breakdowns are unions of strata, so all of them are read from those counts.
import { domainsOf } from '../disclosure/catalogue.ts'
import type { Domain } from '../disclosure/catalogue.ts'
import { betaLimits } from '../stats/beta-limits.ts'
import { codeColumn } from '../stats/coded-column.ts'
import { countColumn, groupRows } from '../stats/counted-cells.ts'
import type { GroupedRows } from '../stats/counted-cells.ts'
import { domainMeans } from '../stats/domain-table.ts'
import { tLimits } from '../stats/estimate.ts'
import { designEffect } from '../stats/mean.ts'
import { dfShares } from '../stats/welch-change.ts'
import type { Area, MeasuredWave } from './edition.ts'
import type { Reported } from './measures.ts'
import type { Weighed } from './weigh.ts'

/** One exact figure. Shares 0..1, means 0..10. */
export interface Exact {
  estimate: number
  se: number
  low: number
  high: number
  df: number
  /** R's df after missing answers, and what unequal weights leave of them: the df of tests. */
  dfAnswered: number
  testDf: number
  /** Respondents of the domain, and Kish's effective n of them. */
  respondents: number
  effectiveN: number
  /** Valid answers, those in the category (null for means), and their weight. */
  n: number
  count: number | null
  weightSum: number
  deff: number | null
}

export interface WaveTable {
  wave: MeasuredWave
  weighed: Weighed
  grouped: GroupedRows
  domains: readonly Domain[]
  /** Strata (cells) of every domain. */
  strata: readonly Int32Array[]
  respondents: Float64Array
  effectiveN: Float64Array
  /** What unequal weights leave of the degrees of freedom of every domain, 0..1. */
  dfShare: Float64Array
  /** Figures per measure key, one per domain; null where nobody answered. */
  figures: Map<string, readonly (Exact | null)[]>
}

/** Names one measure of an item, the same in every wave. */
export function keyOf({ item, measure, categories }: Pick<Reported, 'item' | 'measure' | 'categories'>): string {
  return `${item}|${measure}|${categories.join('+')}`
}

/** Prepares the breakdowns of a wave. Areas without a stratum in it keep an empty breakdown. */
export function waveTable(wave: MeasuredWave, weighed: Weighed, areas: readonly Area[]): WaveTable {
  const domains = domainsOf(areas)
  const strata = domains.map(({ areas: members }) => {
    const ids = new Set(members.map((index) => areas[index]!.id))
    return Int32Array.from(weighed.areaOfStratum.flatMap((area, h) => (ids.has(area) ? [h] : [])))
  })
  const grouped = groupRows(weighed.design)
  const everybody = domainMeans(grouped, countColumn(grouped, { codes: new Uint8Array(wave.microdata.n), levels: 1 }), Float64Array.of(1), strata)
  const effectiveN = everybody.weightSum.map((sum, d) => (sum > 0 ? (sum * sum) / everybody.weightSquares[d]! : 0))
  return { wave, weighed, grouped, domains, strata, respondents: everybody.n, effectiveN, dfShare: dfShares(weighed.design, strata), figures: new Map() }
}

/** Adds the figures of one measure. `fpc` describes a census ("these people, now") and is never used for an edition. */
export function addMeasure(table: WaveTable, reported: Reported, fpc = false): void {
  const column = codeColumn(reported.values(table.wave.microdata))
  const counts = countColumn(table.grouped, column)
  const means = domainMeans(table.grouped, counts, column.values, table.strata, fpc)
  const isShare = reported.measure !== 'mean'
  const figures = table.domains.map((_, d): Exact | null => {
    const n = means.n[d]!
    if (n === 0) return null
    const [estimate, se, df, weightSum] = [means.estimate[d]!, means.se[d]!, means.df[d]!, means.weightSum[d]!]
    return {
      estimate, se, df, dfAnswered: means.dfAnswered[d]!, testDf: means.dfAnswered[d]! * table.dfShare[d]!,
      ...limitsOf(reported.measure, { estimate, se, df, respondents: table.respondents[d]!, n }),
      respondents: table.respondents[d]!, effectiveN: table.effectiveN[d]!, n, weightSum,
      count: isShare ? inCategory(table, counts.sums, column.values, counts.levels, d) : null,
      deff: designEffect(se * se, means.deviations[d]!, { n, weightSum }),
    }
  })
  table.figures.set(keyOf(reported), figures)
}

/** Beta limits for a share, t limits kept within 0..10 for a mean. */
export function limitsOf(measure: Reported['measure'], { estimate, se, df, respondents, n }: Pick<Exact, 'estimate' | 'se' | 'df' | 'respondents' | 'n'>): { low: number; high: number } {
  if (measure !== 'mean') return betaLimits({ share: estimate, se, df, rows: respondents, n })
  const { low, high } = tLimits(estimate, se, df)
  return { low: Math.max(0, low ?? 0), high: Math.min(10, high ?? 10) }
}

function inCategory(table: WaveTable, sums: Float64Array, values: Float64Array, levels: number, d: number): number {
  const code = values.indexOf(1)
  if (code < 0) return 0
  return table.strata[d]!.reduce((sum, cell) => sum + sums[(cell * levels + code) * 3 + 2]!, 0)
}
