// The wave's `sample` database: opened for whoever asks, made when the manifest is frozen, opened for credentials when fieldwork starts.
// Separate because a database that was never made or is gone means one thing to a phone: this wave takes no answers.
import { sql } from 'drizzle-orm'
import { DatabaseGone } from '../db/port.ts'
import type { Database } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'

/** Runs with the wave's sample; throws wave-closed when it is not there or goes away meanwhile. */
export async function withSample<Result>(
  { databases }: Pick<Deps, 'databases'>, wave: string, use: (sample: Database) => Promise<Result>,
): Promise<Result> {
  try {
    return await use(await databases.open('sample', wave))
  } catch (fault) {
    if (fault instanceof DatabaseGone) throw problem('wave-closed')
    throw fault
  }
}

/** Credentials may be issued from now on. Doing it again changes nothing. */
export async function openSample(deps: Pick<Deps, 'databases'>, wave: string): Promise<void> {
  await withSample(deps, wave, (sample) => sample.write([sql`UPDATE state SET open = 1 WHERE id = 1`]))
}
