// Coming back: from words or digits to the officers' messages, writing more, and having everything erased. Separate from telling.ts because
// whoever reads an answer never sees what was told. The words and what they open are in memory only, and gone when this page is left.
import { recipientOf } from '../../../src/crypto/recipient-list.ts'
import { goneBy } from '../../../src/crypto/report-month.ts'
import type { ReporterThread } from '../../../src/crypto/report-thread.ts'
import { Unreachable } from '../api.ts'
import { hasLeft } from '../exit.ts'
import type { KeptReport } from '../storage.ts'
import { backOff, untilWorthTrying } from '../worth-trying.ts'
import type { Task } from './delivery.ts'
import { loadSealing, loadWords, patiently, sendTask } from './outbox.ts'
import type { Sent } from './outbox.ts'
import { receiptMistake } from './report-view.ts'
import type { ReportActs } from './report-view.ts'
import type { Desk } from './report-visit.ts'
import type { Receipt } from './sealing.ts'

type Acts = Pick<ReportActs, 'typing' | 'comeBack' | 'turn' | 'write' | 'sendMessage' | 'remove'>

/** UTF-8 bytes of a message at most: MESSAGE_TEXT_BYTES of src/crypto/report-message.ts, which comes with the sealing code; a test compares. */
export const MESSAGE_MOST = 3_124

/** Characters by which a message is too long, about: scripts other than Latin take two or three bytes each. */
export function messageTooLong(message: string): number {
  const text = message.trim()
  const bytes = new TextEncoder().encode(text).length
  return bytes <= MESSAGE_MOST ? 0 : Math.ceil(((bytes - MESSAGE_MOST) * text.length) / bytes)
}

export function threadActs(desk: Desk) {
  let receipt: Receipt | undefined
  /** The thread with its newest messages: what the next message follows on. */
  let newest: ReporterThread | undefined
  let words: Awaited<ReturnType<typeof loadWords>> | undefined

  /** Asks until there is an answer; undefined once somebody went elsewhere. */
  async function read(of: Receipt, page: number): Promise<ReporterThread | null | undefined> {
    const { turn } = desk
    const waiting = () => { if (turn === desk.turn) desk.show({ at: 'opening', waiting: true }) }
    const sealing = await patiently(loadSealing, waiting)
    for (let tries = 1; turn === desk.turn && !hasLeft(); tries += 1) {
      try {
        return await sealing.readThread(of, page)
      } catch (error) {
        waiting()
        await untilWorthTrying(Math.max(backOff(tries), error instanceof Unreachable ? error.after * 1_000 : 0))
      }
    }
    return undefined
  }

  async function comeBack(typed: string): Promise<void> {
    const { channel } = desk.opened
    const list = 'list' in channel ? channel.list : undefined
    if (!list) return desk.show({ at: 'nothing' })
    const turn = (desk.turn += 1)
    desk.typed = typed
    words ??= await patiently(loadWords, () => desk.show({ at: 'opening', waiting: true }))
    const reading = words.readReceipt(typed)
    if ('mistake' in reading) return desk.show({ at: 'place', place: 'words', mistake: receiptMistake(reading, desk.opened.words) })
    desk.show({ at: 'opening', waiting: false })
    const sealing = await patiently(loadSealing, () => desk.show({ at: 'opening', waiting: true }))
    const made = await sealing.prepareReceipt(list.salt, reading.secret)
    if (turn !== desk.turn) return
    const thread = await read(made, 0)
    if (turn !== desk.turn || thread === undefined) return
    if (thread === null) return desk.show({ at: 'nothing' })
    desk.typed = ''
    receipt = made
    newest = thread
    desk.open = { thread, page: 0 }
    desk.go('thread')
  }

  async function turnTo(page: number): Promise<void> {
    if (!receipt || !desk.open) return
    const thread = await read(receipt, page)
    if (!thread) return
    if (page === 0) newest = thread
    desk.open = { thread, page }
    desk.show({ at: 'place', place: 'thread' })
  }

  async function sendMessage(): Promise<void> {
    const { opened, message } = desk
    const { words: text, channel } = opened
    const over = messageTooLong(message)
    const mistake = message.trim() === '' ? text.message.empty : over > 0 ? text.tooLong(over) : undefined
    if (mistake) return desk.show({ at: 'place', place: 'message', mistake })
    const list = 'list' in channel ? channel.list : undefined
    const recipient = newest && list && recipientOf(list, newest.note.month)
    if (!receipt || !newest || !recipient) return desk.show({ at: 'nothing' })
    desk.show({ at: 'sending', purpose: 'message', waiting: null })
    try {
      const sealing = await patiently(loadSealing, () => desk.show({ at: 'sending', purpose: 'message', waiting: { seconds: 0 } }))
      await finish(await sealing.sealNext(newest, message.trim(), receipt, recipient), receipt)
    } catch {
      desk.show({ at: 'stuck', purpose: 'message', again: () => void sendMessage() })
    }
  }

  async function remove(): Promise<void> {
    if (!receipt || !newest) return
    const sealing = await patiently(loadSealing, () => undefined)
    await finish(sealing.removalOf(newest, receipt), receipt)
  }

  /** Sends a message or a removal to its end. */
  async function finish(task: Task, ready?: Receipt): Promise<void> {
    const sent = await sendTask(desk, task, ready)
    if (sent.ended === 'stopped') return
    if (sent.ended === 'refused' || (sent.ended === 'missing' && task.purpose === 'removal')) {
      desk.keep({ busy: false, task })
      return desk.show({ at: 'stuck', purpose: task.purpose, again: () => void finish(task, sent.receipt) })
    }
    if (task.purpose !== 'removal') return showSent(sent)
    desk.forget()
    desk.show({ at: 'removed', day: goneBy(task.month) })
  }

  function showSent({ ended, thread, receipt: of }: Sent): void {
    desk.keep(undefined)
    if (!thread) {
      desk.forget()
      return desk.show({ at: 'nothing' })
    }
    receipt = of
    newest = thread
    desk.open = { thread, page: 0, news: ended === 'arrived' ? 'sent' : 'raced' }
    // What was overtaken stays to be sent again; what arrived is gone.
    if (ended === 'arrived') desk.message = ''
    desk.show({ at: 'place', place: 'thread' })
  }

  const acts: Acts = {
    typing(typed) {
      if (!words) return void loadWords().then((loaded) => { words = loaded }, () => undefined)
      const last = /[\p{L}\p{M}]+$/u.exec(typed.slice(-40))?.[0] ?? ''
      const found = words.wordsBeginning(last, undefined, 6)
      const beginnings = found.length === 1 && found[0] === last.toLowerCase() ? [] : found
      if (beginnings.join() === desk.beginnings.join()) return
      desk.beginnings = beginnings
      desk.redraw()
    },
    comeBack: (typed) => void comeBack(typed),
    turn: (page) => void turnTo(page),
    write(text) {
      desk.message = text
    },
    sendMessage: () => void sendMessage(),
    remove: () => void remove(),
  }

  return {
    acts,
    resume({ busy, task }: KeptReport): void {
      if (task && busy) void finish(task)
      else if (task) desk.show({ at: 'stuck', purpose: task.purpose, again: () => void finish(task) })
    },
    forget(): void {
      receipt = undefined
      newest = undefined
      desk.open = undefined
      desk.message = ''
      desk.beginnings = []
    },
  }
}
