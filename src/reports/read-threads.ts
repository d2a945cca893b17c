// What the inbox of an officer is made of: a month's threads by key, with their sealed heads, and the keys with which the device opens them. The
// order is that of random keys; nothing says when anything came. Separate from read-text.ts, which is counted.
import { and, asc, eq, gt, ne } from 'drizzle-orm'
import { base64url } from '../crypto/base64url.ts'
import { goneBy } from '../crypto/report-month.ts'
import type { Deps } from '../deps.ts'
import { livingMonths, monthDatabase, openMonth } from './month-databases.ts'
import { codings, THREAD_STATES, threads, wraps } from './month-table.ts'
import { requireOfficer } from './officer.ts'
import { signers } from './table.ts'
import type { OfficerKeys, ThreadLine, ThreadPage } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'databases'>

/** Threads in a page: about 700 KB. */
const PAGE = 200

/** Throws not-an-officer. */
export async function readKeys(deps: Needs, municipality: string, staff: string): Promise<OfficerKeys> {
  const { wrapped, recipient } = await requireOfficer(deps, staff)
  const [signer] = await deps.office.read.select({ wrapped: signers.wrapped }).from(signers).where(and(eq(signers.municipality, municipality), eq(signers.state, 'active')))
  const months = await Promise.all((await livingMonths(deps, municipality)).map(async (living) => {
    const database = await deps.databases.open('reports', monthDatabase(municipality, living.month))
    const [own] = await database.read.select({ wrapped: wraps.wrapped }).from(wraps).where(and(eq(wraps.recipient, living.recipient), eq(wraps.staff, staff)))
    return { ...living, wrapped: own ? base64url(own.wrapped) : null, goneBy: goneBy(living.month) }
  }))
  return { identity: wrapped, recipient, signer: signer?.wrapped ?? null, months }
}

/** Throws not-an-officer, unknown-month. */
export async function readThreads(deps: Needs, { municipality, staff }: { municipality: string; staff: string }, month: string, after: bigint): Promise<ThreadPage> {
  await requireOfficer(deps, staff)
  const database = await openMonth(deps, municipality, month)
  const rows = await database.read.select({ thread: threads, coding: codings.sealed }).from(threads).leftJoin(codings, eq(codings.id, threads.id))
    .where(and(gt(threads.id, after), ne(threads.state, THREAD_STATES.indexOf('removed')))).orderBy(asc(threads.id)).limit(PAGE)
  return { threads: rows.map(lineOf), next: rows.length < PAGE ? null : String(rows.at(-1)!.thread.id) }
}

function lineOf({ thread, coding }: { thread: typeof threads.$inferSelect; coding: Uint8Array | null }): ThreadLine {
  const { id, head, state, received, sent, read, mergedInto, codings: number } = thread
  return {
    thread: String(id), head: base64url(head), state: THREAD_STATES[state] as ThreadLine['state'], received, sent, read,
    mergedInto: mergedInto === null ? null : String(mergedInto), coding: coding === null ? null : base64url(coding), codings: number,
  }
}
