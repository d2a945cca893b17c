// The steps in which the console plans a wave: its days, its questionnaire, its groups. Each may be done again until the plan is fixed.
// Separate from define-wave.ts because a step leaves the others as they are; each is one guarded UPDATE of a draft.
import { sql } from 'drizzle-orm'
import type { SQLWrapper } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { findBattery } from '../instrument/batteries/batteries.ts'
import { standardModules } from '../instrument/batteries/battery.ts'
import { problem } from '../problem.ts'
import { findWave } from './find-wave.ts'
import type { Wave } from './find-wave.ts'
import type { Plan } from './plan.ts'
import { refuseDates, refuseSelection, refuseUnknownAreas } from './plan-checks.ts'
import { knownInstruments, storedInstruments } from './questionnaire.ts'
import { mergedStrata } from './strata.ts'
import { requireMove } from './wave.ts'
import type { daysOfWave, questionnaireOfWave, strataOfWave } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** Name, days, boundary year, start of the approach. Another boundary year takes the groups away. Throws unknown-wave, wave-state, invalid-plan. */
export async function planDays(deps: Needs, actor: Actor, id: string, days: z.output<typeof daysOfWave>): Promise<void> {
  refuseDates(days)
  const wave = await draftOf(deps, actor, id)
  const { name, starts, ends, reminders, graceHours, boundaryYear, ageFloor, approachStartedOn } = days
  const plan: Plan = { ...wave.plan, boundaryYear, ageFloor }
  await step(deps, actor, wave, 'plan-days', { starts, ends, boundaryYear }, sql`name = ${name}, starts = ${starts}, ends = ${ends}, reminders = ${JSON.stringify(reminders)},
    grace_hours = ${graceHours}, approach_started_on = ${approachStartedOn}, plan = ${JSON.stringify(plan)}`,
  boundaryYear === wave.plan.boundaryYear ? [] : [sql`DELETE FROM strata WHERE wave = ${id} AND ${isDraft(wave)}`])
}

/** Throws unknown-wave, wave-state, invalid-plan, unknown-instrument. */
export async function planQuestionnaire(deps: Needs, actor: Actor, id: string, chosen: z.output<typeof questionnaireOfWave>): Promise<void> {
  const wave = await draftOf(deps, actor, id)
  const { instruments: given, battery, languages, primaryOutcomes } = chosen
  const known = findBattery(battery)
  const modules = chosen.modules ?? (known ? standardModules(known) : [])
  if (!given && known && known.kind !== wave.kind) throw problem('invalid-plan', { where: 'battery: it is for other people' })
  const hashes = given ? await knownInstruments(deps, given) : await storedInstruments(deps, chosen)
  const plan: Plan = { ...wave.plan, battery, modules, languages, primaryOutcomes }
  await step(deps, actor, wave, 'plan-questionnaire', { battery, modules, languages: Object.keys(hashes) }, sql`instruments = ${JSON.stringify(hashes)}, plan = ${JSON.stringify(plan)}`)
}

/** Throws unknown-wave, wave-state, invalid-plan, stratum-too-small, stratum-census. */
export async function planStrata(deps: Needs, actor: Actor, id: string, { selection, strata }: z.output<typeof strataOfWave>): Promise<void> {
  const wave = await draftOf(deps, actor, id)
  refuseSelection(selection)
  await refuseUnknownAreas(deps, actor.municipality, wave.plan.boundaryYear, strata)
  const crowded = strata.find(({ population, toInvite }) => toInvite > population)
  if (crowded) throw problem('invalid-plan', { where: `strata: ${crowded.area} has fewer people than letters` })
  const planned = mergedStrata(wave.kind, strata.map((one) => ({ ...one, id: one.id ?? one.area })))
  if (new Set(planned.map((one) => one.id)).size < planned.length) throw problem('invalid-plan', { where: 'strata: the same group twice' })
  const plan: Plan = { ...wave.plan, selection }
  const letters = planned.reduce((sum, { toInvite }) => sum + toInvite, 0)
  await step(deps, actor, wave, 'plan-strata', { groups: planned.length, letters }, sql`plan = ${JSON.stringify(plan)}`, [
    sql`DELETE FROM strata WHERE wave = ${id} AND ${isDraft(wave)}`,
    sql`INSERT INTO strata (wave, position, id, area, population, to_invite)
      SELECT ${id}, key, value ->> 'id', value ->> 'area', value ->> 'population', value ->> 'toInvite' FROM json_each(${JSON.stringify(planned)}) WHERE ${isDraft(wave)}`,
  ])
}

/** Throws away a draft with all that was planned in it. Throws unknown-wave, wave-state. */
export async function discardDraft(deps: Needs, actor: Actor, id: string): Promise<void> {
  const wave = await draftOf(deps, actor, id)
  const written = await writeAudited(deps, { ...actor, act: 'discard-draft', subject: { wave: id, name: wave.name } }, [
    sql`DELETE FROM strata WHERE wave = ${id} AND ${isDraft(wave)}`,
    sql`DELETE FROM waves WHERE id = ${id} AND municipality = ${actor.municipality} AND state = 'draft' RETURNING id`,
  ])
  if (written.at(-1)!.length === 0) throw problem('wave-state', { state: 'ready', needed: 'draft' })
}

async function draftOf(deps: Needs, { municipality }: Actor, id: string): Promise<Wave> {
  const wave = await findWave(deps, municipality, id)
  requireMove(wave.state, 'plan')
  return wave
}

const isDraft = ({ id }: Wave) => sql`EXISTS (SELECT 1 FROM waves WHERE id = ${id} AND state = 'draft')`

async function step(deps: Needs, actor: Actor, wave: Wave, act: string, subject: Record<string, unknown>, set: SQLWrapper, before: readonly SQLWrapper[] = []): Promise<void> {
  const written = await writeAudited(deps, { ...actor, act, subject: { wave: wave.id, ...subject } }, [
    ...before, sql`UPDATE waves SET ${set} WHERE id = ${wave.id} AND municipality = ${actor.municipality} AND state = 'draft' RETURNING id`,
  ])
  if (written.at(-1)!.length === 0) throw problem('wave-state', { state: 'ready', needed: 'draft' })
}
