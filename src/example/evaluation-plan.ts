// The example town's evaluation plan, locked before its baseline. Separate from the town and from what is planted: a municipality writes
// this before it knows either.
import type { EvaluationPlan } from '../analysis/evaluation-plan.ts'
import { AREAS, TOWN } from './town.ts'

/** `approachStarted`: the day the approach begins, after the baseline. */
export function evaluationPlan(approachStarted: string | null): EvaluationPlan {
  const named = (role: string) => AREAS.filter((area) => area.role === role).map(({ id }) => id)
  return {
    objectives: [
      'Mensen voelen zich veiliger en wonen hier met plezier.',
      'De families bepalen niet meer wat er in de straat gebeurt.',
      'Mensen vertrouwen de gemeente en de politie weer.',
    ],
    outcomes: [{ id: 'unsafeHere', relevant: 8 }, { id: 'living', relevant: 0.5 }, { id: 'pressure', relevant: 0.5 }, { id: 'trust', relevant: 0.5 }],
    boundaryYear: TOWN.boundaryYear, focus: named('focus'), comparison: named('comparison'), approachStarted,
  }
}
