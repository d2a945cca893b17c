// Defines a wave at once, from a whole plan: its strata (small ones merged inside their area, or refused) and a label nobody else has.
// Everything may still change until the manifest is frozen, which is why keys come later. The console plans step by step (plan-wave.ts).
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import { statement } from '../db/statement.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { freeLabel } from './free-label.ts'
import { refuseDates, refuseSelection, refuseUnknownAreas } from './plan-checks.ts'
import { knownInstruments, storedInstruments } from './questionnaire.ts'
import { mergedStrata } from './strata.ts'
import { strata, waves } from './table.ts'
import type { WaveDefined, wavePlan } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** Answers the id and the label. Throws invalid-plan, stratum-too-small, stratum-census, unknown-instrument. */
export async function defineWave(deps: Needs, actor: Actor, plan: z.output<typeof wavePlan>): Promise<WaveDefined> {
  refuseDates(plan)
  refuseSelection(plan.selection)
  await refuseUnknownAreas(deps, actor.municipality, plan.boundaryYear, plan.strata)
  const planned = mergedStrata(plan.kind, plan.strata.map((one) => ({ ...one, id: one.id ?? one.area })))
  if (new Set(planned.map(({ id }) => id)).size < planned.length) throw problem('invalid-plan', { where: 'strata: the same group twice' })
  const hashes = plan.instruments ? await knownInstruments(deps, plan.instruments) : await storedInstruments(deps, plan)
  const label = await freeLabel(deps)
  const id = `wave-${label.toLowerCase()}`
  const { name, kind, pilot, starts, ends, reminders, graceHours, boundaryYear, battery, modules, selection, ageFloor, primaryOutcomes, approachStartedOn } = plan
  await writeAudited(deps, { ...actor, act: 'define-wave', subject: { wave: id, name } }, [
    statement.insert(waves).values({
      id, municipality: actor.municipality, name, label, kind, pilot, state: 'draft', starts, ends, reminders, graceHours, instruments: hashes, approachStartedOn,
      plan: { boundaryYear, battery, ...(modules ? { modules } : {}), languages: Object.keys(hashes), selection, ageFloor, primaryOutcomes },
    }),
    statement.insert(strata).values(planned.map((one, position) => ({ wave: id, position, ...one }))),
  ])
  return { wave: id, label }
}
