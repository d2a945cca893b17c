// Takes a reporter's message in a thread: its spent mark, its place in the chain and its bytes in one batch. Unknown words spend their proof and hear
// the same block (attack 21). Whether it was stored says the note in that block, to who holds the words.
import { sql } from 'drizzle-orm'
import { PART_BYTES } from '../crypto/report.ts'
import { NOTE_BYTES } from '../crypto/report-note.ts'
import { PROOF_BYTES } from '../crypto/report-requests.ts'
import { looksSealed } from '../crypto/sealed.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { checkedProof } from './challenge.ts'
import { blockFor, findThread } from './find-thread.ts'
import type { Found } from './find-thread.ts'
import { partKeyOf } from './keys-of-rows.ts'
import { isUnspent, spending, storing, taken } from './receive-report.ts'

type Needs = Pick<Deps, 'office' | 'databases' | 'clock' | 'secret'>

/** Messages of one thread and side at most. */
export const MESSAGES_MOST = 500

/** Throws invalid-body, reports-closed, proof-refused. */
export async function receiveMessage(deps: Needs, municipality: string, body: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const [proof, locator, authentication, number, note, message] = taken(body, PROOF_BYTES, 32, 32, 2, NOTE_BYTES, PART_BYTES)
  const sequence = (number![0]! << 8) | number![1]!
  if (sequence >= MESSAGES_MOST || !looksSealed(note!) || !looksSealed(message!)) throw problem('invalid-body', { where: 'the number and the sealed parts' })
  let found: Found | undefined
  const mark = await checkedProof(deps, proof!, { municipality, purpose: 'message' }, async (used) => {
    found = await findThread(deps, municipality, locator!, authentication!)
    // Used for this very message: its reply was lost.
    return (await isUnspent(found.where.database, used)) || sameBytes(found.thread?.note, note!)
  })
  const { where, key } = found!
  await where.database.write([
    spending(mark),
    // Only as the next one: the same message sent again, or one of another device, changes nothing.
    sql`UPDATE threads SET note = ${note}, received = received + 1 WHERE id = ${key} AND received = ${sequence} AND state <> 3 AND changes() = 1`,
    storing(partKeyOf(key, 'reporter', sequence), message!),
  ])
  return blockFor(await findThread(deps, municipality, locator!, authentication!))
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && a.length === b.length && a.every((byte, i) => byte === b[i])
}
