// Defines a wave: the plan, its strata (small ones merged inside their area, or refused) and a label nobody else has.
// Everything may still change until the manifest is frozen, which is why keys come later.
import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { areas } from '../areas/table.ts'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import { statement } from '../db/statement.ts'
import type { Deps } from '../deps.ts'
import { CROCKFORD } from '../crypto/crockford.ts'
import { instruments } from '../instruments/table.ts'
import { storeInstrument } from '../instruments/store-instrument.ts'
import { problem } from '../problem.ts'
import { batteryIn } from './batteries.ts'
import { mergedStrata } from './strata.ts'
import { strata, waves } from './table.ts'
import type { WaveDefined, wavePlan } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>
type Planned = z.output<typeof wavePlan>

/** Answers the id and the label. Throws invalid-plan, stratum-too-small, stratum-census. */
export async function defineWave(deps: Needs, actor: Actor, plan: Planned): Promise<WaveDefined> {
  refuseDates(plan)
  await refuseUnknownAreas(deps, actor.municipality, plan)
  const planned = mergedStrata(plan.kind, plan.strata.map((one) => ({ ...one, id: one.id ?? one.area })))
  if (new Set(planned.map(({ id }) => id)).size < planned.length) throw problem('invalid-plan', { where: 'strata: the same group twice' })
  const hashes = await publishedHashes(deps, plan)
  const label = await freeLabel(deps)
  const id = `wave-${label.toLowerCase()}`
  const { name, kind, pilot, starts, ends, reminders, graceHours, boundaryYear, battery, selection, ageFloor, primaryOutcomes, approachStartedOn } = plan
  await writeAudited(deps, { ...actor, act: 'define-wave', subject: { wave: id, name } }, [
    statement.insert(waves).values({
      id, municipality: actor.municipality, name, label, kind, pilot, state: 'draft', starts, ends, reminders, graceHours, instruments: hashes, approachStartedOn,
      plan: { boundaryYear, battery, languages: Object.keys(hashes), selection, ageFloor, primaryOutcomes },
    }),
    statement.insert(strata).values(planned.map((one, position) => ({ wave: id, position, ...one }))),
  ])
  return { wave: id, label }
}

function refuseDates({ starts, reminders, ends, selection, ageFloor: _ }: Planned): void {
  const days = [starts, ...reminders, ends]
  if (days.some((day, i) => i > 0 && day < days[i - 1]!)) throw problem('invalid-plan', { where: 'starts, reminders and ends: in this order' })
  // An address sample needs household size in the weights, which nothing here collects yet.
  if (selection === 'address') throw problem('invalid-plan', { where: 'selection: one named person per letter' })
}

async function refuseUnknownAreas({ office }: Needs, municipality: string, { strata: planned, boundaryYear }: Planned): Promise<void> {
  const named = [...new Set(planned.map(({ area }) => area))]
  const known = await office.read.select({ code: areas.code }).from(areas)
    .where(and(eq(areas.municipality, municipality), eq(areas.boundaryYear, boundaryYear), inArray(areas.code, named)))
  const unknown = named.find((area) => !known.some(({ code }) => code === area))
  if (unknown !== undefined) throw problem('invalid-plan', { where: `strata: area ${unknown} is not there in ${boundaryYear}` })
}

async function publishedHashes(deps: Needs, { instruments: given, battery, languages, primaryOutcomes }: Planned): Promise<Record<string, string>> {
  if (given !== undefined) {
    const found = await deps.office.read.select({ hash: instruments.hash, language: instruments.language }).from(instruments)
      .where(inArray(instruments.hash, Object.values(given)))
    const absent = Object.entries(given).find(([language, hash]) => !found.some((one) => one.hash === hash && one.language === language))
    if (absent || found.length === 0) throw problem('unknown-instrument')
    return given
  }
  const published = batteryIn(battery, languages)
  const known = new Set([...published[0]!.instrument.items, ...published[0]!.instrument.scales].map(({ id }) => id))
  const strange = primaryOutcomes.find((outcome) => !known.has(outcome))
  if (strange !== undefined) throw problem('invalid-plan', { where: `primaryOutcomes: ${strange} is no item or scale of the questionnaire` })
  return Object.fromEntries(await Promise.all(published.map(async (one) => [one.text.language, await storeInstrument(deps, one)] as const)))
}

async function freeLabel({ office }: Needs): Promise<string> {
  for (;;) {
    const label = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => CROCKFORD[byte & 31]).join('')
    const [taken] = await office.read.select({ id: waves.id }).from(waves).where(eq(waves.label, label))
    if (!taken) return label
  }
}
