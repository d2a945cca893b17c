// The statistician's walk: the exported data and the script make every published figure again in R, and a changed figure is named.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildEdition } from '../../src/analysis/build-edition.ts'
import { DEFAULT_RECIPE } from '../../src/analysis/edition.ts'
import type { Edition, MeasuredWave } from '../../src/analysis/edition.ts'
import { weigh } from '../../src/analysis/weigh.ts'
import { coreNl } from '../../src/instrument/batteries/core-nl.ts'
import { csvFile } from '../../src/research/csv.ts'
import { dataSet } from '../../src/research/data-set.ts'
import { rScript } from '../../src/research/r-script.ts'
import { aWave, anInput } from '../analysis/example-waves.ts'

const withR = spawnSync('Rscript', ['--version']).status === 0
let folder: string
let edition: Edition
let waves: MeasuredWave[]
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nulmeting-r-'))
  waves = [aWave({ seed: 1, id: 'before' }), aWave({ seed: 2, id: 'after', unsafeHere: (area) => (area < 2 ? 0.15 : 0.3) })]
  edition = buildEdition(anInput({ wave: waves[1]!, baseline: waves[0]! }))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function written(change: (files: ReturnType<typeof rScript>) => void = () => {}): { status: number | null; said: string } {
  for (const wave of waves) writeFileSync(join(folder, `${wave.id}.csv`), csvFile(dataSet(wave, weigh(wave, DEFAULT_RECIPE).design.weights, coreNl, { withArea: true }), { decimal: '.' }))
  const files = rScript(edition, waves.map((wave) => ({ wave, file: `${wave.id}.csv` })))
  change(files)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const run = spawnSync('Rscript', ['reproduce.R'], { cwd: folder, encoding: 'utf8' })
  return { status: run.status, said: run.stdout + run.stderr }
}

describe('the R script of an edition', () => {
  it('names every shown figure once and no hidden one', () => {
    const { 'figures.csv': figures, 'differences.csv': differences } = rScript(edition, waves.map((wave) => ({ wave, file: `${wave.id}.csv` })))
    expect(figures.trim().split('\r\n')).toHaveLength(1 + edition.rows.filter(({ cell }) => !('hidden' in cell)).length)
    expect(differences.trim().split('\r\n')).toHaveLength(1 + edition.comparisons.filter(({ difference }) => difference !== null).length)
    expect(figures).not.toMatch(/(?:^|,)w12(?:,|$)/m)
  })

  it.runIf(withR)('makes every published figure and difference again, and names the one that was changed', () => {
    const whole = written()
    expect(whole.said).toMatch(/^(\d+) of \1 figures and differences agree\.\n$/)
    expect(whole.status).toBe(0)
    const one = written((files) => { files['figures.csv'] = files['figures.csv'].replace(/(after,liveMark mean,1,all,)([\d.]+)/, (_, before, value) => `${before}${Number(value) + 0.1}`) })
    expect(one.said).toContain('after liveMark mean all')
    expect(one.status).toBe(1)
  }, 120_000)
})
