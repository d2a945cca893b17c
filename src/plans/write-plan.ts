// Writing the evaluation plan: a draft as often as wanted, then locked, then only amended. The database refuses a change after locking
// by itself; here it becomes a sentence.
import { sql } from 'drizzle-orm'
import type { EvaluationPlan } from '../analysis/evaluation-plan.ts'
import { amendmentDigest, changedParts, digestInForce, planDigest, planGaps, planInForce } from '../analysis/evaluation-plan.ts'
import { readAreas } from '../areas/read-areas.ts'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { coreInstrument } from '../instrument/batteries/core.ts'
import { problem } from '../problem.ts'
import { localDay } from '../waves/count-day.ts'
import { readPlan } from './read-plan.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** Keeps a draft. Throws plan-locked, invalid-plan. */
export async function savePlan(deps: Needs, actor: Actor, plan: EvaluationPlan): Promise<void> {
  if ((await readPlan(deps, actor.municipality)).state === 'locked') throw problem('plan-locked')
  await refuseUnknown(deps, actor.municipality, plan)
  const body = JSON.stringify(plan)
  await writeAudited(deps, { ...actor, act: 'save-plan', subject: { digest: await planDigest(plan) } }, [
    sql`INSERT INTO evaluation_plans (municipality, body) VALUES (${actor.municipality}, ${body})
      ON CONFLICT (municipality) DO UPDATE SET body = excluded.body WHERE locked_on IS NULL RETURNING municipality`,
  ])
}

/** Locks the draft under its digest. Throws plan-missing, plan-locked, plan-incomplete. */
export async function lockPlan(deps: Needs, actor: Actor): Promise<{ digest: string; lockedOn: string }> {
  const found = await readPlan(deps, actor.municipality)
  if (found.state === 'none') throw problem('plan-missing')
  if (found.state === 'locked') throw problem('plan-locked')
  const [gap] = planGaps(found.plan)
  if (gap) throw problem('plan-incomplete', { where: gap.part, what: gap.what })
  const digest = await planDigest(found.plan)
  const lockedOn = localDay(deps.clock()).day
  const [changed] = await writeAudited(deps, { ...actor, act: 'lock-plan', subject: { digest } }, [
    // Only what was looked at: a draft saved meanwhile is not locked unseen.
    sql`UPDATE evaluation_plans SET locked_on = ${lockedOn}, digest = ${digest}
      WHERE municipality = ${actor.municipality} AND locked_on IS NULL AND body = ${JSON.stringify(found.plan)} RETURNING digest`,
  ])
  if (changed!.length === 0) throw problem('plan-locked')
  return { digest, lockedOn }
}

/** Adds a visible change. Throws plan-missing (nothing is locked), plan-unchanged, plan-incomplete, invalid-plan. */
export async function amendPlan(deps: Needs, actor: Actor, { reason, plan }: { reason: string; plan: EvaluationPlan }): Promise<{ digest: string }> {
  const found = await readPlan(deps, actor.municipality)
  if (found.state !== 'locked') throw problem('plan-missing')
  if (changedParts(planInForce(found), plan).length === 0) throw problem('plan-unchanged')
  const [gap] = planGaps(plan)
  if (gap) throw problem('plan-incomplete', { where: gap.part, what: gap.what })
  await refuseUnknown(deps, actor.municipality, plan)
  const amendedOn = localDay(deps.clock()).day
  const digest = await amendmentDigest(digestInForce(found), { amendedOn, reason, plan })
  await writeAudited(deps, { ...actor, act: 'amend-plan', subject: { digest } }, [
    sql`INSERT INTO plan_amendments (municipality, seq, amended_on, reason, body, digest)
      VALUES (${actor.municipality}, ${found.amendments.length + 1}, ${amendedOn}, ${reason}, ${JSON.stringify(plan)}, ${digest})`,
  ])
  return { digest }
}

async function refuseUnknown(deps: Needs, municipality: string, { outcomes, boundaryYear, focus, comparison }: EvaluationPlan): Promise<void> {
  const known = new Set([...coreInstrument.items, ...coreInstrument.scales].map(({ id }) => id))
  const outcome = outcomes.find(({ id }) => !known.has(id))
  if (outcome) throw problem('invalid-plan', { where: `outcomes: ${outcome.id} is no question or scale of the questionnaire` })
  const there = new Set((await readAreas(deps, municipality)).filter((area) => area.boundaryYear === boundaryYear).map(({ code }) => code))
  const area = [...focus, ...comparison].find((code) => !there.has(code))
  if (area !== undefined) throw problem('invalid-plan', { where: `areas: ${area} is not there in ${boundaryYear}` })
}
