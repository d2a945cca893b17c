// Nieuwe meting: a wave with a name, a kind and days, and nothing else yet; or with the questionnaire and groups of an earlier one.
// Separate from define-wave.ts because what is missing comes in steps, each with its own screen.
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import { statement } from '../db/statement.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { findWave } from './find-wave.ts'
import { freeLabel } from './free-label.ts'
import { refuseDates } from './plan-checks.ts'
import { waves } from './table.ts'
import type { WaveDefined, waveDraft } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** Answers the id and the label. Throws invalid-plan, unknown-wave (the one to copy). */
export async function draftWave(deps: Needs, actor: Actor, draft: z.output<typeof waveDraft>): Promise<WaveDefined> {
  refuseDates(draft)
  const { name, kind, pilot, starts, ends, reminders, graceHours, boundaryYear, ageFloor, approachStartedOn, copyOf } = draft
  const earlier = copyOf === null ? null : await findWave(deps, actor.municipality, copyOf)
  if (earlier && (earlier.kind !== kind || Object.keys(earlier.instruments).length === 0)) throw problem('invalid-plan', { where: 'copyOf: a measurement of the same kind with a questionnaire' })
  const label = await freeLabel(deps)
  const id = `wave-${label.toLowerCase()}`
  const copied = earlier
    ? { battery: earlier.plan.battery, ...(earlier.plan.modules ? { modules: earlier.plan.modules } : {}), languages: earlier.plan.languages, primaryOutcomes: earlier.plan.primaryOutcomes, copyOf: earlier.id }
    : { battery: '', languages: [], primaryOutcomes: [] }
  await writeAudited(deps, { ...actor, act: 'draft-wave', subject: { wave: id, name, pilot, ...(earlier ? { copyOf: earlier.id } : {}) } }, [
    statement.insert(waves).values({
      id, municipality: actor.municipality, name, label, kind, pilot, state: 'draft', starts, ends, reminders, graceHours, instruments: earlier?.instruments ?? {}, approachStartedOn,
      plan: { boundaryYear, selection: kind === 'professional' ? 'census' : 'person', ageFloor, ...copied },
    }),
    // Groups belong to a boundary year: those of another year are drawn anew. Areas that went since then are left out.
    ...(earlier && earlier.plan.boundaryYear === boundaryYear ? [
      sql`INSERT INTO strata (wave, position, id, area, population, to_invite)
        SELECT ${id}, row_number() OVER (ORDER BY position) - 1, strata.id, area, population, to_invite FROM strata
        WHERE wave = ${earlier.id} AND area IN (SELECT code FROM areas WHERE municipality = ${actor.municipality} AND boundary_year = ${boundaryYear})`,
    ] : []),
    sql`UPDATE waves SET name = name WHERE id = ${id} RETURNING id`,
  ])
  return { wave: id, label }
}
