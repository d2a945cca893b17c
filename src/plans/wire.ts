// What crosses HTTP about the evaluation plan. Pages import the types only.
import { z } from 'zod'
import type { EvaluationPlan, LockedPlan } from '../analysis/evaluation-plan.ts'
import { day } from '../waves/fields.ts'

const area = z.string().regex(/^[A-Za-z0-9-]{1,20}$/)

export const evaluationPlan = z.strictObject({
  objectives: z.array(z.string().trim().min(1).max(300)).max(8),
  outcomes: z.array(z.strictObject({ id: z.string().regex(/^[A-Za-z0-9-]{1,40}$/), relevant: z.number().min(0).max(100) })).max(4),
  boundaryYear: z.int().min(1990).max(2100),
  focus: z.array(area).max(256),
  comparison: z.array(area).max(256),
  approachStarted: day.nullable(),
})

export const amendmentRequest = z.strictObject({ reason: z.string().trim().min(1).max(1000), plan: evaluationPlan })
export interface AmendmentRequest {
  reason: string
  plan: EvaluationPlan
}

/** GET /api/plan: nothing yet, a draft, or what was locked. */
export type PlanAnswer = { state: 'none' } | { state: 'draft'; plan: EvaluationPlan } | ({ state: 'locked' } & LockedPlan)
