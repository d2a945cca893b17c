// Fetches every thread of the months somebody can open and has their heads opened by the pool, page by page: opening begins with the first
// page and goes on while others are fetched. Separate from what is then held, because this is what has to be fast (5,000 threads).
import type { ThreadLine, ThreadPage } from '../../../src/reports/wire.ts'
import { sendJson } from '../request.ts'
import type { CaseKey, InboxProgress } from './case.ts'
import type { DeskKeys } from './desk-keys.ts'
import type { OpenedLine, ToOpen } from './open-lines.ts'

/** Lines a pool worker opens at once: small enough that progress moves, large enough that messages between threads cost nothing. */
const BATCH = 50

export interface Pool {
  openBatch: (batch: ToOpen) => Promise<OpenedLine[]>
  /** How many batches run at a time. */
  lanes: number
}

export interface InboxLine {
  key: CaseKey
  line: ThreadLine
  opened: OpenedLine
}

export async function loadInbox({ months }: Pick<DeskKeys, 'months'>, municipality: string, { openBatch, lanes }: Pool, onProgress: (progress: InboxProgress) => void): Promise<InboxLine[]> {
  const loaded: InboxLine[] = []
  const batches: (Omit<ToOpen, 'lines'> & { lines: ThreadLine[] })[] = []
  const idle: (() => void)[] = []
  let fetched = 0
  let complete = false
  const wake = () => idle.splice(0).forEach((go) => go())
  const tell = () => onProgress({ step: complete ? 'opening' : 'fetching', done: loaded.length, total: fetched })

  const lane = async () => {
    for (;;) {
      const batch = batches.shift()
      if (batch) {
        const opened = await openBatch(batch)
        loaded.push(...batch.lines.map((line, i) => ({ key: { month: batch.month, thread: line.thread }, line, opened: opened[i]! })))
        tell()
      } else if (complete) return
      else await new Promise<void>((go) => idle.push(go))
    }
  }
  const fetching = async () => {
    try {
      for (const [month, { identity }] of months) {
        for (let after: string | null = '0'; after !== null;) {
          const page: ThreadPage = await sendJson<ThreadPage>('GET', `/api/reports/months/${month}/threads?after=${after}`)
          for (let i = 0; i < page.threads.length; i += BATCH) batches.push({ municipality, month, identity, lines: page.threads.slice(i, i + BATCH) })
          fetched += page.threads.length
          after = page.next
          tell()
          wake()
        }
      }
    } finally {
      complete = true
      wake()
    }
  }
  await Promise.all([fetching(), ...Array.from({ length: lanes }, lane)])
  return loaded
}
