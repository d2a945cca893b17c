// The end of a month: its database, with its key in it, is destroyed whole, six weeks after the last thread was closed, on the first of the sixth month
// after it at the latest. And what a restore brought back is removed again. Separate because it is the clock's, and runs again after a crash.
import { eq, inArray, sql } from 'drizzle-orm'
import { withIntent } from '../audit/intent.ts'
import type { Intent } from '../audit/intent.ts'
import { oneByOne } from '../audit/one-by-one.ts'
import { goneBy, monthAfter } from '../crypto/report-month.ts'
import { DatabaseGone } from '../db/port.ts'
import type { Database } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { isTaken, monthDatabase, openRemovals } from './month-databases.ts'
import { removals, threads } from './month-table.ts'
import { overwriting } from './remove-thread.ts'
import { months } from './table.ts'

type Needs = Pick<Deps, 'office' | 'databases' | 'clock'>

/** Days between the last closing and the end. */
const DAYS_AFTER_CLOSING = 42

/** Destroys what is due and removes again what was removed; answers the months that went, as municipality and month. */
export async function retireMonths(deps: Needs): Promise<string[]> {
  const living = await deps.office.read.select({ municipality: months.municipality, month: months.month }).from(months).where(eq(months.state, 'living'))
  const gone: string[] = []
  await oneByOne(living, async ({ municipality, month }) => {
    const database = await deps.databases.open('reports', monthDatabase(municipality, month)).catch(onlyGone)
    if (database !== null) await removeAgain(deps, database, municipality, month)
    const today = deps.clock().toISOString().slice(0, 10)
    if (database !== null && today < (await lastDay(deps, database, month))) return
    await withIntent(deps, { municipality, staff: null, act: 'destroy-reports', subject: { month } }, (intent) => performDestruction(deps, intent))
    gone.push(monthDatabase(municipality, month))
  })
  return gone
}

/** The idempotent part. */
export async function performDestruction(deps: Needs, { municipality, subject }: Intent): Promise<Record<string, never>> {
  const month = subject.month as string
  await deps.databases.destroy('reports', monthDatabase(municipality, month))
  await deps.office.write([sql`UPDATE report_months SET state = 'gone' WHERE municipality = ${municipality} AND month = ${month}`])
  const removed = await openRemovals(deps, municipality)
  await removed.write([sql`DELETE FROM removals WHERE month = ${month}`])
  return {}
}

/** The day on which the month goes as things are: with an open thread, or while it still takes reports, the latest there is. */
async function lastDay(deps: Needs, database: Database, month: string): Promise<string> {
  const [[{ open, closed } = { open: 1, closed: '' }] = []] = (await database.write([
    sql`SELECT (SELECT count(*) FROM threads WHERE state = 0) AS open, last_closed_on AS closed FROM state WHERE id = 1`,
  ])) as unknown as { open: number; closed: string }[][]
  const over = !isTaken(month, deps.clock()) && deps.clock().toISOString().slice(0, 7) > month
  if (open > 0 || !over) return goneBy(month)
  const from = [closed, `${monthAfter(month)}-01`].sort().at(-1)!
  const day = new Date(Date.parse(`${from}T00:00:00Z`) + DAYS_AFTER_CLOSING * 86_400_000).toISOString().slice(0, 10)
  return day < goneBy(month) ? day : goneBy(month)
}

async function removeAgain(deps: Needs, database: Database, municipality: string, month: string): Promise<void> {
  const removed = await (await openRemovals(deps, municipality)).read.select({ thread: removals.thread }).from(removals).where(eq(removals.month, month))
  if (removed.length === 0) return
  const back = await database.read.select({ id: threads.id, received: threads.received, sent: threads.sent, state: threads.state }).from(threads)
    .where(inArray(threads.id, removed.map(({ thread }) => thread)))
  await oneByOne(back.filter(({ state }) => state !== 3), ({ id, received, sent }) => database.write(overwriting(id, received, sent)))
}

function onlyGone(fault: unknown): null {
  if (fault instanceof DatabaseGone) return null
  throw fault
}
