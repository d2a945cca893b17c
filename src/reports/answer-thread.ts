// What officers do with a thread: answer, close, put aside as junk, code, mark as a double. Each an intent and an outcome in `office` around one
// idempotent write in the month's database. What is sealed never stands in an intent: after a crash it is looked for, not made again.
import { and, eq, ne, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { withIntent } from '../audit/intent.ts'
import type { Intent, Perform } from '../audit/intent.ts'
import type { Database } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { partKeyOf } from './keys-of-rows.ts'
import { openMonth } from './month-databases.ts'
import { THREAD_STATES, threads } from './month-table.ts'
import { requireOfficer } from './officer.ts'
import { MESSAGES_MOST } from './receive-message.ts'
import { storing } from './receive-report.ts'
import type { officerMessage, threadChange, threadCoding, threadMerge } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'databases' | 'clock'>
type Person = Actor & { staff: string }

/** The next message of the officers. Throws not-an-officer, unknown-month, unknown-thread, somebody-was-faster. */
export async function answerThread(deps: Needs, actor: Person, month: string, thread: bigint, { sequence, sealed }: z.output<typeof officerMessage>): Promise<void> {
  if (sequence >= MESSAGES_MOST) throw problem('invalid-body', { where: 'the number of messages' })
  await act(deps, actor, 'answer-report', month, thread, { sequence }, async (database) => {
    const [taken] = await database.write([
      sql`UPDATE threads SET sent = sent + 1, read = 1 WHERE id = ${thread} AND sent = ${sequence} AND state <> 3`,
      storing(partKeyOf(thread, 'officer', sequence), sealed),
    ])
    if (taken!.changed === 0) throw problem('somebody-was-faster')
    return {}
  })
}

/** Throws not-an-officer, unknown-month, unknown-thread. */
export async function changeThread(deps: Needs, actor: Person, month: string, thread: bigint, { state }: z.output<typeof threadChange>): Promise<void> {
  await act(deps, actor, 'change-report', month, thread, { state }, (database) => performChange(deps, database, thread, state))
}

/** The officers' coding, as number so many: a colleague's in between is not overwritten. Throws as answerThread. */
export async function codeThread(deps: Needs, actor: Person, month: string, thread: bigint, { number, sealed }: z.output<typeof threadCoding>): Promise<void> {
  await act(deps, actor, 'code-report', month, thread, { number }, async (database) => {
    const [taken] = await database.write([
      sql`UPDATE threads SET codings = ${number} WHERE id = ${thread} AND codings = ${number - 1} AND state <> 3`,
      sql`INSERT INTO codings (id, sealed) SELECT ${thread}, ${sealed} WHERE changes() = 1 ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed`,
    ])
    if (taken!.changed === 0) throw problem('somebody-was-faster')
    return {}
  })
}

/** Marks as a double of another thread of the month that is none itself, or takes the mark away. Throws as changeThread. */
export async function mergeThread(deps: Needs, actor: Person, month: string, thread: bigint, { into }: z.output<typeof threadMerge>): Promise<void> {
  await act(deps, actor, 'merge-report', month, thread, { into }, (database) => performMerge(database, thread, into))
}

/** How acts that a crash cut in two are completed: changes are done, what was sealed is only looked for. */
export function threadPerformers(deps: Needs): Readonly<Record<string, Perform>> {
  const at = async ({ municipality, subject }: Intent) => ({ database: await openMonth(deps, municipality, subject.month as string), thread: BigInt(subject.thread as string) })
  const lookedFor = (arrived: (subject: Intent['subject']) => SQL): Perform => async (intent) => {
    const { database, thread } = await at(intent)
    return { arrived: (await database.read.select({ id: threads.id }).from(threads).where(and(eq(threads.id, thread), arrived(intent.subject)))).length === 1 }
  }
  return {
    'answer-report': lookedFor(({ sequence }) => sql`${threads.sent} > ${sequence as number}`),
    'code-report': lookedFor(({ number }) => sql`${threads.codings} >= ${number as number}`),
    async 'change-report'(intent) {
      const { database, thread } = await at(intent)
      return performChange(deps, database, thread, intent.subject.state as 'open' | 'closed' | 'junk')
    },
    async 'merge-report'(intent) {
      const { database, thread } = await at(intent)
      return performMerge(database, thread, intent.subject.into as string | null)
    },
  }
}

async function act(deps: Needs, actor: Person, name: string, month: string, thread: bigint, more: Record<string, unknown>, perform: (database: Database) => Promise<Record<string, never>>): Promise<void> {
  await requireOfficer(deps, actor.staff)
  const database = await openMonth(deps, actor.municipality, month)
  const [found] = await database.read.select({ id: threads.id }).from(threads).where(and(eq(threads.id, thread), ne(threads.state, 3)))
  if (!found) throw problem('unknown-thread')
  await withIntent(deps, { ...actor, act: name, subject: { month, thread: String(thread), ...more } }, () => perform(database))
}

async function performChange({ clock }: Pick<Deps, 'clock'>, database: Database, thread: bigint, state: 'open' | 'closed' | 'junk'): Promise<Record<string, never>> {
  const today = clock().toISOString().slice(0, 10)
  await database.write([
    sql`UPDATE threads SET state = ${THREAD_STATES.indexOf(state)} WHERE id = ${thread} AND state <> 3`,
    // A day of a staff act: from the last one on the weeks are counted after which the month goes.
    ...(state === 'open' ? [] : [sql`UPDATE state SET last_closed_on = max(last_closed_on, ${today}) WHERE id = 1`]),
  ])
  return {}
}

async function performMerge(database: Database, thread: bigint, into: string | null): Promise<Record<string, never>> {
  const target = into === null ? null : BigInt(into)
  const [merged] = await database.write([target === null
    ? sql`UPDATE threads SET merged_into = NULL WHERE id = ${thread} AND state <> 3`
    : sql`UPDATE threads SET merged_into = ${target} WHERE id = ${thread} AND state <> 3 AND ${target} <> ${thread}
        AND EXISTS (SELECT 1 FROM threads AS other WHERE other.id = ${target} AND other.state <> 3 AND other.merged_into IS NULL)`])
  if (merged!.changed === 0) throw problem('unknown-thread')
  return {}
}
