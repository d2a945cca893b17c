// Whom the words belong to: asks every living month and the removals, with the same statements and as many rows for known words as for unknown ones
// (attack 21). Separate because polls, messages and removals all begin with exactly this.
import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { sha256 } from '../crypto/digest.ts'
import { packBlock, SLOTS } from '../crypto/report-block.ts'
import type { Deps } from '../deps.ts'
import { partKeyOf, randomKey, threadKeyOf } from './keys-of-rows.ts'
import { openMonths, openRemovals, presentMonth } from './month-databases.ts'
import type { MonthDatabase } from './month-databases.ts'
import { parts, removals, threads } from './month-table.ts'

type Needs = Pick<Deps, 'office' | 'databases' | 'clock'>

/** Where words lead. For unknown ones `thread` is null and `where` the present month, so that what follows is the same. */
export interface Found {
  where: MonthDatabase
  /** The thread's key; for unknown words a random one that finds nothing. */
  key: bigint
  thread: { note: Uint8Array; sent: number; received: number } | null
}

/** `locator` and `authentication`: 32 bytes each, as the words give them. Throws reports-closed when no month lives. */
export async function findThread(deps: Needs, municipality: string, locator: Uint8Array, authentication: Uint8Array): Promise<Found> {
  const [opened, removed] = await Promise.all([openMonths(deps, municipality), openRemovals(deps, municipality)])
  const digests = { locator: await sha256(locator), authentication: await sha256(authentication) }
  const key = threadKeyOf(digests.locator)
  const these = and(eq(threads.id, key), eq(threads.locator, digests.locator), eq(threads.authentication, digests.authentication), sql`${threads.state} <> 3`)
  const [gone, ...rows] = await Promise.all([
    removed.read.select({ month: removals.month }).from(removals).where(or(...opened.map(({ month }) => and(eq(removals.month, month), eq(removals.thread, key))))),
    ...opened.map(({ database }) => database.read.select({ note: threads.note, sent: threads.sent, received: threads.received }).from(threads).where(these)),
  ])
  const at = rows.findIndex((found, i) => found.length > 0 && !gone.some(({ month }) => month === opened[i]!.month))
  if (at < 0) return { where: presentMonth(opened, deps.clock()), key: randomKey(), thread: null }
  return { where: opened[at]!, key, thread: rows[at]![0]! }
}

/** The block for what was found: reads as many keys whatever there is. `page` 0: the newest messages. */
export async function blockFor({ where, key, thread }: Found, page = 0): Promise<Uint8Array<ArrayBuffer>> {
  const newest = (thread?.sent ?? 0) - 1 - page * SLOTS
  const keys = Array.from({ length: SLOTS }, (_, i) => partKeyOf(key, 'officer', newest - i))
  const rows = await where.database.read.select().from(parts).where(inArray(parts.id, keys))
  const messages = keys.flatMap((one) => rows.filter(({ id }) => id === one).map(({ bytes }) => bytes))
  return packBlock(thread?.note ?? null, messages)
}
