// The national report as a job over typed columns, and data of its size from a fixed seed: nothing here knows files or clocks.
// Separate from the bench that times it, because the same job runs in Node, in a browser's worker and at other sizes.
import { benjaminiHochberg, holm } from '../../src/stats/adjust-p.ts'
import { changeColumn, type ChangeColumn } from '../../src/stats/change-column.ts'
import { codeColumn, type ReadColumn } from '../../src/stats/coded-column.ts'
import { countColumn, groupRows } from '../../src/stats/counted-cells.ts'
import { surveyDesign, type Design } from '../../src/stats/design.ts'
import { domainMeans, type MeansColumn } from '../../src/stats/domain-table.ts'
import { linearisedMean } from '../../src/stats/mean.ts'
import { varianceOfTotal } from '../../src/stats/variance.ts'

export interface NationalWave { design: Design; columns: ReadColumn[] }
export const AREAS = 400
/** Columns that are counted: 12 of 1 to 5, 9 of yes and no, 4 marks, one scale. */
export const COUNTED = [...numbered('L', 12), ...numbered('Y', 9), ...numbered('M', 4), 'score']

/** A reading of a counted column: the item itself, or for the 12 likert items also the share of 4 or 5. */
export interface Reading { column: number; values(column: ReadColumn): Float64Array }
export const READINGS: readonly Reading[] = [
  ...COUNTED.map((_, column) => ({ column, values: (of: ReadColumn) => of.values })),
  ...numbered('L', 12).map((_, column) => ({ column, values: (of: ReadColumn) => of.values.map((value) => (Number.isNaN(value) ? NaN : value >= 4 ? 1 : 0)) })),
]

/** All means with standard errors, all differences with p, Holm over four items in every tenth area, BH over everything. */
export function nationalJob(waves: readonly NationalWave[], onProgress: (done: number, total: number) => void = () => {}): { means: MeansColumn[][]; changes: ChangeColumn[]; holm: (number | null)[]; bh: (number | null)[] } {
  const domains = [Int32Array.from({ length: AREAS }, (_, a) => a), ...Array.from({ length: AREAS }, (_, a) => Int32Array.of(a))]
  let done = 0
  const total = waves.length * (COUNTED.length + READINGS.length)
  const means = waves.map(({ design, columns }) => {
    const grouped = groupRows(design)
    const counts = columns.map((column) => {
      onProgress(done++, total)
      return countColumn(grouped, column)
    })
    return READINGS.map((reading) => {
      onProgress(done++, total)
      return domainMeans(grouped, counts[reading.column]!, reading.values(columns[reading.column]!), domains)
    })
  })
  const changes = READINGS.map((_, r) => changeColumn(means[0]![r]!, means[1]![r]!))
  const primary = [0, 12, 20, 25].flatMap((r) => changes[r]!.p.filter((_, d) => d % 10 === 0 && d > 0))
  return { means, changes, holm: holm(primary), bh: benjaminiHochberg(changes.flatMap((each) => each.p)) }
}

/** Sum of every estimate, standard error and p: the same job elsewhere gives the same sum. */
export function checksum({ means, changes }: ReturnType<typeof nationalJob>): number {
  let sum = 0
  for (const column of means.flat()) column.estimate.forEach((value, d) => { sum += value + column.se[d]! })
  for (const { p } of changes) for (const value of p) sum += value ?? 0
  return sum
}

/** The loop it is measured against: sum of weights and of weight times value for every reading, nothing per area. */
export function bareLoop(waves: readonly NationalWave[]): number {
  let all = 0
  for (const { design: { weights, n }, columns } of waves) {
    for (const reading of READINGS) {
      const { codes } = columns[reading.column]!
      let [W, S] = [0, 0]
      for (let i = 0; i < n; i++) {
        const code = codes[i]!
        if (code < 5) {
          W += weights[i]!
          S += weights[i]! * code
        }
      }
      all += S / W
    }
  }
  return all
}

/** Largest relative difference from two passes over the rows (mean and se), over a sample of domains of every reading. */
export function disagreement(waves: readonly NationalWave[], means: MeansColumn[][], step = 57): number {
  let worst = 0
  waves.forEach(({ design, columns }, w) => {
    for (let d = 0; d <= AREAS; d += step) {
      const domain = d === 0 ? undefined : Uint8Array.from(design.stratum, (a) => (a === d - 1 ? 1 : 0))
      READINGS.forEach((reading, r) => {
        const { codes } = columns[reading.column]!
        const values = reading.values(columns[reading.column]!)
        const { mean, scores } = linearisedMean('bench', design, Float64Array.from(codes, (code) => values[code]!), domain)
        const se = Math.sqrt(varianceOfTotal(design, scores))
        const got = means[w]![r]!
        worst = Math.max(worst, apart(got.estimate[d]!, mean), apart(got.se[d]!, se))
      })
    }
  })
  return worst
}

/** A made wave of n respondents: a weight per area, age group and sex, as raking leaves them. */
export function madeWave(n: number, seed: number): NationalWave {
  let state = seed * 2_654_435_761
  const random = () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) | 0
    return ((state ^ (state >>> 13)) >>> 0) / 4_294_967_296
  }
  const stratum = Int32Array.from({ length: n }, (_, i) => Math.floor((i * AREAS) / n))
  const weights = Float64Array.from(stratum, (area) => (20 + (area % 17)) * (1 + 0.13 * Math.floor(random() * 10)))
  const levels = (id: string) => (id === 'score' ? 41 : id.startsWith('Y') ? 2 : id.startsWith('M') ? 10 : 5)
  const columns = COUNTED.map((id) => codeColumn(Float64Array.from({ length: n }, () => (random() < 0.04 ? NaN : Math.floor(random() * levels(id)) / (id === 'score' ? 4 : 1)))))
  return { design: surveyDesign({ weights, stratum, strata: AREAS }), columns }
}

function apart(got: number, reference: number): number {
  return Math.abs(got - reference) / (reference === 0 ? 1 : Math.abs(reference))
}

function numbered(letter: string, last: number): string[] {
  return Array.from({ length: last }, (_, k) => letter + String(k + 1).padStart(2, '0'))
}
