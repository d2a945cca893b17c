// Starts fieldwork: intake is made and opened, then credentials, then the wave is in the field. Refused while a key sheet was not read
// back or a stratum has too few invites (attack 14), because both would show only when it is too late.
import { sql } from 'drizzle-orm'
import { findMunicipality } from '../areas/find-municipality.ts'
import { contactMissing, missingOf } from '../areas/update-municipality.ts'
import type { Actor } from '../audit/entry.ts'
import { withIntent } from '../audit/intent.ts'
import type { Intent } from '../audit/intent.ts'
import type { Deps } from '../deps.ts'
import { openIntake } from '../intake/open-intake.ts'
import { problem } from '../problem.ts'
import { readPlan } from '../plans/read-plan.ts'
import { openSample } from '../sample/open-sample.ts'
import { findWave, strataOf } from './find-wave.ts'
import { requireLargeEnough } from './strata.ts'
import { requireMove } from './wave.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'databases'>

/** Throws unknown-wave, wave-state, key-sheet-unconfirmed, contact-missing, plan-unlocked, stratum-too-small. */
export async function startFieldwork(deps: Needs, actor: Actor, id: string): Promise<void> {
  const wave = await findWave(deps, actor.municipality, id)
  requireMove(wave.state, 'start-fieldwork')
  if (!wave.keyConfirmed) throw problem('key-sheet-unconfirmed')
  const municipality = await findMunicipality(deps, actor.municipality)
  if (missingOf(municipality).length > 0) throw contactMissing(municipality)
  if (wave.kind === 'resident' && !wave.pilot && (await readPlan(deps, actor.municipality)).state === 'draft') throw problem('plan-unlocked')
  for (const stratum of await strataOf(deps, id)) requireLargeEnough(wave.kind, stratum.id, stratum.drawn)
  await withIntent(deps, { ...actor, act: 'start-fieldwork', subject: { wave: id } }, (intent) => performStart(deps, intent))
}

/** The idempotent part. */
export async function performStart(deps: Needs, { municipality, subject }: Intent): Promise<Record<string, never>> {
  const wave = subject.wave as string
  const { state } = await findWave(deps, municipality, wave)
  // Completed late, when fieldwork has long ended, it must not make again what was destroyed.
  if (state !== 'ready' && state !== 'field') return {}
  await openIntake(deps, wave)
  await openSample(deps, wave)
  await deps.office.write([sql`UPDATE waves SET state = 'field' WHERE id = ${wave} AND state = 'ready'`])
  return {}
}
