// Takes one report: proof of work, one batch with its spent mark, thread and parts, and the block as answer. The same bytes sent again, with the same
// or another proof, are there already and hear the same. Separate file, single verb: the only way a thread begins.
import { eq, sql } from 'drizzle-orm'
import type { SQLWrapper } from 'drizzle-orm'
import { HEAD_BYTES, PART_BYTES, TEXT_BYTES, TEXT_PARTS } from '../crypto/report.ts'
import { looksSealed } from '../crypto/sealed.ts'
import { NOTE_BYTES } from '../crypto/report-note.ts'
import { PROOF_BYTES, partsOf } from '../crypto/report-requests.ts'
import { isMonth } from '../crypto/report-month.ts'
import type { Database } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { checkedProof } from './challenge.ts'
import { blockFor } from './find-thread.ts'
import { partKeyOf, threadKeyOf } from './keys-of-rows.ts'
import { isTaken, openMonth } from './month-databases.ts'
import { spent, threads } from './month-table.ts'
import { requireOpenChannel } from './read-channel.ts'

type Needs = Pick<Deps, 'office' | 'databases' | 'clock' | 'secret'>

/** The block that carries the note back: it has arrived. Throws invalid-body, reports-closed, proof-refused. */
export async function receiveReport(deps: Needs, municipality: string, body: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const [proof, monthBytes, locator, authentication, note, head, text] = taken(body, PROOF_BYTES, 7, 32, 32, NOTE_BYTES, HEAD_BYTES, TEXT_BYTES)
  const month = new TextDecoder('latin1').decode(monthBytes)
  if (!isMonth(month) || !isTaken(month, deps.clock()) || ![note!, head!, text!].every(looksSealed)) throw problem('invalid-body', { where: 'the month and the sealed parts' })
  await requireOpenChannel(deps, municipality)
  const database = await openMonth(deps, municipality, month).catch(() => { throw problem('reports-closed') })
  const key = threadKeyOf(locator!)
  const there = () => isThere(database, key, head!)
  // A challenge that was used for this very report may be sent with it again: its reply was lost.
  const mark = await checkedProof(deps, proof!, { municipality, purpose: 'report' }, async (used) => (await isUnspent(database, used)) || there())
  await database.write([
    spending(mark),
    sql`INSERT INTO threads (id, locator, authentication, note, head) SELECT ${key}, ${locator}, ${authentication}, ${note}, ${head} WHERE changes() = 1 ON CONFLICT DO NOTHING`,
    ...Array.from({ length: TEXT_PARTS }, (_, i) => storing(partKeyOf(key, 'text', i), text!.subarray(i * PART_BYTES, (i + 1) * PART_BYTES))),
  ])
  if (!(await there())) throw problem('proof-refused')
  return blockFor({ where: { month, database }, key, thread: { note: note!, sent: 0, received: 0 } })
}

/** The parts of a body of octets; throws invalid-body instead of a fault. */
export function taken(body: Uint8Array, ...lengths: number[]): Uint8Array<ArrayBuffer>[] {
  try {
    return partsOf(body, ...lengths)
  } catch {
    throw problem('invalid-body', { where: 'the size of the body' })
  }
}

/** The first statement of every batch of a reporter's: everything after it hangs on its having changed a row. */
export function spending(mark: Uint8Array): SQLWrapper {
  return sql`INSERT INTO spent (mark) SELECT ${mark} FROM state WHERE open = 1 ON CONFLICT DO NOTHING`
}

/** Stores a part when the statement before it changed a row. */
export function storing(key: bigint, bytes: Uint8Array): SQLWrapper {
  return sql`INSERT INTO parts (id, bytes) SELECT ${key}, ${bytes} WHERE changes() = 1 ON CONFLICT DO NOTHING`
}

export async function isUnspent(database: Database, mark: Uint8Array): Promise<boolean> {
  return (await database.read.select().from(spent).where(eq(spent.mark, mark))).length === 0
}

async function isThere(database: Database, key: bigint, head: Uint8Array): Promise<boolean> {
  const [row] = await database.read.select({ head: threads.head }).from(threads).where(eq(threads.id, key))
  return row !== undefined && row.head.length === head.length && row.head.every((byte, i) => byte === head[i])
}
