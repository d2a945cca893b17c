// The sealed rows of a closed wave, for the one who counts and for the check before destruction: in pages, by random key.
// Separate because it is the only reader of responses; nothing reads one while fieldwork runs.
import { asc, gt } from 'drizzle-orm'
import type { Database } from '../db/port.ts'
import { problem } from '../problem.ts'
import type { Deps } from '../deps.ts'
import { findWave } from '../waves/find-wave.ts'
import { packSealed } from '../counting/sealed-page.ts'
import type { KeyedRow } from '../counting/sealed-page.ts'
import { closeEnded } from '../waves/close-ended.ts'
import { withIntake } from './open-intake.ts'
import { responses } from './table.ts'

/** Rows in a page: at most 1.8 MB. */
const PAGE = 500

/** All rows, a page at a time. */
export async function* sealedRows(intake: Database): AsyncGenerator<KeyedRow> {
  for (let after = 0n; ;) {
    const page = await pageAfter(intake, after)
    yield* page
    if (page.length < PAGE) return
    after = page.at(-1)!.id
  }
}

/** One page as bytes, empty at the end. Throws unknown-wave, wave-state while responses are still taken, wave-closed when destroyed. */
export async function sealedPage(deps: Pick<Deps, 'office' | 'clock' | 'databases'>, municipality: string, id: string, after: bigint): Promise<Uint8Array<ArrayBuffer>> {
  await findWave(deps, municipality, id)
  await closeEnded(deps, id)
  const { state } = await findWave(deps, municipality, id)
  if (state !== 'closed' && state !== 'counting' && state !== 'counted') throw problem('wave-state', { state, needed: 'closed' })
  return withIntake(deps, id, async (intake) => packSealed(await pageAfter(intake, after)))
}

function pageAfter(intake: Database, after: bigint): Promise<KeyedRow[]> {
  return intake.read.select().from(responses).where(gt(responses.id, after)).orderBy(asc(responses.id)).limit(PAGE).then((rows) => rows)
}
