// Protects: `analyse` gives R survey's answers on files alone, gives nothing away unless asked, and names every fault of
// a bad file before it writes anything. Oracle: R survey 4.5 (svymean, svyttest, svyglm, svyciprop, rake, p.adjust).
import { mkdtempSync, cpSync, readFileSync, readdirSync, writeFileSync, rmSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyseFiles } from '../../src/results/analyse-files.ts'
import { KEPT, fullSets, readRows } from '../support/oracle.ts'
import type { CsvRow } from '../support/oracle.ts'

const INSTRUMENT = join(KEPT, 'instrument.json')
const folder = mkdtempSync(join(tmpdir(), 'analyse-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...args: string[]): Promise<{ code: number; lines: string[]; steps: string[] }> {
  const [lines, steps]: [string[], string[]] = [[], []]
  const code = await analyseFiles(args, { print: (line) => lines.push(line), progress: (_, __, what) => steps.push(what) })
  return { code, lines, steps }
}

function far(found: string | undefined, expected: string, tolerance: number): boolean {
  if (found === undefined || found === '') return true
  const [a, b] = [Number(found), Number(expected)]
  return Math.abs(a - b) > (Math.abs(b) < 1e-9 ? tolerance : tolerance * Math.abs(b))
}

/** Columns with their tolerance, checked row by row where R has a value; gives how many values were compared. */
function compare(out: string, file: string, expected: readonly CsvRow[], keys: readonly string[], columns: Readonly<Record<string, number>>, skip: (row: CsvRow) => boolean = () => false): number {
  const keyOf = (row: CsvRow): string => keys.map((key) => row[key]).join('|')
  const found = new Map(readRows(join(out, file)).map((row) => [keyOf(row), row]))
  let compared = 0
  const wrong: string[] = []
  for (const row of expected) {
    if (skip(row)) continue
    for (const [column, tolerance] of Object.entries(columns)) {
      if (row[column] === '' || row[column] === undefined) continue
      compared += 1
      const ours = found.get(keyOf(row))?.[column]
      if (far(ours, row[column], tolerance)) wrong.push(`${file} ${keyOf(row)} ${column}: ${ours} instead of ${row[column]}`)
    }
  }
  expect(wrong.slice(0, 5)).toEqual([])
  return compared
}

describe.each(fullSets())('analyse on the $name set', ({ name, folder: set }) => {
  const fpc = join(folder, `${name}-fpc`)
  const plain = join(folder, `${name}-plain`)
  beforeAll(async () => {
    expect((await run(set, '--instrument', INSTRUMENT, '--out', fpc, '--unsuppressed', '--fpc')).code).toBe(0)
    expect((await run(set, '--instrument', INSTRUMENT, '--out', plain, '--unsuppressed')).code).toBe(0)
  }, 600_000)
  const noError = (row: CsvRow): boolean => Number(row.se ?? 1) === 0

  it('estimates as R does, with and without fpc', () => {
    const means = readRows(join(set, 'expected', 'means.csv'))
    const columns = { n_valid: 0, sum_w: 1e-10, estimate: 1e-10, se: 1e-10, df: 0, ci_low: 1e-9, ci_high: 1e-9, deff: 1e-10 }
    const keys = ['design', 'wave', 'item', 'domain']
    expect(compare(fpc, 'estimates.csv', means.filter(({ design }) => design === 'fix_fpc'), keys, columns, noError)).toBeGreaterThan(10_000)
    expect(compare(plain, 'estimates.csv', means.filter(({ design }) => design === 'fix_nofpc'), keys, columns, noError)).toBeGreaterThan(10_000)
  })
  it('compares waves as R does, Holm and BH per item', () => {
    const differences = readRows(join(set, 'expected', 'differences.csv'))
    const columns = { est0: 1e-10, se0: 1e-10, est1: 1e-10, se1: 1e-10, diff: 1e-10, se_two: 1e-10, t: 1e-9, df: 0, p: 1e-8, ci_low: 1e-9, ci_high: 1e-9, p_holm: 1e-8, p_bh: 1e-8 }
    const overlap = { se_overlap: 1e-10, df_overlap: 0, p_overlap: 1e-8 }
    expect(compare(fpc, 'comparisons.csv', differences, ['wave', 'item', 'domain'], overlap, ({ se_overlap }) => Number(se_overlap) < 1e-12)).toBeGreaterThan(1_000)
    expect(compare(fpc, 'comparisons.csv', differences, ['wave', 'item', 'domain'], columns, ({ se_two }) => Number(se_two) === 0)).toBeGreaterThan(10_000)
  })
  it('gives R\'s difference in differences, limits, weights and alpha', () => {
    const did = readRows(join(set, 'expected', 'did.csv'))
    const line = { estimate: 1e-10, se: 1e-10, t: 1e-9, p: 1e-8, ci_low: 1e-9, ci_high: 1e-9 }
    const fitted = { estimate: 1e-8, se: 1e-8, t: 1e-8, p: 1e-8, ci_low: 1e-8, ci_high: 1e-8 }
    const keys = ['wave', 'item', 'design', 'family', 'term']
    expect(compare(fpc, 'did.csv', did.filter(({ family }) => family === 'gaussian'), keys, line)).toBeGreaterThan(500)
    expect(compare(fpc, 'did.csv', did.filter(({ family }) => family !== 'gaussian'), keys, fitted)).toBeGreaterThan(300)
    const limits = Object.fromEntries(['xlogit', 'asin', 'beta', 'wilson'].flatMap((method) => [[`${method}_low`, 1e-9], [`${method}_high`, 1e-9]]))
    compare(fpc, 'ciprop.csv', readRows(join(set, 'expected', 'ciprop.csv')), ['wave', 'item', 'domain'], { n_row: 0, df: 0, p: 1e-10, ...limits }, ({ p }) => Number(p) <= 0 || Number(p) >= 1)
    const weights = { w_design: 1e-10, w_rake: 1e-10, w_rake_agesex: 1e-10, w_cal_linear: 1e-10, w_cal_raking: 1e-9, w_cal_logit: 1e-9, w_trim: 1e-10, w_trim_strict: 1e-10, w_post_agesex: 1e-10 }
    compare(fpc, 'weights.csv', readRows(join(set, 'expected', 'weights.csv')), ['person', 'wave'], weights)
    compare(fpc, 'alpha.csv', readRows(join(set, 'expected', 'alpha.csv')), ['wave'], { n_complete: 0, alpha_complete: 1e-10, alpha_pairwise: 1e-10, alpha_weighted: 1e-10, alpha_svycralpha: 1e-10 })
  })
  it('judges primary outcomes in focus areas as one family of the edition', () => {
    const focus = new Set(readRows(join(set, 'areas.csv')).filter(({ group }) => group === 'focus').map(({ area }) => area))
    const rows = readRows(join(plain, 'comparisons.csv'))
    const judged = rows.filter(({ p_holm_edition }) => p_holm_edition !== '')
    expect(judged.length).toBeGreaterThan(0)
    for (const row of judged) expect([focus.has(row.domain!), ['Y01', 'T01', 'score'].includes(row.item!)]).toEqual([true, true])
    expect(rows.every(({ p, p_bh_edition }) => (p === '') === (p_bh_edition === ''))).toBe(true)
  })
})

describe('analyse without --unsuppressed', () => {
  const out = join(folder, 'shown')
  let exact: Map<string, CsvRow>
  beforeAll(async () => {
    const { code, steps } = await run(join(KEPT, 'small'), '--instrument', INSTRUMENT, '--out', out)
    expect(code).toBe(0)
    expect(steps).toContain('comparisons')
    exact = new Map(readRows(join(KEPT, 'small', 'expected', 'means.csv')).filter(({ design }) => design === 'fix_nofpc').map((row) => [`${row.wave} ${row.item} ${row.domain}`, row]))
  }, 600_000)

  it('writes no weight, no standard error, no p and nothing but rounded figures', () => {
    expect(readRows(join(out, 'weights.csv'))).toEqual([])
    for (const row of readRows(join(out, 'estimates.csv'))) {
      expect([row.se, row.df, row.sum_w, row.deff]).toEqual(['', '', '', ''])
      if (row.n_valid !== '') expect(Number(row.n_valid) % 5).toBe(0)
      expect(row.estimate).toMatch(/^(\d+(\.\d{1,2})?)?$/)
    }
    for (const row of readRows(join(out, 'comparisons.csv'))) expect([row.se_two, row.t, row.p, row.p_holm, row.p_bh_edition]).toEqual(['', '', '', '', ''])
  })
  it('hides a base under 10 and a category of one or two people', () => {
    const rows = readRows(join(out, 'estimates.csv'))
    let hidden = 0
    for (const row of rows) {
      if (Number(exact.get(`${row.wave} ${row.item} ${row.domain}`)!.n_valid) >= 10) continue
      hidden += 1
      expect([row.n_valid, row.estimate, row.ci_low]).toEqual(['', '', ''])
    }
    expect(hidden).toBeGreaterThan(0)
    expect(rows.filter(({ ci_low }) => ci_low !== '').length).toBeGreaterThan(rows.length / 4)
  })
})

describe('analyse on bad files', () => {
  /** A copy of the small set with one file changed. */
  function broken(change: (dir: string) => void): string {
    const dir = mkdtempSync(join(folder, 'bad-'))
    for (const name of ['areas.csv', 'margins.csv', 'wave0.csv', 'wave1.csv']) cpSync(join(KEPT, 'small', name), join(dir, name))
    cpSync(INSTRUMENT, join(dir, 'instrument.json'))
    change(dir)
    return dir
  }
  const edit = (name: string, change: (lines: string[]) => void) => (dir: string): void => {
    const lines = readFileSync(join(dir, name), 'utf8').split('\n')
    change(lines)
    writeFileSync(join(dir, name), lines.join('\n'))
  }

  it.each<[string, (dir: string) => void, RegExp[]]>([
    ['an answer that is none', edit('wave1.csv', (lines) => { lines[2] = lines[2]!.replace(/^(([^,]*,){6})[^,]*/, '$17') }), [/^wave1\.csv:3: L01: "7" is no answer of L01$/, /^wave1\.csv:3: L01: "7" is no answer of T01$/]],
    ['a 2 where no is written as 0', edit('wave1.csv', (lines) => { const cells = lines[7]!.split(','); cells[lines[0]!.split(',').indexOf('Y03')] = '2'; lines[7] = cells.join() }), [/^wave1\.csv:8: Y03: "2" is no answer of Y03$/]],
    ['a person twice', edit('wave0.csv', (lines) => { lines.push(lines[1]!) }), [/^wave0\.csv:\d+: person: person 10000037 is there twice$/]],
    ['an area without totals', edit('areas.csv', (lines) => { lines.splice(1, 1) }), [/^margins\.csv|^wave0\.csv:2: area: there is no area 1 in wave 0 of areas\.csv$/]],
    ['a number that is none', edit('margins.csv', (lines) => { lines[4] = lines[4]!.replace(/[^,]*$/, 'veel') }), [/^margins\.csv:5: pop: "veel" should be a number/]],
    ['a margin that adds up to something else', edit('margins.csv', (lines) => { lines[7] = lines[7]!.replace(/[^,]*$/, (pop) => String(Number(pop) + 100)) }), [/^margins\.csv:\d+: pop: area \d+ adds up to \d+ in wave 0, and areas\.csv says \d+$/]],
    ['an area of the data that the totals lack', edit('margins.csv', (lines) => { const kept = lines.filter((line) => !/^0,7,/.test(line)); lines.splice(0, lines.length, ...kept) }), [/^areas\.csv:8: area: area 7 of wave 0 has no totals in margins\.csv$/]],
    ['a row of another wave', edit('wave0.csv', (lines) => { lines[30] = lines[30]!.replace(/^(\d+),0,/, '$1,1,') }), [/^wave0\.csv:31: wave: this is a row of wave 1$/]],
    ['a broken line, and names the right line after it', edit('wave0.csv', (lines) => { lines[4] = lines[4]!.split(',').slice(0, 10).join(); lines[20] = lines[20]!.replace(/^(([^,]*,){6})[^,]*/, '$1abc') }), [/^wave0\.csv:5: this line has 10 cells; the header has 36$/, /^wave0\.csv:21: L01: "abc" is no answer of L01$/]],
    ['everything at once', (dir) => {
      edit('wave0.csv', (lines) => { lines[9] = lines[9]!.replace(/^(\d+,0),\d+,/, '$1,77,'); lines.push(lines[1]!) })(dir)
      edit('wave1.csv', (lines) => { lines[0] = lines[0]!.replace('M02', 'M2') })(dir)
      edit('areas.csv', (lines) => { lines[2] = lines[2]!.replace(/^((?:[^,]*,){4})[^,]*/, '$1-4') })(dir)
    }, [/^wave0\.csv:10: area: there is no area 77 in wave 0/, /^wave0\.csv:\d+: person: .* twice$/, /^wave1\.csv:1: M02: this column is missing$/, /^areas\.csv:3: N: "-4" should be a number of zero or more$/]],
    ['a missing column', edit('wave0.csv', (lines) => { lines[0] = lines[0]!.replace('Y05', 'Y5') }), [/^wave0\.csv:1: Y05: this column is missing$/]],
    ['an age without totals', edit('wave0.csv', (lines) => { lines[1] = lines[1]!.replace(/^(\d+,0,1,)1/, '$19') }), [/^wave0\.csv:2: age: 9 has no total in margins\.csv$/]],
    ['an instrument that is no JSON', (dir) => writeFileSync(join(dir, 'instrument.json'), '{ "instrument": '), [/^instrument\.json:\d+: .*valid JSON/]],
    ['no margins', (dir) => rmSync(join(dir, 'margins.csv')), [/^margins\.csv:1: this file is missing/]],
  ])('refuses %s, naming file, line and column, and writes nothing', async (_, change, expected) => {
    const dir = broken(change)
    const out = join(dir, 'out')
    const { code, lines } = await run(dir, '--out', out)
    expect(code).toBe(1)
    for (const pattern of expected) expect(lines.some((line) => pattern.test(line)), lines.slice(0, 5).join('\n')).toBe(true)
    expect(lines.at(-1)).toMatch(/nothing was written$/)
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([])
  })
  it('refuses a class that nobody answered for, naming it', async () => {
    const dir = broken(edit('wave0.csv', (lines) => { const kept = lines.filter((line) => !/^\d+,0,7,/.test(line)); lines.splice(0, lines.length, ...kept) }))
    const { code, lines } = await run(dir, '--out', join(dir, 'out'))
    expect(code).toBe(1)
    expect(lines.join('\n')).toMatch(/class 7 of margin area/)
  })
  it('compares nothing where there is a wave without a baseline', async () => {
    const dir = broken((made) => rmSync(join(made, 'wave1.csv')))
    expect((await run(dir, '--out', join(dir, 'out'), '--unsuppressed')).code).toBe(0)
    expect([readRows(join(dir, 'out', 'comparisons.csv')), readRows(join(dir, 'out', 'did.csv'))]).toEqual([[], []])
    expect(readRows(join(dir, 'out', 'estimates.csv')).length).toBe(38 * 41)
  })
  it('refuses wrong use with the way to use it', async () => {
    expect(await run('somewhere')).toMatchObject({ code: 2 })
    expect((await run('a', 'b', '--out', 'c')).lines[0]).toMatch(/analyse DIR --out OUT/)
  })
})
