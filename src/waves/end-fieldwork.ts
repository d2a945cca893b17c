// Veldwerk sluiten: credentials stop at once and the wave's `sample` database (invites, issuer keys) is destroyed whole; `office` keeps only
// its counts. Intake goes on for the grace of phones without signal, to an instant fixed here. Every step may run again after a crash.
import { sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { withIntent } from '../audit/intent.ts'
import type { Intent } from '../audit/intent.ts'
import type { Deps } from '../deps.ts'
import { setIntakeClose } from '../intake/open-intake.ts'
import { stopSample } from '../sample/stop-sample.ts'
import { closeEnded } from './close-ended.ts'
import { findWave } from './find-wave.ts'
import { requireMove } from './wave.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'databases'>

/** Throws unknown-wave, wave-state. */
export async function endFieldwork(deps: Needs, actor: Actor, id: string): Promise<void> {
  const wave = await findWave(deps, actor.municipality, id)
  requireMove(wave.state, 'end-fieldwork')
  await withIntent(deps, { ...actor, act: 'end-fieldwork', subject: { wave: id } }, (intent) => performEnd(deps, intent))
}

/** The idempotent part. */
export async function performEnd(deps: Needs, { municipality, subject }: Intent): Promise<{ closesAt: number }> {
  const id = subject.wave as string
  const { graceHours } = await findWave(deps, municipality, id)
  const instant = deps.clock().getTime() + graceHours * 3_600_000
  const [, ended] = await deps.office.write([
    sql`UPDATE waves SET state = 'grace', closes_at = coalesce(closes_at, ${instant}) WHERE id = ${id} AND state = 'field'`,
    sql`SELECT closes_at FROM waves WHERE id = ${id}`,
  ])
  const closesAt = ended![0]!.closes_at as number
  const issued = await stopSample(deps, id)
  if (issued) await deps.office.write(issued.map(({ stratum, count, replaced }) => sql`UPDATE strata SET issued = ${count}, replaced = ${replaced} WHERE wave = ${id} AND position = ${stratum}`))
  await deps.office.write([sql`UPDATE strata SET issued = 0 WHERE wave = ${id} AND issued IS NULL`])
  await deps.databases.destroy('sample', id)
  await setIntakeClose(deps, id, closesAt)
  await closeEnded(deps, id)
  return { closesAt }
}
