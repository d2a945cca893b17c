// A month gets its key and its database, before it is needed: public half, a wrap for every confirmed officer and one for the recovery key, and the
// signed list that names it. The private half was made on an officer's device and is nowhere else. Also: a wrap for an officer who came later.
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import { unbase64url } from '../crypto/base64url.ts'
import { monthAfter, monthOf } from '../crypto/report-month.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { channelMade } from './make-channel.ts'
import { livingMonths, monthDatabase, openMonth } from './month-databases.ts'
import { activeOfficers, requireOfficer } from './officer.ts'
import { fittingList, keepingList } from './sign-list.ts'
import { months } from './table.ts'
import type { laterWrap, monthKey } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'databases'>
type Person = Actor & { staff: string }

/** Months that may be made ahead: what a former officer could still open if somebody handed out an old list. */
export const MONTHS_AHEAD = 3

/** Throws not-an-officer, month-exists, channel-incomplete, wraps-differ, list-refused. */
export async function makeMonth(deps: Needs, actor: Person, month: string, key: z.output<typeof monthKey>): Promise<void> {
  const { municipality } = actor
  await requireOfficer(deps, actor.staff)
  const present = monthOf(deps.clock())
  const living = await livingMonths(deps, municipality)
  if (month < present || month > monthAfter(present, MONTHS_AHEAD) || living.some((one) => one.month === month)) throw problem('month-exists')
  const channel = await channelMade(deps, municipality)
  if (channel.drilledOn === null) throw problem('channel-incomplete', { missing: 'show that the recovery sheet opens' })
  const officers = await activeOfficers(deps, municipality)
  if (officers.map(({ staff }) => staff).join() !== key.wraps.map(({ staff }) => staff).sort().join()) throw problem('wraps-differ')
  const list = await fittingList(deps, municipality, key.signed, [...living, { month, recipient: key.recipient }])

  const database = await deps.databases.create('reports', monthDatabase(municipality, month))
  await database.write([...key.wraps, { staff: '', wrapped: key.recovery }].map(({ staff, wrapped }) => wrapping(key.recipient, staff, wrapped)))
  const written = await writeAudited(deps, { ...actor, act: 'make-report-month', subject: { month, recipient: key.recipient, list: list.number, officers: officers.map(({ staff }) => staff) } }, [
    sql`${keepingList(municipality, list.number, key.signed)} AND drilled_on IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM report_months WHERE municipality = ${municipality} AND month = ${month})
        AND (SELECT group_concat(staff) FROM (SELECT staff FROM report_officers WHERE municipality = ${municipality} AND state = 'active' ORDER BY staff)) = ${officers.map(({ staff }) => staff).join()}`,
    sql`INSERT INTO report_months (municipality, month, recipient, state) SELECT ${municipality}, ${month}, ${key.recipient}, 'living' WHERE changes() = 1 ON CONFLICT DO NOTHING RETURNING month`,
  ])
  if (written[1]!.length === 0) throw problem('somebody-was-faster')
}

/** Throws not-an-officer, unknown-month, wraps-differ when who it is for was not confirmed (attack 33). */
export async function addWrap(deps: Needs, actor: Person, month: string, { staff, wrapped }: z.output<typeof laterWrap>): Promise<void> {
  await requireOfficer(deps, actor.staff)
  const database = await openMonth(deps, actor.municipality, month)
  const [{ recipient } = { recipient: '' }] = await deps.office.read.select({ recipient: months.recipient }).from(months)
    .where(and(eq(months.municipality, actor.municipality), eq(months.month, month)))
  const [confirmed] = await writeAudited(deps, { ...actor, act: 'wrap-report-month', subject: { month, officer: staff } }, [
    sql`UPDATE report_officers SET state = state WHERE staff = ${staff} AND municipality = ${actor.municipality} AND state = 'active' RETURNING staff`,
  ])
  if (confirmed!.length === 0) throw problem('wraps-differ')
  await database.write([wrapping(recipient, staff, wrapped)])
}

function wrapping(recipient: string, staff: string, wrapped: string) {
  return sql`INSERT INTO wraps (recipient, staff, wrapped) VALUES (${recipient}, ${staff}, ${unbase64url(wrapped)}) ON CONFLICT (recipient, staff) DO UPDATE SET wrapped = excluded.wrapped`
}
