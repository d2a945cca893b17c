// A reporter's side of a thread: what a block says to who holds the words, and what to send next. Separate from report-block.ts, which the
// server uses and which opens nothing.
import { base64url, unbase64url } from './base64url.ts'
import { readBlock } from './report-block.ts'
import { readChain } from './report-chain.ts'
import type { ChainLink } from './report-chain.ts'
import { messageDigest, openMessage, sealMessage } from './report-message.ts'
import { firstNote, openNote, sealNote } from './report-note.ts'
import type { ReportNote } from './report-note.ts'
import type { ReceiptKeys } from './receipt-keys.ts'
import { CannotOpen } from './sealed.ts'

export interface ReporterThread {
  note: ReportNote
  /** The officers' messages of this block, oldest first; damaged ones in their place. */
  links: ChainLink[]
  /** The number of the oldest one; more are on the next page of the block when it is above 0. */
  oldest: number
  /** The officers' messages known of, also those on other pages. */
  count: number
}

/** What the block says; null when these words open nothing: unknown, mistyped, or a thread that was deleted or has gone with its month. */
export async function openBlock(bytes: Uint8Array, keys: ReceiptKeys): Promise<ReporterThread | null> {
  const { note: sealedNote, slots } = readBlock(bytes)
  const note = await openNote(sealedNote, keys).catch(orNull)
  if (note === null) return null
  const opened = await Promise.all(slots.map(async (sealed) => ({ sealed, message: await openMessage(sealed, keys.messageKey, keys.identity).catch(orNull) })))
  // Decoys stand behind the messages; what does not open in front of one that does is damage.
  let behind = opened.length
  while (behind > 0 && opened[behind - 1]!.message === null) behind -= 1
  const told = opened.slice(0, behind).reverse()
  const numbers = told.flatMap(({ message }, i) => (message ? [message.sequence - i] : []))
  const oldest = Math.max(0, Math.min(...numbers, 0xffff))
  const from = told.length === 0 ? 0 : oldest
  const links = await readChain(told.map(({ sealed }) => sealed), {
    role: 'officer', thread: unbase64url(note.thread), messageKey: keys.messageKey, identity: keys.identity, from,
  })
  // A block that is not full holds the very first message: what is missing in front of those that open is damage too.
  const lost = Math.min(from, slots.length - told.length)
  return { note, links: [...Array.from({ length: lost }, (): ChainLink => ({ sound: false, fault: 'damaged' })), ...links], oldest: from - lost, count: from + told.length }
}

/** The next message of the reporter and the note that goes with it, to post together. `recipient`: of the thread's month, from the signed list. */
export async function nextMessage(thread: Pick<ReporterThread, 'note' | 'count'>, text: string, keys: ReceiptKeys, recipient: string): Promise<{ message: Uint8Array; note: Uint8Array; sequence: number }> {
  const { note, count } = thread
  const message = await sealMessage({
    role: 'reporter', sequence: note.sent, status: 'received', seen: count, text,
    thread: unbase64url(note.thread), previous: note.last === '' ? new Uint8Array(32) : unbase64url(note.last),
  }, keys.messageKey, [recipient])
  const next = { ...note, sent: note.sent + 1, last: base64url(await messageDigest(message)) }
  return { message, note: await sealNote(next, keys), sequence: note.sent }
}

/** The note of a new report, sealed. */
export function newNote(month: string, thread: Uint8Array, keys: Pick<ReceiptKeys, 'recipient' | 'messageKey'>): Promise<Uint8Array> {
  return sealNote(firstNote(month, thread), keys)
}

function orNull(fault: unknown): null {
  if (fault instanceof CannotOpen) return null
  throw fault
}
