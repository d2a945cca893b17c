// An officer leaves (attack 34): sessions end at once, the wraps for them go from every month, and the keys of months that have not begun are thrown
// away, to be made again without them. What a leaver read or copied before, they know: the handbook says so.
import { and, eq, gt, inArray, ne, or, sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { withIntent } from '../audit/intent.ts'
import type { Intent } from '../audit/intent.ts'
import { oneByOne } from '../audit/one-by-one.ts'
import { monthOf } from '../crypto/report-month.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { staff as people } from '../staff/table.ts'
import { livingMonths, openMonth } from './month-databases.ts'
import { activeOfficers } from './officer.ts'
import { months, officers } from './table.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'databases'>

/** Throws not-found, last-officer. */
export async function removeOfficer(deps: Needs, actor: Actor, officer: string): Promise<void> {
  const [found] = await deps.office.read.select({ state: officers.state }).from(officers)
    .where(and(eq(officers.staff, officer), eq(officers.municipality, actor.municipality), ne(officers.state, 'left')))
  if (!found) throw problem('not-found')
  const active = await activeOfficers(deps, actor.municipality)
  if (found.state === 'active' && active.length === 1) throw problem('last-officer')
  await withIntent(deps, { ...actor, act: 'remove-report-officer', subject: { officer } }, (intent) => performRemoval(deps, intent))
}

/** The idempotent part. */
export async function performRemoval(deps: Needs, { municipality, subject }: Intent): Promise<{ toRemake: string[] }> {
  const officer = subject.officer as string
  await deps.office.write([
    sql`UPDATE report_officers SET state = 'left' WHERE staff = ${officer} AND municipality = ${municipality}`,
    sql`DELETE FROM sessions WHERE staff = ${officer}`,
  ])
  const present = monthOf(deps.clock())
  const living = await livingMonths(deps, municipality)
  for (const { month } of living.filter((one) => one.month <= present)) {
    await (await openMonth(deps, municipality, month)).write([sql`DELETE FROM wraps WHERE staff = ${officer}`])
  }
  const coming = living.filter(({ month }) => month > present).map(({ month }) => month)
  // Not destroyed: a name that was destroyed never opens again. Nothing was ever sealed to the key of a month that has not begun.
  for (const month of coming) await (await openMonth(deps, municipality, month)).write([sql`DELETE FROM wraps`])
  if (coming.length > 0) await deps.office.write([sql`DELETE FROM report_months WHERE ${and(eq(months.municipality, municipality), gt(months.month, present), inArray(months.month, coming))}`])
  return { toRemake: coming }
}

/** What the clock does: who left the house, or lost the role, leaves the reports too. */
export async function removeWhoLeft(deps: Needs): Promise<number> {
  const left = await deps.office.read.select({ staff: officers.staff, municipality: officers.municipality }).from(officers)
    .innerJoin(people, eq(people.id, officers.staff))
    .where(and(ne(officers.state, 'left'), or(eq(people.active, false), sql`NOT EXISTS (SELECT 1 FROM json_each(${people.roles}) WHERE value = 'report-officer')`)))
  await oneByOne(left, ({ staff, municipality }) =>
    withIntent(deps, { municipality, staff: null, act: 'remove-report-officer', subject: { officer: staff } }, (intent) => performRemoval(deps, intent)))
  return left.length
}
