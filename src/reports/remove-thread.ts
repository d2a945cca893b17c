// A reporter takes a thread back. It is unreachable at once, for them and for officers; what was sealed is overwritten where it lies, and what an
// overwritten page may leave behind goes with the month, on the day the page prints (`goneBy`). Noted in a database that no restore touches, before
// anything else, so that a backup that comes back does not bring the thread back (attack 39).
import { sql } from 'drizzle-orm'
import type { SQLWrapper } from 'drizzle-orm'
import { TEXT_PARTS } from '../crypto/report.ts'
import { PROOF_BYTES } from '../crypto/report-requests.ts'
import type { Deps } from '../deps.ts'
import { checkedProof } from './challenge.ts'
import { blockFor, findThread } from './find-thread.ts'
import type { Found } from './find-thread.ts'
import { partKeyOf, randomKey } from './keys-of-rows.ts'
import { openRemovals } from './month-databases.ts'
import { isUnspent, spending, taken } from './receive-report.ts'

type Needs = Pick<Deps, 'office' | 'databases' | 'clock' | 'secret'>

/** The block as after it: it opens with no words. Throws invalid-body, reports-closed, proof-refused. */
export async function removeThread(deps: Needs, municipality: string, body: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const [proof, locator, authentication] = taken(body, PROOF_BYTES, 32, 32)
  let found: Found | undefined
  const mark = await checkedProof(deps, proof!, { municipality, purpose: 'removal' }, async (used) => {
    found = await findThread(deps, municipality, locator!, authentication!)
    return isUnspent(found.where.database, used)
  })
  const { where, key, thread } = found!
  const removed = await openRemovals(deps, municipality)
  await removed.write([thread === null
    // One commit either way.
    ? sql`DELETE FROM removals WHERE month = ${where.month} AND thread = ${key}`
    : sql`INSERT INTO removals (month, thread) VALUES (${where.month}, ${key}) ON CONFLICT DO NOTHING`])
  await where.database.write([spending(mark), ...overwriting(key, thread?.received ?? 0, thread?.sent ?? 0)])
  return blockFor({ where, key, thread: null })
}

/** Rows looked for at once: short threads, long ones and none are the same work, in steps. */
const STEP = 64

/** Overwrites a thread and its parts with as many random bytes; of one that is not there, nothing, by as many statements. */
export function overwriting(key: bigint, received: number, sent: number): SQLWrapper[] {
  const keys = [
    ...Array.from({ length: TEXT_PARTS }, (_, i) => partKeyOf(key, 'text', i)),
    ...Array.from({ length: received }, (_, i) => partKeyOf(key, 'reporter', i)),
    ...Array.from({ length: sent }, (_, i) => partKeyOf(key, 'officer', i)),
  ]
  while (keys.length % STEP !== 0) keys.push(randomKey())
  return [
    sql`UPDATE threads SET state = 3, authentication = randomblob(32), note = randomblob(1222), head = randomblob(1222) WHERE id = ${key} AND state <> 3`,
    sql`UPDATE codings SET sealed = randomblob(1222) WHERE id = ${key}`,
    sql`UPDATE parts SET bytes = randomblob(3526) WHERE id IN (${sql.join(keys.map((part) => sql`${part}`), sql`, `)})`,
  ]
}
