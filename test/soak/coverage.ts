// Is the engine right, not only equal to R? Simulated waves with a known truth: do 95% intervals cover, how many false
// claims does an edition make, is the minimal detectable change seen in 80%, does the headline stay silent when areas
// move by themselves. Separate because it takes minutes; the table it prints stands in src/stats/README.md.
import { benjaminiHochberg, holm } from '../../src/stats/adjust-p.ts'
import { areaDid } from '../../src/stats/area-did.ts'
import { betaLimits } from '../../src/stats/beta-limits.ts'
import { changeColumn } from '../../src/stats/change-column.ts'
import type { Change } from '../../src/stats/change.ts'
import { countColumn, groupRows } from '../../src/stats/counted-cells.ts'
import { domainMeans, estimateAt, type MeansColumn } from '../../src/stats/domain-table.ts'
import { detectableWith } from '../../src/stats/planner.ts'
import { dfShares, welchChange } from '../../src/stats/welch-change.ts'
import { normal, seeded, simulateWave, UNEQUAL, type Random, type SimulatedWave } from './simulated-wave.ts'

export interface CoverageLine { what: string; value: number; low: number; high: number; cases: number }

const SHARES = [0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6]
const AREAS = [30, 40, 60, 90, 130, 200, 300, 400]
const SCALE_MEAN = 6

/** Every line of the table; `waves` is at least how many waves are simulated for the intervals and as many for the rest. */
export function coverage(waves: number, seed = 20_301): CoverageLine[] {
  const random = seeded(seed)
  return [...intervalsAndClaims(waves, random), ...primaryClaims(waves, random), ...power(waves, random), ...headline(waves, random)]
}

/** Intervals of levels and changes, and claims over everything of editions in which nothing changed. */
function intervalsAndClaims(waves: number, random: Random): CoverageLine[] {
  const covered = new Map<string, [number, number]>()
  const count = (what: string, yes: boolean) => {
    const [hits, all] = covered.get(what) ?? [0, 0]
    covered.set(what, [hits + (yes ? 1 : 0), all + 1])
  }
  const editions = Math.ceil(waves / 2 / UNEQUAL.length)
  const claims = [0, 0]
  for (const unequal of UNEQUAL) {
    for (let edition = 0; edition < editions; edition++) {
      const plan = { respondents: AREAS, unequal, shares: SHARES.map((share) => AREAS.map(() => share)), scale: AREAS.map(() => SCALE_MEAN) }
      const tables = [0, 1].map(() => tabulate(simulateWave(plan, random)))
      for (const table of tables) {
        table.columns.forEach((column, item) => {
          for (let d = 0; d <= AREAS.length; d++) {
            const got = estimateAt(column, d)
            if (got === null) continue
            const truth = SHARES[item] ?? SCALE_MEAN
            const limits = item < SHARES.length ? betaLimits({ share: got.estimate, se: got.se, df: got.df, rows: column.rows[d]!, n: got.n }) : got
            const hit = limits.low! <= truth && truth <= limits.high!
            count('95% intervals, all', hit)
            count(`95% intervals, ${unequal.name}`, hit)
            count(`95% intervals, ${item < SHARES.length ? `share ${Math.round(100 * truth)}%` : 'scale 0-10'}`, hit)
            count(`95% intervals, ${d === 0 ? 'all areas together' : AREAS[d - 1]! <= 60 ? 'areas of 30 to 60' : AREAS[d - 1]! <= 200 ? 'areas of 90 to 200' : 'areas of 300 to 400'}`, hit)
          }
        })
      }
      const changes = changesOf(tables[0]!, tables[1]!).flat()
      for (const { low, high } of changes) if (low !== null && high !== null) count('95% intervals of a change', low <= 0 && high >= 0)
      claims[0] += anyBelow(benjaminiHochberg(changes.map(({ p }) => p))) ? 1 : 0
      claims[1]!++
    }
  }
  return [
    ...[...covered].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })).map(([what, [hits, all]]) => ({ what, value: hits / all, low: 0.93, high: 0.97, cases: all })),
    { what: 'editions without change that claim one (BH)', value: claims[0]! / claims[1]!, low: 0, high: 0.05, cases: claims[1]! },
  ]
}

/**
 * Editions without change that claim one of nine primary changes: 20%, 45% and a scale in areas of 90, 130 and 200. Many
 * more of them than of the rest, because a tenth of a percent decides: twenty thousand of each kind leave 0.15 points.
 */
function primaryClaims(waves: number, random: Random): CoverageLine[] {
  const shares = [0.2, 0.45].map((share) => AREAS.map(() => share))
  const editions = Math.ceil((waves * 10) / UNEQUAL.length)
  const claims = UNEQUAL.map((unequal) => {
    let [made, plain] = [0, 0]
    for (let edition = 0; edition < editions; edition++) {
      const [first, second] = [0, 1].map(() => tabulate(simulateWave({ respondents: AREAS, unequal, shares, scale: AREAS.map(() => SCALE_MEAN) }, random)))
      const primary = (changes: readonly { p: number | null }[][]) => holm(changes.flatMap((of) => [4, 5, 6].map((d) => of[d]!.p)))
      if (anyBelow(primary(changesOf(first!, second!)))) made++
      if (anyBelow(primary(first!.columns.map((column, item) => changeColumn(column, second!.columns[item]!).p.map((p) => ({ p })))))) plain++
    }
    return { made, plain }
  })
  const line = (what: string, made: number, cases: number, high = 0.05) => ({ what: `editions without change that claim a primary one (Holm)${what}`, value: made / cases, low: 0, high, cases })
  return [
    line('', claims.reduce((sum, { made }) => sum + made, 0), editions * UNEQUAL.length),
    ...UNEQUAL.map(({ name }, k) => line(`, ${name}`, claims[k]!.made, editions)),
    // no edition tests so: what the df of welchChange are for
    ...UNEQUAL.map(({ name }, k) => line(`, ${name}, were R's df used`, claims[k]!.plain, editions, 0.07)),
  ]
}

/** True changes of the size that the planner calls detectable: in how many is p below 5%? */
function power(waves: number, random: Random): CoverageLine[] {
  const sizes = [130, 200, 400]
  const baselines = [0.2, 0.3, 0.45]
  return UNEQUAL.map((unequal) => {
    const plan = (shares: number[][]) => ({ respondents: sizes, unequal, shares })
    const flat = baselines.map((share) => sizes.map(() => share))
    // the design effect a planner reads off an earlier wave: that of the estimates themselves, per item
    const pilot = Array.from({ length: 30 }, () => tabulate(simulateWave(plan(flat), random)))
    const deff = baselines.map((_, item) => Math.max(1, average(pilot.flatMap(({ columns }) => sizes.map((_, a) => estimateAt(columns[item]!, a + 1)?.deff ?? 1)))))
    const after = baselines.map((share, item) => sizes.map((n) => share - detectableWith(n, { outcome: { share }, design: 'change', deff: deff[item]! })!))
    let [seen, all] = [0, 0]
    for (let k = 0; k < Math.ceil(waves / 2 / UNEQUAL.length); k++) {
      const [first, second] = [tabulate(simulateWave(plan(flat), random)), tabulate(simulateWave(plan(after), random))]
      changesOf(first, second).forEach((of) => of.slice(1).forEach(({ p }) => {
        all++
        if (p !== null && p < 0.05) seen++
      }))
    }
    return { what: `detectable change seen, ${unequal.name}`, value: seen / all, low: 0.78, high: 0.83, cases: all }
  })
}

/** No effect, but every area moves by itself: how often does the headline claim one? */
function headline(waves: number, random: Random): CoverageLine[] {
  const lines: CoverageLine[] = []
  for (const sd of [0.03, 0.05]) {
    for (const comparisons of [5, 9, 19]) {
      for (const focuses of [1, 3]) {
        let claims = 0
        const editions = Math.ceil(waves / 2)
        for (let k = 0; k < editions; k++) {
          const areas = focuses + comparisons
          const unequal = UNEQUAL[k % UNEQUAL.length]!
          const respondents = Array.from({ length: areas }, () => 30 + Math.floor(random() * 371))
          const before = respondents.map(() => 0.3 + 0.05 * normal(random)).map(inside)
          const after = before.map((share) => inside(share + sd * normal(random)))
          const [first, second] = [before, after].map((shares) => tabulate(simulateWave({ respondents, unequal, shares: [shares] }, random)).columns[0]!)
          const changes = respondents.map((_, a) => ({
            change: second!.estimate[a + 1]! - first!.estimate[a + 1]!,
            variance: first!.se[a + 1]! ** 2 + second!.se[a + 1]! ** 2,
          }))
          if (areaDid(changes.slice(0, focuses), changes.slice(focuses)).claim) claims++
        }
        lines.push({ what: `headline claims, areas move ${100 * sd} points, ${focuses} focus, ${comparisons} comparison`, value: claims / editions, low: 0, high: 0.06, cases: editions })
      }
    }
  }
  return lines
}

/** Estimates of every item (the scale last) for all areas together and each area. */
function tabulate({ design, items, scale }: SimulatedWave): Table {
  const grouped = groupRows(design)
  const domains = [Int32Array.from({ length: design.strata }, (_, a) => a), ...Array.from({ length: design.strata }, (_, a) => Int32Array.of(a))]
  const yesNo = items.map((codes) => domainMeans(grouped, countColumn(grouped, { codes, levels: 2 }), Float64Array.of(0, 1), domains))
  const marks = scale ? [domainMeans(grouped, countColumn(grouped, { codes: scale, levels: 11 }), Float64Array.from({ length: 11 }, (_, k) => k), domains)] : []
  return { columns: [...yesNo, ...marks], dfShare: dfShares(design, domains) }
}

interface Table { columns: MeansColumn[]; dfShare: Float64Array }

/** Changes as an edition tests them, per item and domain. */
function changesOf(before: Table, after: Table): Change[][] {
  const side = ({ columns, dfShare }: Table, item: number, d: number) => {
    const { estimate, se, dfAnswered } = columns[item]!
    return { estimate: estimate[d]!, se: se[d]!, df: dfAnswered[d]! * dfShare[d]! }
  }
  return before.columns.map((column, item) => Array.from(column.n, (_, d) => welchChange(side(before, item, d), side(after, item, d))))
}

const anyBelow = (p: (number | null)[]) => p.some((each) => each !== null && each < 0.05)

/** Prints the table; false when a line is outside by more than two standard errors of the simulation. */
export function printCoverage(print: (line: string) => void, waves = 6000): boolean {
  print('| what | simulated | should be | cases |\n| --- | --- | --- | --- |')
  let good = true
  for (const { what, value, low, high, cases } of coverage(waves)) {
    const noise = 2 * Math.sqrt((value * (1 - value)) / cases)
    const inside = value + noise >= low && value - noise <= high
    if (!inside) good = false
    print(`| ${what} | ${(100 * value).toFixed(1)}%${inside ? '' : ' (outside)'} | ${low === 0 ? 'at most' : `${100 * low} to`} ${Math.round(100 * high)}% | ${cases} |`)
  }
  return good
}

function inside(share: number): number {
  return Math.min(0.65, Math.max(0.03, share))
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
