// Het evaluatieplan: write it, lock it before the nulmeting, and from then on only amend it in sight of everybody.
// Separate from its view so that specimens can show every stage.
import { useState } from 'preact/hooks'
import type { EvaluationPlan } from '../../../src/analysis/evaluation-plan.ts'
import { coreInstrument } from '../../../src/instrument/batteries/core.ts'
import { api } from '../api.ts'
import { Loading } from '../Loading.tsx'
import { refusalText, signedOut } from '../refusal-words.ts'
import type { ScreenProps } from '../screen.ts'
import { useLoad } from '../use-load.ts'
import { outcomesOf } from './plan-words.ts'
import { PlanView } from './PlanView.tsx'
import type { PlanSaid } from './PlanView.tsx'

export function PlanScreen({ me, onEnded }: ScreenProps) {
  const loaded = useLoad('plan', async (signal) => {
    const [answer, areas] = await Promise.all([api.plan(signal), api.areas(signal)])
    return { answer, areas }
  })
  const [said, setSaid] = useState<PlanSaid>(null)
  const act = async (work: () => Promise<unknown>, done: PlanSaid) => {
    setSaid({ kind: 'busy' })
    try {
      await work()
      setSaid(done)
      loaded.reload()
    } catch (error) {
      if (signedOut(error)) onEnded()
      else setSaid({ kind: 'refused', text: refusalText(error) })
    }
  }
  const mayWrite = me.roles.includes('coordinator') || me.roles.includes('analyst')
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {({ answer, areas }) => (
        <PlanView answer={answer} areas={areas} outcomes={outcomesOf(coreInstrument)} mayWrite={mayWrite} said={said}
          onSave={(plan: EvaluationPlan) => { void act(() => api.savePlan(plan), { kind: 'done', text: 'Het plan is bewaard.' }) }}
          onLock={(plan: EvaluationPlan) => { void act(async () => { await api.savePlan(plan); await api.lockPlan() }, { kind: 'done', text: 'Het plan ligt vast.' }) }}
          onAmend={(reason: string, plan: EvaluationPlan) => { void act(() => api.amendPlan({ reason, plan }), { kind: 'done', text: 'De wijziging is toegevoegd.' }) }} />
      )}
    </Loading>
  )
}
