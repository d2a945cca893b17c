// Closes the intake of waves whose grace is over. Runs at the end of fieldwork (no grace), from the daily clock and before a count;
// intake itself takes nothing after the instant, so being late here changes nothing.
import { and, eq, lte } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { oneByOne } from '../audit/one-by-one.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { closeIntake } from '../intake/open-intake.ts'
import { waves } from './table.ts'

/** Closes what is due (or one wave if it is); answers the ids closed now. */
export async function closeEnded(deps: Pick<Deps, 'office' | 'clock' | 'databases'>, only?: string): Promise<string[]> {
  const now = deps.clock().getTime()
  const due = await deps.office.read.select({ id: waves.id, municipality: waves.municipality }).from(waves)
    .where(and(eq(waves.state, 'grace'), lte(waves.closesAt, now), only === undefined ? undefined : eq(waves.id, only)))
  await oneByOne(due, async ({ id, municipality }) => {
    if (!(await closeIntake(deps, id, now))) return
    await writeAudited(deps, { municipality, staff: null, act: 'close-intake', subject: { wave: id } }, [
      sql`UPDATE waves SET state = 'closed' WHERE id = ${id} AND state = 'grace'`,
    ])
  })
  return due.map(({ id }) => id)
}
