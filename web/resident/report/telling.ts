// Telling: from the first question to the words for coming back. Separate from report-visit.ts, which shows the pages, and from the sealing code,
// which is loaded while somebody answers. What was written leaves memory once it has arrived; it never enters the tab's storage.
import { base64url, unbase64url } from '../../../src/crypto/base64url.ts'
import type { KeptReport } from '../storage.ts'
import { hasLeft } from '../exit.ts'
import type { Task } from './delivery.ts'
import { EMPTY, factsOf, tellsNothing } from './draft.ts'
import { loadSealing, loadWords, patiently, sendTask } from './outbox.ts'
import type { ReportActs, Shape } from './report-view.ts'
import type { Desk } from './report-visit.ts'
import type { Receipt } from './sealing.ts'

type Acts = Pick<ReportActs, 'change' | 'send' | 'wantsReceipt' | 'showAs' | 'check' | 'checked' | 'finish'>

export function tellingActs(desk: Desk) {
  let preparing: Promise<Receipt | undefined> | undefined
  /** The secret of a report that has arrived, until its words were shown or declined. */
  let secret: Uint8Array | undefined
  let words: Awaited<ReturnType<typeof loadWords>> | undefined

  /** Loads the sealing code and stretches a new secret while somebody answers. Failing is no matter: it is done again at "Versturen". */
  function prepare(): void {
    const { channel } = desk.opened
    if (channel.state !== 'open') return
    preparing ??= loadSealing().then((sealing) => sealing.prepareReceipt(channel.list.salt)).catch(() => undefined)
  }

  async function send(): Promise<void> {
    const { opened, draft, host, turn } = desk
    const { channel, place } = opened
    if (channel.state !== 'open') return desk.show({ at: 'place', place: 'entry' })
    if (tellsNothing(draft)) return desk.show({ at: 'place', place: 'ready', mistake: opened.words.nothingTold })
    desk.show({ at: 'sending', purpose: 'report', waiting: null })
    try {
      const sealing = await patiently(loadSealing, () => desk.show({ at: 'sending', purpose: 'report', waiting: { seconds: 0 } }))
      const receipt = (await preparing) ?? (await sealing.prepareReceipt(channel.list.salt))
      // Each secret is for one report only.
      preparing = undefined
      const facts = factsOf(draft, desk.language, new Date(host.now()))
      const task = await sealing.sealTelling(facts, draft.account.trim(), { municipality: place.municipality, month: channel.month, recipient: channel.recipient }, receipt)
      if (turn === desk.turn && !hasLeft()) await finish(task, receipt)
    } catch {
      if (turn === desk.turn) desk.show({ at: 'stuck', purpose: 'report', again: () => void send() })
    }
  }

  /** Sends sealed bytes to their end. A refusal is answered by sealing anew, for the month may have turned; silence never is. */
  async function finish(task: Task, ready?: Receipt): Promise<void> {
    const { ended, receipt } = await sendTask(desk, task, ready)
    if (ended === 'stopped') return
    if (ended === 'arrived') {
      desk.draft = EMPTY
      arrived(receipt!.secret, task.salt)
    } else {
      desk.keep({ busy: false, task })
      const anew = ended === 'refused' && !tellsNothing(desk.draft)
      desk.show({ at: 'stuck', purpose: 'report', again: () => void (anew ? sendAnew() : finish(task, receipt)) })
    }
  }

  async function sendAnew(): Promise<void> {
    const { turn } = desk
    desk.show({ at: 'sending', purpose: 'report', waiting: null })
    const channel = await desk.opened.channelAgain().catch(() => desk.opened.channel)
    if (turn !== desk.turn) return
    desk.opened.channel = channel
    await send()
  }

  function arrived(of: Uint8Array, salt: string): void {
    secret = of
    desk.keep({ busy: false, receipt: { secret: base64url(of), salt } })
    desk.show({ at: 'sent' })
    loadWords().catch(() => undefined)
  }

  function showAs(shape: Shape): void {
    if (!secret || !words) return
    desk.show({ at: 'receipt', shape, parts: shape === 'digits' ? words.receiptDigits(secret) : words.receiptWords(secret, shape) })
  }

  function finished(withReceipt: boolean): void {
    desk.forget()
    desk.show({ at: 'finished', withReceipt })
  }

  const acts: Acts = {
    change(change) {
      desk.draft = { ...desk.draft, ...change }
      desk.redraw()
    },
    send: () => void send(),
    wantsReceipt(wants) {
      if (!wants) return finished(false)
      const { turn } = desk
      void patiently(loadWords, () => undefined).then((loaded) => {
        words = loaded
        if (turn === desk.turn) showAs(desk.language === 'en' ? 'en' : 'nl')
      })
    },
    showAs,
    check() {
      const { screen } = desk
      if (screen.at !== 'receipt') return
      const positions = twoOf(screen.parts.length)
      desk.show({ at: 'check', shape: screen.shape, positions })
    },
    checked(typed) {
      const { screen } = desk
      if (screen.at !== 'check' || !secret || !words) return
      const { shape, positions } = screen
      const same = (position: number, text: string) => (shape === 'digits'
        ? words!.receiptDigits(secret!)[position - 1] === text.normalize('NFKC').replace(/\D/g, '')
        : words!.isWordAt(secret!, shape, position, text))
      const wrong = positions.find((position, i) => !same(position, typed[i]!))
      if (wrong === undefined) finished(true)
      else desk.show({ at: 'check', shape, positions, wrong })
    },
    finish: () => finished(true),
  }

  return {
    acts,
    prepare,
    /** What a reload found: goes on sending, or asks again whether words are wanted. */
    resume({ busy, task, receipt }: KeptReport): void {
      if (receipt) arrived(unbase64url(receipt.secret), receipt.salt)
      else if (task && busy) void finish(task)
      else if (task) desk.show({ at: 'stuck', purpose: 'report', again: () => void finish(task) })
    },
    forget(): void {
      preparing = undefined
      secret = undefined
    },
  }
}

/** Two different places from 1 to `count`, in order. */
function twoOf(count: number): [number, number] {
  const random = (below: number) => Math.floor(Math.random() * below)
  const first = random(count)
  const second = (first + 1 + random(count - 1)) % count
  return [Math.min(first, second) + 1, Math.max(first, second) + 1]
}
