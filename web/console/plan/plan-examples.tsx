// The evaluation plan in every stage as data, for axe and for looking.
import type { EvaluationPlan } from '../../../src/analysis/evaluation-plan.ts'
import type { Area } from '../../../src/areas/wire.ts'
import { coreInstrument } from '../../../src/instrument/batteries/core.ts'
import type { PlanAnswer } from '../../../src/plans/wire.ts'
import { outcomesOf } from './plan-words.ts'
import type { PlanSaid } from './PlanView.tsx'
import { PlanView } from './PlanView.tsx'

const areas: Area[] = ['Lindenkwartier', 'Sluiswijk', 'Molenveld', 'Oosterpark', '"><img src=x>'].map((name, i) =>
  ({ code: `A${i}`, name, role: i < 2 ? 'focus' : 'comparison', district: '', boundaryYear: 2025, boundary: null }))
const plan: EvaluationPlan = {
  objectives: ['Mensen voelen zich veiliger en wonen hier met plezier.', '<b>Vertrouwen</b> in gemeente en politie.'],
  outcomes: [{ id: 'unsafeHere', relevant: 8 }, { id: 'trust', relevant: 0.5 }], boundaryYear: 2025, focus: ['A0', 'A1'], comparison: ['A2', 'A3'], approachStarted: '2025-01-15',
}
const digest = '5f0c9a7be2d1448c'.repeat(4)
const amendment = { amendedOn: '2026-02-03', reason: 'Oosterpark krijgt vanaf februari ook de aanpak.', plan: { ...plan, focus: ['A0', 'A1', 'A3'], comparison: ['A2'] }, digest }

const nothing = () => undefined
const view = (answer: PlanAnswer, said: PlanSaid = null, mayWrite = true) =>
  <PlanView answer={answer} areas={areas} outcomes={outcomesOf(coreInstrument)} mayWrite={mayWrite} said={said} onSave={nothing} onLock={nothing} onAmend={nothing} />

export const planExamples = [
  { name: 'plan-none', signedIn: true, content: view({ state: 'none' }) },
  { name: 'plan-draft', signedIn: true, content: view({ state: 'draft', plan }, { kind: 'done', text: 'Het plan is bewaard.' }) },
  { name: 'plan-refused', signedIn: true, content: view({ state: 'draft', plan }, { kind: 'refused', text: 'Het evaluatieplan ligt vast.' }) },
  { name: 'plan-locked', signedIn: true, content: view({ state: 'locked', lockedOn: '2024-12-01', digest, plan, amendments: [] }) },
  { name: 'plan-amended', signedIn: true, content: view({ state: 'locked', lockedOn: '2024-12-01', digest, plan, amendments: [amendment] }, null, false) },
]
