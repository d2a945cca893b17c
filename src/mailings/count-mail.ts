// Counts of paper: a print run with its number of letters, and what came back per area. Numbers a person enters, each with an audit row.
// Separate from counting answers, which nobody enters.
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { localDay } from '../waves/count-day.ts'
import { strataOf } from '../waves/find-wave.ts'
import { waveWithLetters } from './own-wave.ts'
import type { letterRun, returned } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** Throws unknown-wave, wave-state. */
export async function recordRun(deps: Needs, actor: Actor, id: string, { phase, letters }: z.output<typeof letterRun>): Promise<void> {
  await waveWithLetters(deps, actor, id)
  const { day } = localDay(deps.clock())
  await writeAudited(deps, { ...actor, act: 'print-letters', subject: { wave: id, phase, letters } }, [
    sql`INSERT INTO letter_runs (wave, number, phase, day, letters, staff)
      SELECT ${id}, coalesce(max(number), 0) + 1, ${phase}, ${day}, ${letters}, ${actor.staff} FROM letter_runs WHERE wave = ${id}`,
  ])
}

/** Sets what came back of an area so far. Throws unknown-wave, wave-state, invalid-plan (no such area, or more than were invited). */
export async function countReturns(deps: Needs, actor: Actor, id: string, { area, undelivered, ineligible }: z.output<typeof returned>): Promise<void> {
  await waveWithLetters(deps, actor, id, ['field', 'grace', 'closed', 'counting', 'counted'])
  const invited = (await strataOf(deps, id)).filter((stratum) => stratum.area === area).reduce((sum, { drawn }) => sum + drawn, 0)
  if (undelivered + ineligible > invited) throw problem('invalid-plan', { where: `area: ${invited} letters went to it` })
  await writeAudited(deps, { ...actor, act: 'count-returns', subject: { wave: id, area, undelivered, ineligible } }, [
    sql`INSERT INTO mail_returns (wave, area, undelivered, ineligible) VALUES (${id}, ${area}, ${undelivered}, ${ineligible})
      ON CONFLICT (wave, area) DO UPDATE SET undelivered = excluded.undelivered, ineligible = excluded.ineligible`,
  ])
}
