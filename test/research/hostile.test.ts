// Protects the researcher's own machine: labels, words and names that a person wrote are data in every file, never a formula, an SPSS command or a line of R.
// PSPP and R run what was made.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codebookFile, csvFile } from '../../src/research/csv.ts'
import type { DataSet } from '../../src/research/data-set.ts'
import { rText } from '../../src/research/r-conditions.ts'
import { savFile } from '../../src/research/sav.ts'
import { spsFile } from '../../src/research/sps.ts'
import { FORMULAS, MARKUP, runs } from '../support/hostile-text.ts'

const COMMANDS = [`'.\nHOST COMMAND=['touch hit'].\n* '`, `x'. HOST COMMAND=['touch hit']. '`, `");system("touch hit");("`, `\\");system("touch hit");#`, `*/.\n\nHOST COMMAND=['touch hit'].`, `\u2028HOST COMMAND=['touch hit'].`]
const TEXTS = [...FORMULAS, ...MARKUP, ...COMMANDS]

let folder: string
const set: DataSet = {
  title: COMMANDS[0]!, n: TEXTS.length,
  variables: [
    { name: 'weight', label: COMMANDS[1]!, level: 'scale', words: {}, missing: false, values: new Float64Array(TEXTS.length).fill(1) },
    { name: 'areaName', label: '=1+1', level: 'nominal', words: {}, missing: false, values: TEXTS },
    { name: 'unsafe', label: COMMANDS[4]!, level: 'ordinal', missing: true, words: Object.fromEntries(TEXTS.map((text, index) => [index + 1, text])), values: Int16Array.from(TEXTS, (_, index) => index + 1) },
  ],
}
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'nulmeting-hostile-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const hit = () => existsSync(join(folder, 'hit'))

describe('what researchers take home', () => {
  it.each([',', '.'] as const)('attack 26: has no formula in the data or the codebook (decimal %s)', (decimal) => {
    for (const file of [csvFile(set, { decimal }), codebookFile(set, { decimal })]) {
      const { data } = Papa.parse<string[]>(file.replace(/^\ufeff/, ''), { delimiter: decimal === ',' ? ';' : ',', skipEmptyLines: true })
      for (const row of data) {
        expect(row).toHaveLength(data[0]!.length)
        for (const cell of row) expect(runs(cell), JSON.stringify(cell)).toBe(false)
      }
    }
  })

  it.runIf(existsSync('/usr/bin/pspp'))('attack 25: runs nothing that a label or a word says, from the syntax or the SPSS file', () => {
    writeFileSync(join(folder, 'wave.csv'), csvFile(set, { decimal: ',' }))
    writeFileSync(join(folder, 'wave.sav'), savFile(set, new Date('2026-11-25T00:00:00Z')))
    writeFileSync(join(folder, 'run.sps'), `${spsFile(set, 'wave.csv')}\nDISPLAY DICTIONARY.\n`)
    writeFileSync(join(folder, 'read.sps'), `GET FILE='wave.sav'.\nDISPLAY DICTIONARY.\n`)
    for (const file of ['run.sps', 'read.sps']) {
      const run = spawnSync('pspp', ['-O', 'format=txt', '-o', `${file}.txt`, file], { cwd: folder, encoding: 'utf8' })
      const out = readFileSync(join(folder, `${file}.txt`), 'utf8')
      expect(`${run.stderr}${out}`.match(/^.*\berror\b.*$/im)?.[0] ?? '', file).toBe('')
      expect(out).toContain('touch hit')
    }
    expect(hit()).toBe(false)
  })

  it('attack 25: is one closed text in the syntax and in the script, whatever it holds', () => {
    const lines = spsFile(set, 'wave.csv').split('\n')
    // Outside its quotes no line holds what a person wrote.
    for (const line of lines.slice(1)) expect(line.replaceAll(/'(?:[^']|'')*'/g, ''), line).not.toMatch(/touch|HOST|system|onerror/)
    expect(lines[0]).not.toMatch(/\.$.*\S/s)
    for (const text of TEXTS) expect(rText(text).replaceAll(/\\./g, '').slice(1, -1)).not.toContain('"')
  })

  it.runIf(existsSync('/usr/bin/Rscript'))('attack 25: runs nothing in R', () => {
    writeFileSync(join(folder, 'texts.R'), TEXTS.map((text) => `x <- ${rText(text)}`).join('\n'))
    expect(spawnSync('Rscript', ['texts.R'], { cwd: folder, encoding: 'utf8' }).status).toBe(0)
    expect(hit()).toBe(false)
  })
})
