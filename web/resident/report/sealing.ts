// The sealing code of reports: the entry of the chunk that is loaded while people answer, and the only door to the age library for them.
// An error in the cryptography is a refusal: nothing is ever sent in the clear instead.
import { base64url, unbase64url } from '../../../src/crypto/base64url.ts'
import { messageDigest } from '../../../src/crypto/report-message.ts'
import { newNote, nextMessage, openBlock } from '../../../src/crypto/report-thread.ts'
import type { ReporterThread } from '../../../src/crypto/report-thread.ts'
import { receiptKeys } from '../../../src/crypto/receipt-keys.ts'
import type { ReceiptKeys } from '../../../src/crypto/receipt-keys.ts'
import { packMessage, packPoll, packRemoval, packReport } from '../../../src/crypto/report-requests.ts'
import type { Proof } from '../../../src/crypto/report-requests.ts'
import { sealReport } from '../../../src/crypto/report.ts'
import type { ReportFacts } from '../../../src/crypto/report.ts'
import { Refused, Unreachable } from '../api.ts'
import type { Task, Round } from './delivery.ts'
import { fetchPuzzle, poll, post } from './posting.ts'
import { solveApart } from './solve-apart.ts'

/** A secret and what follows from it: about a third of a second, so it is begun while somebody answers. */
export interface Receipt {
  secret: Uint8Array<ArrayBuffer>
  salt: string
  keys: ReceiptKeys
}

/** Keys of a receipt, or of a new one (66 random bits, as newReceipt of src/crypto/receipt.ts, which would bring the word lists along). */
export async function prepareReceipt(salt: string, secret = newSecret()): Promise<Receipt> {
  return { secret, salt, keys: await receiptKeys(secret, unbase64url(salt)) }
}

function newSecret(): Uint8Array<ArrayBuffer> {
  const secret = crypto.getRandomValues(new Uint8Array(9))
  secret[0]! &= 3
  return secret
}

/** Seals a report: everything that leaves the phone, but for the proof of work. */
export async function sealTelling(facts: ReportFacts, account: string, to: { municipality: string; month: string; recipient: string }, { secret, salt, keys }: Receipt): Promise<Task> {
  const { head, text, thread } = await sealReport(facts, account, to, keys)
  const note = await newNote(to.month, thread, keys)
  return { purpose: 'report', secret: base64url(secret), salt, month: to.month, head: base64url(head), text: base64url(text), note: base64url(note) }
}

/** Seals the next message of a thread. */
export async function sealNext(thread: ReporterThread, text: string, { secret, salt, keys }: Receipt, recipient: string): Promise<Task> {
  const { message, note, sequence } = await nextMessage(thread, text, keys, recipient)
  return {
    purpose: 'message', secret: base64url(secret), salt, month: thread.note.month, sequence, message: base64url(message), note: base64url(note),
    last: base64url(await messageDigest(message)),
  }
}

export function removalOf(thread: ReporterThread, { secret, salt }: Receipt): Task {
  return { purpose: 'removal', secret: base64url(secret), salt, month: thread.note.month }
}

/** The thread of a receipt, from page 0 (the newest messages) on; null when there is none. Throws Unreachable, Refused. */
export async function readThread({ keys }: Receipt, page = 0): Promise<ReporterThread | null> {
  return openBlock(await poll(packPoll(keys, page)), keys)
}

/** One round of puzzle and post; `keys` of the task's own secret. Never throws. `took`: the thread as the answer shows it. */
export async function performRound(task: Task, keys: ReceiptKeys, took: (thread: ReporterThread | null) => void): Promise<Round> {
  try {
    const challenge = await fetchPuzzle(task.purpose)
    const solution = await solveApart(challenge.parameters)
    const thread = await openBlock(await post(task.purpose, await packed(task, { challenge, solution }, keys)), keys)
    took(thread)
    return { got: arrived(task, thread) ? 'arrived' : 'missing' }
  } catch (error) {
    if (error instanceof Unreachable) return { got: 'nothing', after: error.after }
    // Without a solution another puzzle is asked for, as after a proof that was not taken.
    if (error instanceof RangeError || (error instanceof Refused && /^proof/.test(error.slug))) return { got: 'proof' }
    return { got: 'refused' }
  }
}

function packed(task: Task, proof: Proof, keys: ReceiptKeys): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>> {
  if (task.purpose === 'removal') return packRemoval(proof, keys)
  const note = unbase64url(task.note)
  if (task.purpose === 'message') return packMessage(proof, keys, { sequence: task.sequence, note, message: unbase64url(task.message) })
  return packReport(proof, task.month, keys, note, { head: unbase64url(task.head), text: unbase64url(task.text) })
}

function arrived(task: Task, thread: ReporterThread | null): boolean {
  if (task.purpose === 'removal') return thread === null
  return thread !== null && (task.purpose === 'report' || thread.note.last === task.last)
}
