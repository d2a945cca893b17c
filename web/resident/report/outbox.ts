// Runs one task to its end and tells the page meanwhile; loads what it needs, however long that takes. Separate because a report, a message and
// a removal are sent alike.
import { unbase64url } from '../../../src/crypto/base64url.ts'
import type { ReporterThread } from '../../../src/crypto/report-thread.ts'
import { hasLeft } from '../exit.ts'
import { backOff, untilWorthTrying } from '../worth-trying.ts'
import { deliver } from './delivery.ts'
import type { Delivered, Task } from './delivery.ts'
import type { Desk } from './report-visit.ts'
import type { Receipt } from './sealing.ts'

/** A failed import is not remembered by any browser we support: it can be tried again. */
export const loadSealing = () => import('./sealing.ts')
export const loadWords = () => import('../../../src/crypto/receipt.ts')

/** A file, however often it has to be asked for; `waiting` is told when it does not come. Never resolves once somebody left. */
export async function patiently<File>(load: () => Promise<File>, waiting: () => void): Promise<File> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await load()
    } catch {
      if (hasLeft()) return new Promise(() => undefined)
      waiting()
      await untilWorthTrying(backOff(tries))
    }
  }
}

/** What became of a task, and the thread as the service's last answer shows it. */
export interface Sent {
  ended: Delivered
  thread: ReporterThread | null
  receipt: Receipt | undefined
}

export async function sendTask(desk: Desk, task: Task, ready?: Receipt): Promise<Sent> {
  const { turn } = desk
  const stopped = () => hasLeft() || turn !== desk.turn
  const show = (waiting: { seconds: number } | null) => {
    if (!stopped()) desk.show({ at: 'sending', purpose: task.purpose, waiting })
  }
  let thread: ReporterThread | null = null
  let receipt = ready
  desk.keep({ busy: true, task })
  show(null)
  const sealing = await patiently(loadSealing, () => show({ seconds: 0 }))
  try {
    receipt ??= await sealing.prepareReceipt(task.salt, unbase64url(task.secret))
  } catch {
    return { ended: 'refused', thread, receipt }
  }
  const { keys } = receipt
  const ended = await deliver(task, {
    perform: (one) => sealing.performRound(one, keys, (found) => { thread = found }),
    keep: (one) => desk.keep({ busy: true, task: one }),
    show,
    pause: (tries, seconds) => untilWorthTrying(Math.max(backOff(tries), seconds * 1_000)),
    stopped,
  })
  return { ended, thread, receipt }
}
