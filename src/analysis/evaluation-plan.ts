// The evaluation plan: what a measurement has to show, written down before it measures. Objectives, two to four primary outcomes with the
// smallest change that matters, focus and comparison areas, and when the approach began. Locked under a digest; later changes are
// amendments that stay visible. Pure, because the console writes it, the server keeps it and every edition shows it.
import { canonicalJson, digestOf } from '../crypto/digest.ts'

export interface EvaluationPlan {
  /** What the approach is for, in the municipality's own words. */
  objectives: readonly string[]
  /** Item or scale ids, with the smallest change that matters: whole points of a share, or marks of a 0..10 scale. */
  outcomes: readonly { id: string; relevant: number }[]
  boundaryYear: number
  /** Area codes of that boundary year. */
  focus: readonly string[]
  comparison: readonly string[]
  /** ISO day; null when there is no approach (yet). */
  approachStarted: string | null
}

export interface Amendment {
  /** ISO day. */
  amendedOn: string
  reason: string
  /** The whole plan as it is from that day on. */
  plan: EvaluationPlan
  /** Hexadecimal SHA-256 over the digest before it, day, reason and plan. */
  digest: string
}

export interface LockedPlan {
  lockedOn: string
  digest: string
  /** As it was locked. */
  plan: EvaluationPlan
  amendments: readonly Amendment[]
}

export type PlanPart = keyof EvaluationPlan

const PARTS: readonly PlanPart[] = ['objectives', 'outcomes', 'boundaryYear', 'focus', 'comparison', 'approachStarted']

/** Hexadecimal SHA-256 of the plan's canonical JSON. */
export function planDigest(plan: EvaluationPlan): Promise<string> {
  return digestOf(plan)
}

/** The digest of an amendment: it holds everything before it. */
export function amendmentDigest(before: string, { amendedOn, reason, plan }: Omit<Amendment, 'digest'>): Promise<string> {
  return digestOf({ before, amendedOn, reason, plan })
}

/** The plan in force. */
export function planInForce({ plan, amendments }: LockedPlan): EvaluationPlan {
  return amendments.at(-1)?.plan ?? plan
}

/** The digest that stands for the plan with all its amendments. */
export function digestInForce({ digest, amendments }: LockedPlan): string {
  return amendments.at(-1)?.digest ?? digest
}

/** Which parts an amendment changed. */
export function changedParts(before: EvaluationPlan, after: EvaluationPlan): PlanPart[] {
  return PARTS.filter((part) => canonicalJson(before[part]) !== canonicalJson(after[part]))
}

/** Recomputes every digest of a plan; null when all fit, else what does not: `plan`, or the position of an amendment from 1. */
export async function planFault(locked: LockedPlan): Promise<'plan' | number | null> {
  if (await planDigest(locked.plan) !== locked.digest) return 'plan'
  let before = locked.digest
  for (const [index, amendment] of locked.amendments.entries()) {
    if (await amendmentDigest(before, amendment) !== amendment.digest) return index + 1
    before = amendment.digest
  }
  return null
}

/** Why a plan cannot be locked yet, each as the part at fault and what to do; empty when it can. */
export function planGaps(plan: EvaluationPlan): { part: PlanPart; what: 'missing' | 'count' | 'relevant' | 'twice' | 'both' | 'few' }[] {
  const gaps: ReturnType<typeof planGaps> = []
  if (plan.objectives.length === 0) gaps.push({ part: 'objectives', what: 'missing' })
  if (plan.outcomes.length < 2 || plan.outcomes.length > 4) gaps.push({ part: 'outcomes', what: 'count' })
  if (new Set(plan.outcomes.map(({ id }) => id)).size < plan.outcomes.length) gaps.push({ part: 'outcomes', what: 'twice' })
  if (plan.outcomes.some(({ relevant }) => !(relevant > 0))) gaps.push({ part: 'outcomes', what: 'relevant' })
  if (plan.focus.length === 0) gaps.push({ part: 'focus', what: 'missing' })
  if (plan.comparison.some((area) => plan.focus.includes(area))) gaps.push({ part: 'comparison', what: 'both' })
  return gaps
}

/**
 * A change held against the smallest that matters, by its interval (points or marks): wholly beyond it, wholly within, or neither.
 * Says something else than whether there is a change: a certain change may be too small to matter.
 */
export function relevanceOf({ low, high }: { low: number; high: number }, relevant: number): 'matters' | 'too-small' | 'unclear' {
  if (low >= relevant || high <= -relevant) return 'matters'
  return low > -relevant && high < relevant ? 'too-small' : 'unclear'
}
