// A month's reports as sealed files in a folder, for whoever has to open them without the product: the `age` command line and the recovery sheet are
// enough then (README, "With age alone"). Everything stays sealed; what reporters took back is left out. Separate because it is the one way
// reports leave their database, and the operator's: it sees no key and no word.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { writeAudited } from '../audit/write-audited.ts'
import { caseName } from '../crypto/case-name.ts'
import { concat } from '../crypto/digest.ts'
import { TEXT_PARTS } from '../crypto/report.ts'
import type { Database } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { partKeyOf } from './keys-of-rows.ts'
import { openMonth, openRemovals } from './month-databases.ts'
import { codings, parts, removals, threads, wraps } from './month-table.ts'
import { months } from './table.ts'

type Needs = Pick<Deps, 'office' | 'databases' | 'clock'>

/**
 * Writes `month-key.age` (the month's key, sealed to the recovery key) and a folder a case: `head.age`, `text.age`, `coding.age`, `reporter-1.age`,
 * `officer-1.age` and so on. Answers how many cases. RangeError when the folder is there; throws unknown-month.
 */
export async function takeOutMonth(deps: Needs, municipality: string, month: string, folder: string): Promise<number> {
  if (existsSync(folder)) throw new RangeError('takeOutMonth requires a folder that is not there')
  const database = await openMonth(deps, municipality, month)
  const [{ recipient } = { recipient: '' }] = await deps.office.read.select({ recipient: months.recipient }).from(months).where(and(eq(months.municipality, municipality), eq(months.month, month)))
  const [key] = await database.read.select({ wrapped: wraps.wrapped }).from(wraps).where(and(eq(wraps.recipient, recipient), eq(wraps.staff, '')))
  const removed = new Set((await (await openRemovals(deps, municipality)).read.select({ thread: removals.thread }).from(removals).where(eq(removals.month, month))).map(({ thread }) => thread))
  const kept = (await database.read.select({ id: threads.id, head: threads.head, received: threads.received, sent: threads.sent }).from(threads).where(ne(threads.state, 3)).orderBy(asc(threads.id)))
    .filter(({ id }) => !removed.has(id))
  // In the audit first: whoever looks sees that it was done, also when the disk filled up halfway.
  await writeAudited(deps, { municipality, staff: null, act: 'take-out-reports', subject: { month, cases: kept.length } }, [
    sql`UPDATE report_months SET state = state WHERE municipality = ${municipality} AND month = ${month} AND state = 'living'`,
  ])
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, 'month-key.age'), key!.wrapped)
  for (const { id, head, received, sent } of kept) {
    // Two cases of one name are as rare as they may be; the second says so.
    const place = [caseName(String(id)), `${caseName(String(id))}-${id}`].map((name) => join(folder, name)).find((path) => !existsSync(path))!
    mkdirSync(place, { mode: 0o700 })
    const put = (name: string, bytes: Uint8Array | undefined) => bytes && writeFileSync(join(place, `${name}.age`), bytes)
    put('head', head)
    put('text', concat(...(await Promise.all(Array.from({ length: TEXT_PARTS }, (_, i) => partAt(database, partKeyOf(id, 'text', i))))).flatMap((part) => part ?? [])))
    put('coding', (await database.read.select({ sealed: codings.sealed }).from(codings).where(eq(codings.id, id)))[0]?.sealed)
    for (let i = 0; i < received; i += 1) put(`reporter-${i + 1}`, await partAt(database, partKeyOf(id, 'reporter', i)))
    for (let i = 0; i < sent; i += 1) put(`officer-${i + 1}`, await partAt(database, partKeyOf(id, 'officer', i)))
  }
  return kept.length
}

async function partAt(database: Database, key: bigint): Promise<Uint8Array | undefined> {
  return (await database.read.select({ bytes: parts.bytes }).from(parts).where(eq(parts.id, key)))[0]?.bytes
}
