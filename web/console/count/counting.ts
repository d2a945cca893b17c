// A count as the page sees it: what is asked, how far it is, what came out, and a way to stop. Separate from the screen because
// threads are started and ended here and nowhere else.
import type { Counted, Phase } from '../../../src/counting/count-wave.ts'
import type { KeySheetReading } from '../../../src/crypto/key-sheet.ts'
import type { Wire } from '../work/remote.ts'
import { remote } from '../work/remote.ts'
import { startWorker } from '../work/trusted-workers.ts'

/** finish: count and destroy the sealed rows · keep: count, a colleague checks before they go · check: count again, write nothing. */
export type How = 'finish' | 'keep' | 'check'

/** `letter`, `archive`: the marks on the back of a letter and on the archive sheet; empty where nobody has them at hand. */
export interface CountAsked { wave: string; recipient: string; sheet: string; letter: string; archive: string; how: How }
export type Mistake = Extract<KeySheetReading, { mistake: string }>
/** `earlier`: the digest of a count that was stored before this one. */
export type CountSaid = { mistake: Mistake } | { counted: Counted; earlier: string | null; text: string | null }
export interface CountProgress { phase: Phase; done: number; total: number }

export interface Counting {
  outcome: Promise<CountSaid>
  /** Ends every thread at once; `outcome` then never settles. */
  stop: () => void
}

/** Starts one counting thread and as many opening threads as the device has cores (at most 8). */
export function startCounting(asked: CountAsked, onProgress: (progress: CountProgress) => void): Counting {
  const counter = startWorker('count')
  const cores = Math.min(8, Math.max(1, navigator.hardwareConcurrency || 2))
  const openers = Array.from({ length: cores }, () => startWorker('open'))
  const stop = () => [counter, ...openers].forEach((worker) => worker.terminate())
  const asker = remote(counter as unknown as Wire)
  const failed = new Promise<never>((_, reject) => {
    for (const worker of [counter, ...openers]) worker.addEventListener('error', () => reject(new Error('a worker could not start')))
  })
  const run = async () => {
    for (const opener of openers) {
      const { port1, port2 } = new MessageChannel()
      opener.postMessage({ ask: 0, verb: 'connect', input: port1 }, [port1])
      counter.postMessage({ ask: 0, verb: 'connect', input: port2 }, [port2])
    }
    return asker.ask<CountSaid>('count', asked, onProgress as (progress: never) => void)
  }
  return { outcome: Promise.race([run(), failed]).finally(stop), stop }
}
