// Reading the evaluation plan. Separate because waves and results hang on it: an edition shows it, fieldwork waits for it.
import { asc, eq } from 'drizzle-orm'
import type { LockedPlan } from '../analysis/evaluation-plan.ts'
import type { Deps } from '../deps.ts'
import { evaluationPlans, planAmendments } from './table.ts'
import type { PlanAnswer } from './wire.ts'

/** The municipality's plan with every amendment, in order. */
export async function readPlan({ office }: Pick<Deps, 'office'>, municipality: string): Promise<PlanAnswer> {
  const [found] = await office.read.select().from(evaluationPlans).where(eq(evaluationPlans.municipality, municipality))
  if (!found) return { state: 'none' }
  const { body: plan, lockedOn, digest } = found
  if (lockedOn === null || digest === null) return { state: 'draft', plan }
  const amendments = await office.read.select().from(planAmendments).where(eq(planAmendments.municipality, municipality)).orderBy(asc(planAmendments.seq))
  return {
    state: 'locked', lockedOn, digest, plan,
    amendments: amendments.map((one) => ({ amendedOn: one.amendedOn, reason: one.reason, plan: one.body, digest: one.digest })),
  }
}

/** The locked plan; null while there is none. */
export async function lockedPlan(deps: Pick<Deps, 'office'>, municipality: string): Promise<LockedPlan | null> {
  const answer = await readPlan(deps, municipality)
  if (answer.state !== 'locked') return null
  const { state: _, ...locked } = answer
  return locked
}
