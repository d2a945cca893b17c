// The national report in R beside this engine's, where Rscript is on the PATH: data.table for every mean and difference, survey for one
// item in ten areas, scaled up. Separate because R is never required; without it one line says so.
import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { atMost, figureLine } from './figure.ts'
import { AREAS, COUNTED, type nationalJob, type NationalWave, READINGS } from './national-job.ts'

/** Runs national.R over the same weights and answers; prints both times, their ratio to ours, and how far the figures are apart. */
export async function besideR(waves: readonly NationalWave[], { means, changes }: ReturnType<typeof nationalJob>, ours: number, print: (line: string) => void): Promise<void> {
  const found = (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'Rscript')))
  if (!found) return print('national: Rscript is not on the PATH, so nothing stands beside it (R with packages survey and data.table)')
  const folder = mkdtempSync(join(tmpdir(), 'national-'))
  try {
    for (const [k, wave] of waves.entries()) await pipeline(lines(wave), createWriteStream(join(folder, `wave${k}.csv`)))
    const said = await rscript([join(process.cwd(), 'test/bench/national.R'), folder])
    const time = (what: string): number => 1000 * Number(new RegExp(`^${what} ([\\d.]+)$`, 'm').exec(said)?.[1])
    for (const [what, label] of [['data.table', 'all means, errors and differences by hand in data.table'], ['survey', `survey, one item in ten areas, times ${((READINGS.length * (AREAS + 1)) / 11).toFixed(0)}`]] as const) {
      print(figureLine({ what: `national: R, ${label}`, measured: `${(time(what) / 1000).toFixed(2)} s`, yardstick: `this engine ${(ours / 1000).toFixed(3)} s`, ratio: time(what) / ours }))
    }
    const worst = furthest(readFileSync(join(folder, 'means.csv'), 'utf8'), means, changes)
    print(figureLine({ what: 'national: furthest from R (means, errors, differences, p)', measured: worst.toExponential(1), target: atMost(1e-8, worst) }))
  } catch (error) {
    print(`national: R could not do it (${error instanceof Error ? error.message : String(error)})`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function* lines({ design, columns }: NationalWave): Generator<string> {
  yield `area,w,${COUNTED.join(',')}\n`
  for (let i = 0; i < design.n; i++) {
    const answers = columns.map(({ codes, values }) => { const value = values[codes[i]!]!; return Number.isNaN(value) ? '' : value })
    yield `${design.stratum[i]! + 1},${design.weights[i]},${answers.join(',')}\n`
  }
}

function rscript(args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('Rscript', args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let [said, complaint] = ['', '']
    child.stdout.on('data', (chunk) => { said += chunk })
    child.stderr.on('data', (chunk) => { complaint += chunk })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(said) : reject(new Error(complaint.trim().split('\n').at(-1) ?? `exit ${code}`))))
  })
}

/** item (1-based reading), domain (0: all), est0, se0, est1, se1, diff, p per line. */
function furthest(csv: string, means: ReturnType<typeof nationalJob>['means'], changes: ReturnType<typeof nationalJob>['changes']): number {
  let worst = 0
  for (const line of csv.trim().split('\n').slice(1)) {
    const [item, domain, ...theirs] = line.split(',').map((cell) => (cell === '' ? NaN : Number(cell)))
    const [r, d] = [item! - 1, domain!]
    const ours = [means[0]![r]!.estimate[d]!, means[0]![r]!.se[d]!, means[1]![r]!.estimate[d]!, means[1]![r]!.se[d]!, changes[r]!.change[d]!, changes[r]!.p[d] ?? NaN]
    theirs.forEach((value, k) => { if (!Number.isNaN(value)) worst = Math.max(worst, Math.abs(ours[k]! - value) / Math.max(1e-9, Math.abs(value))) })
  }
  return worst
}
