// Somebody says that a thing was destroyed by hand, and on which day. Their word, kept with the audit; the certificate then names it.
// Separate from destroying the database, which the service does itself and knows.
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { localDay } from '../waves/count-day.ts'
import { findWave } from '../waves/find-wave.ts'
import type { WaveState } from '../waves/wave.ts'
import type { destructionRecord } from './wire.ts'

/** From when each may be gone: the list when no reminder follows, what opens answers when there is nothing left to open. */
const NOT_BEFORE: Record<string, readonly WaveState[]> = {
  codeList: ['grace', 'closed', 'counting', 'counted', 'sealed'],
  mergeFile: ['grace', 'closed', 'counting', 'counted', 'sealed'],
  waveKey: ['sealed'],
  keySheets: ['sealed'],
}

/** The first word stays. Throws unknown-wave, wave-state, invalid-plan for a day that cannot be. */
export async function recordDestruction(deps: Pick<Deps, 'office' | 'clock'>, actor: Actor, id: string, { thing, goneOn }: z.output<typeof destructionRecord>): Promise<void> {
  const wave = await findWave(deps, actor.municipality, id)
  const states = NOT_BEFORE[thing]!
  if (!states.includes(wave.state)) throw problem('wave-state', { state: wave.state, needed: states.join(' or ') })
  if (goneOn < wave.starts || goneOn > localDay(deps.clock()).day) throw problem('invalid-plan', { where: 'the day: between the first day of fieldwork and today' })
  await writeAudited(deps, { ...actor, act: 'record-destruction', subject: { wave: id, thing, goneOn } }, [
    sql`INSERT INTO destructions (wave, thing, gone_on) SELECT ${id}, ${thing}, ${goneOn} WHERE NOT EXISTS (SELECT 1 FROM destructions WHERE wave = ${id} AND thing = ${thing})`,
  ])
}
