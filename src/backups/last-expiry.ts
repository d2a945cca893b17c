// The day on which the last copy of a wave's sealed answers is gone: of backups made here, and of what else can bring a database back.
// Separate because the certificate of a count asks it, and nothing else of this room.
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { dayAfter } from './day-after.ts'

/** YYYY-MM-DD; undefined when there is no copy. `today`: the day the database is destroyed. */
export async function lastExpiry({ office, restorePointDays }: Pick<Deps, 'office' | 'restorePointDays'>, wave: string, today: string): Promise<string | undefined> {
  const [rows] = await office.write([sql`SELECT max(expires_on) AS day FROM backups WHERE EXISTS (SELECT 1 FROM json_each(holds) WHERE value = ${wave})`])
  const days = [rows![0]!.day as string | null, restorePointDays > 0 ? dayAfter(today, restorePointDays) : null].filter((day) => day !== null)
  const last = days.sort().at(-1)
  return last !== undefined && last > today ? last : undefined
}
