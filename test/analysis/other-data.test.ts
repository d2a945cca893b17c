// Protects the claim that the engine holds on any data of this layout: other numbers of areas, areas of one or two people, unknown
// sexes, answers that are missing, against a slow plain reference; and no NaN in any file, suppressed or not.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { analyseFiles } from '../../src/results/analyse-files.ts'
import { seeded } from '../soak/simulated-wave.ts'
import { KEPT, readRows } from '../support/oracle.ts'
import type { CsvRow } from '../support/oracle.ts'
import { adjustPlainly, madeSurvey, meanPlainly, pPlainly, weighPlainly } from '../support/plain-survey.ts'
import type { Made, PlainMean, PlainRow, PlainWave } from '../support/plain-survey.ts'

const INSTRUMENT = join(KEPT, 'instrument.json')
const folder = mkdtempSync(join(tmpdir(), 'other-data-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const numbered = (letter: string, last: number) => Array.from({ length: last }, (_, k) => letter + String(k + 1).padStart(2, '0'))
const COLUMNS = [...numbered('L', 12), ...numbered('Y', 9), ...numbered('M', 4), ...numbered('S', 5)]

const SETS: Record<string, Made> = {
  'three areas': { areas: 3, perArea: () => 60, unknownSex: 0.05, emptyAnswers: 0.04 },
  'areas of one and two people': { areas: 14, perArea: (area) => (area <= 2 ? area : area === 5 ? 1 : 45), unknownSex: 0, emptyAnswers: 0.1 },
  'many areas, unknown sexes and an item that odd areas skip': { areas: 60, perArea: (_, random) => 3 + Math.floor(40 * random()), unknownSex: 0.3, emptyAnswers: 0.02, emptyItem: 'Y03' },
  'answers that are mostly missing': { areas: 9, perArea: () => 25, unknownSex: 0.1, emptyAnswers: 0.85 },
}

async function run(dir: string, out: string, ...flags: string[]): Promise<void> {
  const lines: string[] = []
  const code = await analyseFiles([dir, '--instrument', INSTRUMENT, '--out', out, ...flags], { print: (line) => lines.push(line), progress: () => {} })
  expect(code, lines.join('\n')).toBe(0)
  for (const file of readdirSync(out)) expect(readFileSync(join(out, file), 'utf8'), file).not.toMatch(/NaN|Infinity|undefined|null/)
}

/** Value of an item as the instrument reads it. */
function valueOf(item: string): (row: PlainRow) => number {
  const missing = (text: string, dontKnow: string) => text === '' || text === dontKnow
  return ({ answers }) => {
    if (item === 'score') {
      const valid = numbered('S', 5).flatMap((id) => (missing(answers[id]!, '9') ? [] : [id === 'S03' ? 6 - Number(answers[id]) : Number(answers[id])]))
      return valid.length >= 3 ? ((valid.reduce((a, b) => a + b, 0) / valid.length - 1) / 4) * 10 : NaN
    }
    const text = answers[item.replace(/^T/, 'L')]!
    if (missing(text, item.startsWith('M') ? '99' : '9')) return NaN
    return item.startsWith('T') ? (Number(text) >= 4 ? 1 : 0) : Number(text)
  }
}

function plainWave(dir: string, wave: string): PlainWave {
  const of = (file: string) => readRows(join(dir, file)).filter((row) => row.wave === wave)
  const made: PlainWave = {
    rows: of(`wave${wave}.csv`).map((row) => ({ person: row.person!, area: row.area!, age: row.age!, sex: row.sex!, answers: row as Record<string, string>, weight: 0 })),
    population: new Map(of('areas.csv').map((row) => [row.area!, Number(row.N)])),
    totals: of('margins.csv').map((row) => ({ area: row.area!, age: row.age!, sex: row.sex!, pop: Number(row.pop) })),
  }
  weighPlainly(made)
  return made
}

function near(found: string | undefined, expected: number | null, what: string, tolerance = 1e-9): void {
  if (expected === null) return expect(found, what).toBe('')
  expect(found, what).not.toBe('')
  const gap = Math.abs(Number(found) - expected)
  if (!(gap <= tolerance * Math.max(Math.abs(expected), 1e-3))) expect.fail(`${what}: ${found} instead of ${expected}`)
}

describe.each(Object.entries(SETS))('%s', (name, made) => {
  it('gives what a plain reference gives, and writes no NaN', async () => {
    const dir = mkdtempSync(join(folder, 'set-'))
    for (const [file, text] of Object.entries(madeSurvey(made, COLUMNS, seeded(name.length)))) writeFileSync(join(dir, file), text)
    await run(dir, join(dir, 'shown'))
    await run(dir, join(dir, 'shown-fpc'), '--fpc')
    await run(dir, join(dir, 'fpc'), '--unsuppressed', '--fpc')
    await run(dir, join(dir, 'plain'), '--unsuppressed')
    const waves = ['0', '1'].map((wave) => plainWave(dir, wave))
    const weights = new Map(waves.flatMap(({ rows }) => rows.map(({ person, weight }) => [person, weight])))
    for (const row of readRows(join(dir, 'plain', 'weights.csv'))) near(row.w_rake, weights.get(row.person!)!, `weight of ${row.person}`)
    const known = new Map<string, PlainMean | null>()
    for (const fpc of [true, false]) {
      const rows = readRows(join(dir, fpc ? 'fpc' : 'plain', 'estimates.csv'))
      expect(rows.length).toBe(2 * 38 * (made.areas + 1))
      for (const row of rows) {
        const where = `${row.design} wave ${row.wave} ${row.item} ${row.domain}`
        const expected = meanPlainly(waves[Number(row.wave)]!, valueOf(row.item!), row.domain === 'all' ? null : row.domain!, fpc)
        if (!fpc) known.set(`${row.wave} ${row.item} ${row.domain}`, expected)
        near(row.n_valid, expected && expected.n, `${where} n`)
        near(row.estimate, expected && expected.estimate, `${where} estimate`)
        near(row.se, expected && expected.se, `${where} se`)
        near(row.df, expected && expected.df, `${where} df`)
        near(row.deff, expected && expected.deff, `${where} deff`)
      }
    }
    comparisonsHold(readRows(join(dir, 'plain', 'comparisons.csv')), known)
  }, 300_000)
})

function comparisonsHold(rows: readonly CsvRow[], known: ReadonlyMap<string, PlainMean | null>): void {
  const tested: { row: CsvRow; r: number | null; edition: number | null }[] = rows.map((row) => {
    const [before, after] = ['0', '1'].map((wave) => known.get(`${wave} ${row.item} ${row.domain}`) ?? null)
    if (!before || !after) return { row, r: null, edition: null }
    const where = `change of ${row.item} in ${row.domain}`
    near(row.diff, after.estimate - before.estimate, where)
    near(row.se_two, Math.sqrt(before.se ** 2 + after.se ** 2), where)
    return { row, r: pPlainly(before, after, 'r'), edition: pPlainly(before, after, 'edition') }
  })
  for (const { row, r } of tested) near(row.p, r, `p of ${row.item} in ${row.domain}`, 1e-8)
  const bh = tested.filter(({ edition }) => edition !== null)
  adjustPlainly(bh.map(({ edition }) => edition!)).bh.forEach((p, k) => near(bh[k]!.row.p_bh_edition, p, `p_bh_edition of ${bh[k]!.row.item} in ${bh[k]!.row.domain}`, 1e-8))
  const primary = bh.filter(({ row }) => row.p_holm_edition !== '')
  expect(primary.length).toBeGreaterThan(0)
  adjustPlainly(primary.map(({ edition }) => edition!)).holm.forEach((p, k) => near(primary[k]!.row.p_holm_edition, p, `p_holm_edition of ${primary[k]!.row.item}`, 1e-8))
  expect(tested.filter(({ row, edition }) => edition === null && row.p_bh_edition !== '')).toEqual([])
}
