// A whole count in a process of its own, so that its memory is its own: sealed rows from a file, the pool, the frozen file.
// Separate from counting.ts, which makes the rows and prints.
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { countRows } from '../../src/counting/count.ts'
import { freeze } from '../../src/counting/freeze.ts'
import type { CountKeys } from '../../src/counting/open-row.ts'
import { unpackSealed } from '../../src/counting/sealed-page.ts'
import { manifestDigest } from '../../src/crypto/manifest.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { startPool } from './count-pool.ts'

export interface ToCount { bundle: string; file: string; keys: CountKeys; workers: number; rows?: number }
export interface CountedRows { counted: number; seconds: number; processorSeconds: number; peakBytes: number }

/** Counts in a fresh process. */
export function countApart(what: ToCount): Promise<CountedRows> {
  const child = fork(what.bundle, ['--count'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the counting process ended (${code})`)))
    child.once('message', (result) => resolve(result as CountedRows))
    child.send(what)
  })
}

/** The counting process: answers one `ToCount` and ends. */
export function countProcess(): void {
  process.once('message', (what: ToCount) => void counted(what).then((result) => process.send!(result, () => process.exit(0))))
}

async function counted({ bundle, file, keys, workers, rows: most }: ToCount): Promise<CountedRows> {
  const rows = unpackSealed(readFileSync(file)).slice(0, most)
  const pool = startPool(bundle, workers)
  // Threads load and compile before the clock runs.
  await Promise.all(Array.from({ length: workers }, () => pool.open(rows.slice(0, 8), keys)))
  let peakBytes = 0
  const look = () => (peakBytes = Math.max(peakBytes, process.memoryUsage.rss()))
  const looking = setInterval(look, 50)
  const [began, used] = [performance.now(), process.cpuUsage()]
  const { rows: kept, tally } = await countRows(rows, keys, { openBatch: pool.open, parallel: workers })
  const { user, system } = process.cpuUsage(used)
  const seconds = (performance.now() - began) / 1000
  await freeze(coreInstrument, kept, { wave: keys.manifest.wave, manifest: await manifestDigest(keys.manifest) }, [keys.manifest.recipient])
  look()
  clearInterval(looking)
  await pool.end()
  return { counted: tally.counted, seconds, processorSeconds: (user + system) / 1e6, peakBytes }
}

/** As many openers as a laptop would start. */
export const cores = Math.min(8, cpus().length)
