// What researchers take home says what was counted: PSPP reads the SPSS file and the syntax back, value for value; spreadsheets get no formula.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codebookFile, csvFile, csvText } from '../../src/research/csv.ts'
import { dataSet } from '../../src/research/data-set.ts'
import type { DataSet } from '../../src/research/data-set.ts'
import { savFile } from '../../src/research/sav.ts'
import { spsFile } from '../../src/research/sps.ts'
import { coreNl } from '../../src/instrument/batteries/core-nl.ts'
import { weigh } from '../../src/analysis/weigh.ts'
import { DEFAULT_RECIPE } from '../../src/analysis/edition.ts'
import { AREAS, aWave } from '../analysis/example-waves.ts'

const hostile = '=HYPERLINK("http://x")'
const long = 'Buurt met een héél lange naam 🏘 '.repeat(12)
let folder: string
let set: DataSet
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nulmeting-research-'))
  const wave = aWave({ seed: 1 })
  const { design: { weights } } = weigh(wave, DEFAULT_RECIPE)
  set = dataSet(wave, weights, coreNl, { withArea: true, areaNames: Object.fromEntries(AREAS.map(({ id }, i) => [id, i === 0 ? long : i === 1 ? hostile : `Wijk ${id}`])) })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs PSPP syntax in the folder and answers what it wrote as CSV. */
function pspp(syntax: string, out: string): string[][] {
  writeFileSync(join(folder, 'run.sps'), syntax)
  const run = spawnSync('pspp', ['-O', 'format=txt', '-o', 'log.txt', 'run.sps'], { cwd: folder, encoding: 'utf8' })
  const log = existsSync(join(folder, 'log.txt')) ? readFileSync(join(folder, 'log.txt'), 'utf8') : ''
  expect(`${run.stderr}${log}`.match(/error|warning/i)?.input ?? '').toBe('')
  return Papa.parse<string[]>(readFileSync(join(folder, out), 'utf8').replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data
}

const save = (file: string) => `SAVE TRANSLATE /OUTFILE='${file}' /TYPE=CSV /REPLACE /FIELDNAMES /CELLS=VALUES /MISSING=RECODE.`

/** Every value as PSPP prints it: user-missing recoded to nothing. */
function expectSame(rows: readonly string[][]): void {
  const [names, ...body] = rows
  expect(names).toEqual(set.variables.map(({ name }) => name))
  expect(body).toHaveLength(set.n)
  for (const [index, { name, values, missing }] of set.variables.entries()) {
    const printed = body.map((row) => row[index]!.trim())
    const expected = Array.from(values as ArrayLike<string | number>, (value) => (typeof value === 'string' ? value.trim() : missing && value >= 96 && value <= 99 || Number.isNaN(value) ? '' : value))
    const wrong = printed.flatMap((text, row) => (typeof expected[row] === 'number' ? Math.abs(Number(text) - expected[row]) > 1e-3 : text !== expected[row]) ? [`${name} ${row}: ${text} for ${expected[row]}`] : [])
    expect(wrong.slice(0, 3)).toEqual([])
  }
}

describe('the SPSS file', () => {
  it('has the header, the weight and the four missing codes where SPSS looks for them', () => {
    const file = savFile(set, new Date('2026-11-25T00:00:00Z'))
    const view = new DataView(file.buffer)
    expect(new TextDecoder().decode(file.subarray(0, 4))).toBe('$FL2')
    expect([view.getInt32(64, true), view.getInt32(72, true), view.getInt32(76, true), view.getInt32(80, true)]).toEqual([2, 0, 1, set.n])
  })

  it.runIf(existsSync('/usr/bin/pspp'))('is read back by PSPP, value for value, long and hostile names too', () => {
    writeFileSync(join(folder, 'wave.sav'), savFile(set, new Date('2026-11-25T00:00:00Z')))
    expectSame(pspp(`GET FILE='wave.sav'.\nWEIGHT OFF.\n${save('back.csv')}`, 'back.csv'))
    const dictionary = spawnSync('pspp', ['-O', 'format=csv', '-o', 'dictionary.csv', '-e', 'dictionary.log', '-'], { cwd: folder, encoding: 'utf8', input: `GET FILE='wave.sav'.\nDISPLAY DICTIONARY.\nSHOW WEIGHT.\n` })
    expect(dictionary.status).toBe(0)
    const text = readFileSync(join(folder, 'dictionary.csv'), 'utf8')
    for (const item of ['unsafeHere', 'told.1']) expect(text).toContain(item)
    expect(text).toContain(coreNl.items.unsafeHere!.options['4']!)
    expect(text).toMatch(/96 THRU 99/)
    expect(text).toContain('weight')
  })
})

describe('the CSV', () => {
  it('holds every value, and no cell that a spreadsheet would run (attack 26)', () => {
    const parsed = Papa.parse<string[]>(csvFile(set, { decimal: '.' }).replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data
    expect(parsed).toHaveLength(set.n + 1)
    const column = parsed[0]!.indexOf('areaName')
    expect(parsed.slice(1).some((row) => row[column] === `'${hostile}`)).toBe(true)
    expect(parsed.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([])
    expect(csvText([['-5', '-1+2', '@x', '\tx', 'a;b', 'say "x"']], ',')).toBe('\uFEFF-5;\'-1+2;\'@x;\'\tx;"a;b";"say ""x"""\r\n')
  })

  it('has a codebook with a line for every code', () => {
    const lines = Papa.parse<string[]>(codebookFile(set, { decimal: ',' }).replace(/^\uFEFF/, ''), { skipEmptyLines: true, delimiter: ';' }).data
    for (const { name, words } of set.variables) expect(lines.filter(([variable]) => variable === name)).toHaveLength(Math.max(1, Object.keys(words).length))
  })

  it.runIf(existsSync('/usr/bin/pspp'))('is read by PSPP through the syntax that goes with it', () => {
    writeFileSync(join(folder, 'wave.csv'), csvFile(set, { decimal: ',' }))
    // A guarded cell stays guarded: an apostrophe more.
    const rows = pspp(`${spsFile(set, 'wave.csv')}\nWEIGHT OFF.\nSET DECIMAL=DOT.\n${save('syntax.csv')}`, 'syntax.csv')
    expectSame(rows.map((row) => row.map((cell) => (cell.startsWith("'=") ? cell.slice(1) : cell))))
  })
})

describe('without area', () => {
  it('no variable says where somebody lives', () => {
    const wave = aWave({ seed: 1 })
    const { design: { weights } } = weigh(wave, DEFAULT_RECIPE)
    expect(dataSet(wave, weights, coreNl, { withArea: false }).variables.filter(({ name }) => /area|stratum|wijk/i.test(name))).toEqual([])
  })
})
