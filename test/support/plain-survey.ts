// The engine's answers once more, slowly and plainly: rows of objects, two passes, formulas as the vectors' notes give them, nothing of
// src/stats but the t distribution. Separate because it must not share a line with what it checks. And made surveys of that layout.
import { tTwoSided } from '../../src/stats/distributions.ts'

export interface PlainRow { person: string; area: string; age: string; sex: string; answers: Record<string, string>; weight: number }
export interface PlainWave { rows: PlainRow[]; population: Map<string, number>; totals: { area: string; age: string; sex: string; pop: number }[] }
export interface PlainMean { n: number; sumW: number; estimate: number; se: number; df: number; dfAnswered: number; dfShare: number; deff: number | null }

/** N/n per area, then area, age, sex in turn until nothing moves; who is unknown in a margin keeps the weight there. */
export function weighPlainly({ rows, population, totals }: PlainWave): void {
  const size = new Map<string, number>()
  for (const { area } of rows) size.set(area, (size.get(area) ?? 0) + 1)
  for (const row of rows) row.weight = population.get(row.area)! / size.get(row.area)!
  const everybody = totals.reduce((sum, { pop }) => sum + pop, 0)
  for (let round = 0; round < 10_000; round++) {
    let moved = 0
    for (const margin of ['area', 'age', 'sex'] as const) {
      const [target, found] = [new Map<string, number>(), new Map<string, number>()]
      let unknown = 0
      for (const total of totals) target.set(total[margin], (target.get(total[margin]) ?? 0) + total.pop)
      for (const row of rows) {
        if (row[margin] === '') unknown += row.weight
        else found.set(row[margin], (found.get(row[margin]) ?? 0) + row.weight)
      }
      for (const row of rows) {
        if (row[margin] === '') continue
        const factor = (target.get(row[margin])! * (1 - unknown / everybody)) / found.get(row[margin])!
        moved = Math.max(moved, Math.abs(factor - 1))
        row.weight *= factor
      }
    }
    if (moved < 1e-15) return
  }
}

/** Mean of a domain (an area, or null for all); value gives NaN for a missing answer. Null when nobody answered. */
export function meanPlainly({ rows, population }: PlainWave, value: (row: PlainRow) => number, domain: string | null, fpc: boolean): PlainMean | null {
  const inside = rows.filter(({ area }) => domain === null || area === domain)
  const valid = inside.filter((row) => !Number.isNaN(value(row)))
  if (valid.length === 0) return null
  const sumW = valid.reduce((sum, { weight }) => sum + weight, 0)
  const estimate = valid.reduce((sum, row) => sum + row.weight * value(row), 0) / sumW
  const equal = valid.every((row) => value(row) === value(valid[0]!))
  const belongs = new Set(valid)
  let variance = 0
  for (const area of new Set(inside.map((row) => row.area))) {
    const members = rows.filter((row) => row.area === area)
    const scores = members.map((row) => (belongs.has(row) ? (row.weight * (value(row) - estimate)) / sumW : 0))
    const [n, mean] = [members.length, scores.reduce((a, b) => a + b, 0) / members.length]
    const correction = fpc ? 1 - n / population.get(area)! : 1
    variance += correction * (n > 1 ? (n / (n - 1)) * scores.reduce((sum, u) => sum + (u - mean) ** 2, 0) : scores[0]! ** 2)
  }
  if (equal) variance = 0
  const areasOf = (list: readonly PlainRow[]): number => new Set(list.map(({ area }) => area)).size
  const s2 = ((valid.length / (valid.length - 1)) * valid.reduce((sum, row) => sum + row.weight * (value(row) - estimate) ** 2, 0)) / sumW
  const powers = (power: number): number => inside.reduce((sum, { weight }) => sum + weight ** power, 0)
  return {
    n: valid.length, sumW, estimate: equal ? value(valid[0]!) : estimate, se: Math.sqrt(variance),
    df: inside.length - areasOf(inside), dfAnswered: valid.length - areasOf(valid), dfShare: powers(2) ** 2 / (inside.length * powers(4)),
    deff: equal || valid.length < 2 || sumW <= valid.length ? null : variance / ((s2 * (sumW - valid.length)) / (sumW * valid.length)),
  }
}

/** p of a change: R's df, or Welch's on what unequal weights leave. Null where nothing can be tested. */
export function pPlainly(before: PlainMean, after: PlainMean, kind: 'r' | 'edition'): number | null {
  const [a, b] = [before.se ** 2, after.se ** 2]
  const [dfA, dfB] = [before.dfAnswered * before.dfShare, after.dfAnswered * after.dfShare]
  if (a + b === 0) return null
  if (kind === 'edition' && Math.min(dfA, dfB) < 1) return null
  const df = kind === 'r' ? before.dfAnswered + after.dfAnswered - 1 : (a + b) ** 2 / ((a === 0 ? 0 : a ** 2 / dfA) + (b === 0 ? 0 : b ** 2 / dfB))
  return df < 1 ? null : tTwoSided((after.estimate - before.estimate) / Math.sqrt(a + b), df)
}

/** Holm and Benjamini-Hochberg by their definitions, one p at a time. */
export function adjustPlainly(p: readonly number[]): { holm: number[]; bh: number[] } {
  const order = p.map((_, i) => i).sort((i, j) => p[i]! - p[j]!)
  const rank = new Map(order.map((i, k) => [i, k]))
  const m = p.length
  return {
    holm: p.map((_, i) => Math.min(1, Math.max(...order.slice(0, rank.get(i)! + 1).map((j, k) => (m - k) * p[j]!)))),
    bh: p.map((_, i) => Math.min(1, Math.min(...order.slice(rank.get(i)!).map((j, k) => (m / (rank.get(i)! + k + 1)) * p[j]!)))),
  }
}

export interface Made { areas: number; perArea: (area: number, random: () => number) => number; unknownSex: number; emptyAnswers: number; emptyItem?: string }

/** A survey of the vectors' layout as files: two waves, unknown sexes, empty answers, an item nobody answered in odd areas. */
export function madeSurvey({ areas, perArea, unknownSex, emptyAnswers, emptyItem }: Made, columns: readonly string[], random: () => number): Record<string, string> {
  const [areaLines, marginLines] = [['wave,area,group,dep,N,n_gross,n_resp'], ['wave,area,age,sex,pop']]
  const files: Record<string, string> = {}
  for (const wave of [0, 1]) {
    const rows = [`person,wave,area,age,sex,panel,${columns.join(',')}`]
    for (let area = 1; area <= areas; area++) {
      const n = perArea(area, random)
      let people = 0
      for (let age = 1; age <= 5; age++) for (const sex of [1, 2]) {
        const pop = 30 + n + Math.floor(400 * random())
        people += pop
        marginLines.push(`${wave},${area},${age},${sex},${pop}`)
      }
      const group = area % 3 === 1 ? 'focus' : area % 3 === 2 ? 'comparison' : 'other'
      areaLines.push(`${wave},${area},${group},0.5,${people},${3 * n},${n}`)
      for (let i = 0; i < n; i++) {
        const [age, sex] = [1 + ((i + area + Math.floor(2 * random())) % 5), random() < unknownSex ? '' : 1 + ((i + wave) % 2)]
        const answers = columns.map((column) => {
          if (random() < emptyAnswers || (column === emptyItem && area % 2 === 1)) return ''
          if (random() < 0.03) return column.startsWith('M') ? 99 : 9
          return column.startsWith('Y') ? (random() < 0.3 ? 1 : 0) : 1 + Math.floor((column.startsWith('M') ? 10 : 5) * random())
        })
        rows.push(`${1_000_000 * (wave + 1) + 1000 * area + i},${wave},${area},${age},${sex},0,${answers.join(',')}`)
      }
    }
    files[`wave${wave}.csv`] = `${rows.join('\n')}\n`
  }
  return { ...files, 'areas.csv': `${areaLines.join('\n')}\n`, 'margins.csv': `${marginLines.join('\n')}\n` }
}
