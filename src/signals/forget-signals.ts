// Forgetting: the words of signals and agreements go twelve months after the month they were written in, by destroying the database that
// holds that month's key. What stays in `office`, its log and its backups is noise; dates and outcomes of agreements stay for the figures.
// Every step may run again; the daily clock runs it (waves/tick.ts).
import { and, isNotNull, lte, sql } from 'drizzle-orm'
import { oneByOne } from '../audit/one-by-one.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { dayOf, forgottenMonth } from './calendar.ts'
import { signals } from './table.ts'

/** Answers the months whose words went. */
export async function forgetSignals(deps: Pick<Deps, 'office' | 'clock' | 'databases'>): Promise<string[]> {
  const past = await deps.office.read.selectDistinct({ month: signals.month, municipality: signals.municipality }).from(signals)
    .where(and(lte(signals.month, forgottenMonth(dayOf(deps.clock()))), isNotNull(signals.sealed)))
  const months = [...new Set(past.map(({ month }) => month))].sort()
  await oneByOne(months, async (month) => {
    // The key first: a crash between the two leaves words that nobody can read, and the next tick tidies them.
    await deps.databases.destroy('signals', month)
    await oneByOne(past.filter((one) => one.month === month), async ({ municipality }) => {
      const here = sql`SELECT id FROM signals WHERE municipality = ${municipality} AND month = ${month}`
      await writeAudited(deps, { municipality, staff: null, act: 'forget-signals', subject: { month } }, [
        sql`UPDATE agreements SET sealed = NULL WHERE sealed IS NOT NULL AND signal IN (${here})`,
        sql`UPDATE signals SET sealed = NULL WHERE municipality = ${municipality} AND month = ${month} AND sealed IS NOT NULL`,
      ])
    })
  })
  return months
}
