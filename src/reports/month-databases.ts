// The databases of a municipality's months and of its removals: their names, which of them live, opening them all. Separate because every
// address of reporters asks all living months, always, so that an answer does not take longer for an old thread than for none.
import { and, asc, eq } from 'drizzle-orm'
import { isMonth, monthAfter, monthOf } from '../crypto/report-month.ts'
import type { Database } from '../db/port.ts'
import { DatabaseGone } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { months } from './table.ts'

type Needs = Pick<Deps, 'office' | 'databases'>

export interface MonthDatabase {
  month: string
  database: Database
}

/** Days into a month during which a report that was sealed in the month before is still taken: a phone may retry over midnight. */
const GRACE_DAYS = 2

/** `<municipality>-<month>`: a month is seven characters, so no two names meet. */
export function monthDatabase(municipality: string, month: string): string {
  if (!isMonth(month)) throw new DatabaseGone()
  return `${municipality}-${month}`
}

/** Months whose database lives, ascending, with their public key. */
export function livingMonths({ office }: Pick<Deps, 'office'>, municipality: string): Promise<{ month: string; recipient: string }[]> {
  return office.read.select({ month: months.month, recipient: months.recipient }).from(months)
    .where(and(eq(months.municipality, municipality), eq(months.state, 'living'))).orderBy(asc(months.month)).then((rows) => rows)
}

/** Every living month's database; one that goes away meanwhile is left out. Throws reports-closed when there is none. */
export async function openMonths(deps: Needs, municipality: string): Promise<MonthDatabase[]> {
  const opened = await Promise.all((await livingMonths(deps, municipality)).map(async ({ month }) => {
    const database = await openOrNull(deps, municipality, month)
    return database === null ? [] : [{ month, database }]
  }))
  const all = opened.flat()
  if (all.length === 0) throw problem('reports-closed')
  return all
}

/** One month's database. Throws unknown-month when it does not live. */
export async function openMonth(deps: Needs, municipality: string, month: string): Promise<Database> {
  const [living] = await deps.office.read.select({ month: months.month }).from(months)
    .where(and(eq(months.municipality, municipality), eq(months.month, month), eq(months.state, 'living')))
  const database = living ? await openOrNull(deps, municipality, month) : null
  if (database === null) throw problem('unknown-month')
  return database
}

/** The removals of a municipality, made where missing. */
export function openRemovals({ databases }: Pick<Deps, 'databases'>, municipality: string): Promise<Database> {
  return databases.create('removals', municipality)
}

/** Whether a report for this month is taken at this instant: the present one, and on its first days the one before. */
export function isTaken(month: string, now: Date): boolean {
  const present = monthOf(now)
  return month === present || (month === monthAfter(present, -1) && now.getUTCDate() <= GRACE_DAYS)
}

/** The month a thread that is not there would be in: where unknown words leave their spent mark. */
export function presentMonth(opened: readonly MonthDatabase[], now: Date): MonthDatabase {
  return opened.findLast(({ month }) => month <= monthOf(now)) ?? opened[0]!
}

function openOrNull({ databases }: Pick<Deps, 'databases'>, municipality: string, month: string): Promise<Database | null> {
  return databases.open('reports', monthDatabase(municipality, month)).catch((fault: unknown) => {
    if (fault instanceof DatabaseGone) return null
    throw fault
  })
}
