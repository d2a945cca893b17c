// The wave's `intake` database: made and opened when fieldwork starts, told when to stop when it ends, closed by a guarded UPDATE.
// Separate because whether responses are taken is a column in this database itself: no transaction spans two.
import { sql } from 'drizzle-orm'
import { DatabaseGone } from '../db/port.ts'
import type { Database } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'

/** Runs with the wave's intake; throws wave-closed when it is not there or goes away meanwhile. */
export async function withIntake<Result>(
  { databases }: Pick<Deps, 'databases'>, wave: string, use: (intake: Database) => Promise<Result>,
): Promise<Result> {
  try {
    return await use(await databases.open('intake', wave))
  } catch (fault) {
    if (fault instanceof DatabaseGone) throw problem('wave-closed')
    throw fault
  }
}

/** Makes the database and takes responses from now on, unless it was already told when to stop. */
export async function openIntake({ databases }: Pick<Deps, 'databases'>, wave: string): Promise<void> {
  const intake = await databases.create('intake', wave)
  await intake.write([sql`UPDATE state SET open = 1 WHERE id = 1 AND closes_at IS NULL`])
}

/** Fixes the instant (milliseconds) from which nothing is taken; the first one stays. */
export async function setIntakeClose(deps: Pick<Deps, 'databases'>, wave: string, closesAt: number): Promise<void> {
  await withIntake(deps, wave, (intake) => intake.write([sql`UPDATE state SET closes_at = ${closesAt} WHERE id = 1 AND closes_at IS NULL`]))
}

/** The instant it was told; throws wave-closed when it is gone. */
export async function intakeClose(deps: Pick<Deps, 'databases'>, wave: string): Promise<number> {
  const [state] = await withIntake(deps, wave, (intake) => intake.write([sql`SELECT closes_at FROM state WHERE id = 1`]))
  return state![0]!.closes_at as number
}

/** Closes an intake whose instant has come; true when it is closed now. */
export async function closeIntake(deps: Pick<Deps, 'databases'>, wave: string, now: number): Promise<boolean> {
  const [, state] = await withIntake(deps, wave, (intake) => intake.write([
    sql`UPDATE state SET open = 0 WHERE id = 1 AND open = 1 AND closes_at <= ${now}`,
    sql`SELECT open FROM state WHERE id = 1`,
  ]))
  return state![0]!.open === 0
}
