// An officer reads one report: its text, or its messages. Counted before it is answered; who opened more than so many reports within an hour is stopped
// until somebody else lets them go on (attack 32). Everything stands in the audit. Separate because it is the one door to what was told.
import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import { base64url } from '../crypto/base64url.ts'
import { concat } from '../crypto/digest.ts'
import { TEXT_PARTS } from '../crypto/report.ts'
import type { Database } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { partKeyOf } from './keys-of-rows.ts'
import { openMonth } from './month-databases.ts'
import { parts, threads } from './month-table.ts'
import { requireOfficer } from './officer.ts'
import type { MessagePage, brakeRelease } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'databases' | 'clock'>
type Person = Actor & { staff: string }

/** Different reports an officer may open within an hour. */
export const READINGS_AN_HOUR = 30
const HOUR = 3_600_000
/** Messages of each side in one answer. */
const PAGE = 20

/** TEXT_BYTES octets. Throws not-an-officer, unknown-month, unknown-thread, reading-stopped. */
export async function readText(deps: Needs, person: Person, month: string, thread: bigint): Promise<Uint8Array<ArrayBuffer>> {
  const { database } = await opened(deps, person, month, thread)
  const keys = Array.from({ length: TEXT_PARTS }, (_, i) => partKeyOf(thread, 'text', i))
  const texts = await partsAt(database, keys)
  await database.write([sql`UPDATE threads SET read = 1 WHERE id = ${thread}`])
  return concat(...texts)
}

/** Both sides' messages from a number on. Throws as readText. */
export async function readMessages(deps: Needs, person: Person, month: string, thread: bigint, from: number): Promise<MessagePage> {
  const { database, received, sent } = await opened(deps, person, month, thread)
  const page = async (kind: 'reporter' | 'officer', count: number) =>
    (await partsAt(database, Array.from({ length: Math.min(PAGE, Math.max(0, count - from)) }, (_, i) => partKeyOf(thread, kind, from + i)))).map(base64url)
  return { reporter: await page('reporter', received), officer: await page('officer', sent) }
}

/** Lets an officer go on who was stopped. Throws another-person, not-found. */
export async function releaseBrake(deps: Needs, actor: Person, stopped: string, { reason }: z.output<typeof brakeRelease>): Promise<void> {
  if (stopped === actor.staff) throw problem('another-person')
  const written = await writeAudited(deps, { ...actor, act: 'release-reading', subject: { officer: stopped, reason } }, [
    sql`DELETE FROM report_readings WHERE staff = ${stopped} AND EXISTS (SELECT 1 FROM report_stops WHERE staff = ${stopped} AND municipality = ${actor.municipality} AND staff <> ${actor.staff})`,
    sql`DELETE FROM report_stops WHERE staff = ${stopped} AND municipality = ${actor.municipality} AND staff <> ${actor.staff} RETURNING staff`,
  ])
  if (written[1]!.length === 0) throw problem('not-found')
}

/** Readings older than a day: nothing counts them any more, and the audit has them. */
export async function sweepReadings({ office, clock }: Needs): Promise<void> {
  await office.write([sql`DELETE FROM report_readings WHERE at < ${clock().getTime() - 24 * HOUR}`])
}

async function opened(deps: Needs, person: Person, month: string, thread: bigint): Promise<{ database: Database; received: number; sent: number }> {
  await requireOfficer(deps, person.staff)
  const database = await openMonth(deps, person.municipality, month)
  const [found] = await database.read.select({ received: threads.received, sent: threads.sent }).from(threads).where(and(eq(threads.id, thread), ne(threads.state, 3)))
  if (!found) throw problem('unknown-thread')
  await countReading(deps, person, month, thread)
  return { database, ...found }
}

async function countReading(deps: Needs, person: Person, month: string, thread: bigint): Promise<void> {
  const { staff, municipality } = person
  const now = deps.clock().getTime()
  const others = sql`(SELECT count(DISTINCT thread) FROM report_readings WHERE staff = ${staff} AND at > ${now - HOUR} AND thread <> ${thread})`
  const [counted] = await writeAudited(deps, { ...person, act: 'read-report', subject: { month, thread: String(thread) } }, [
    sql`INSERT INTO report_readings (staff, month, thread, at) SELECT ${staff}, ${month}, ${thread}, ${now}
      WHERE ${others} < ${READINGS_AN_HOUR} AND NOT EXISTS (SELECT 1 FROM report_stops WHERE staff = ${staff}) RETURNING id`,
  ])
  if (counted!.length > 0) return
  await writeAudited(deps, { ...person, act: 'stop-reading', subject: { officer: staff } }, [
    sql`INSERT INTO report_stops (staff, municipality) VALUES (${staff}, ${municipality}) ON CONFLICT DO NOTHING`,
  ])
  throw problem('reading-stopped')
}

/** Parts in the order of their keys. */
async function partsAt(database: Database, keys: readonly bigint[]): Promise<Uint8Array[]> {
  if (keys.length === 0) return []
  const rows = await database.read.select().from(parts).where(inArray(parts.id, [...keys]))
  return keys.flatMap((key) => rows.filter(({ id }) => id === key).map(({ bytes }) => bytes))
}
