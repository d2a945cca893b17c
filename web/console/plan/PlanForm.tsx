// The evaluation plan as a form: objectives, hoofdcijfers with the smallest change that matters, which areas are focus and comparison, when the
// approach began. The same for a draft and for an amendment; what is kept and when is the screen's.
import type { Area } from '../../../src/areas/wire.ts'
import type { EvaluationPlan } from '../../../src/analysis/evaluation-plan.ts'
import { Field } from '../../components/Field.tsx'
import type { Outcome } from './plan-words.ts'

export interface PlanFormProps {
  plan: EvaluationPlan
  onPlan: (plan: EvaluationPlan) => void
  areas: readonly Area[]
  outcomes: readonly Outcome[]
  mistakes: readonly { field: string; text: string }[]
}

const MOST = 4

export function PlanForm({ plan, onPlan, areas, outcomes, mistakes }: PlanFormProps) {
  const wrong = (field: string) => {
    const text = mistakes.find((mistake) => mistake.field === field)?.text
    return text ? { mistake: text } : {}
  }
  const years = [...new Set(areas.map(({ boundaryYear }) => boundaryYear))]
  const here = areas.filter(({ boundaryYear }) => boundaryYear === plan.boundaryYear)
  const roleOf = (code: string) => (plan.focus.includes(code) ? 'focus' : plan.comparison.includes(code) ? 'comparison' : 'other')
  const setRole = (code: string, role: string) => onPlan({
    ...plan,
    focus: here.map((area) => area.code).filter((one) => (one === code ? role === 'focus' : plan.focus.includes(one))),
    comparison: here.map((area) => area.code).filter((one) => (one === code ? role === 'comparison' : plan.comparison.includes(one))),
  })
  const setOutcome = (index: number, change: Partial<{ id: string; relevant: number }>) => {
    const list = Array.from({ length: Math.max(plan.outcomes.length, index + 1) }, (_, i) => plan.outcomes[i] ?? { id: '', relevant: 0 })
    onPlan({ ...plan, outcomes: list.map((one, i) => (i === index ? { ...one, ...change } : one)).filter(({ id }) => id !== '') })
  }
  return (
    <>
      <section class="card" aria-label="Doelen">
        <h2>Wat moet de aanpak bereiken?</h2>
        <Field name="objectives" label="Doelen, één per regel" kind="lines" value={plan.objectives.join('\n')} {...wrong('objectives')}
          hint="Bijvoorbeeld: mensen voelen zich veiliger en wonen hier met plezier."
          onInput={(text) => onPlan({ ...plan, objectives: text.split('\n').map((line) => line.trimStart()).filter((line, i, all) => line !== '' || i === all.length - 1) })} />
        <Field name="approachStarted" label="Wanneer begon de aanpak?" kind="date" value={plan.approachStarted ?? ''} onInput={(day) => onPlan({ ...plan, approachStarted: day || null })}
          hint="Laat leeg als de aanpak nog niet begon. Een nulmeting na deze dag heet overal ‘nulmeting na de start’." />
      </section>
      <section class="card" aria-label="Hoofdcijfers">
        <h2>Waaraan ziet u of het lukt?</h2>
        <p>Kies 2 tot 4 hoofdcijfers. Schrijf bij elk op welke verandering u groot genoeg vindt om ertoe te doen.</p>
        {Array.from({ length: MOST }, (_, index) => {
          const chosen = plan.outcomes[index]
          const outcome = outcomes.find(({ id }) => id === chosen?.id)
          if (index > plan.outcomes.length) return null
          return (
            <div class="fields" key={index}>
              <Field name={`outcome-${index}`} label={`Hoofdcijfer ${index + 1}`} kind="choice" value={chosen?.id ?? ''} onInput={(id) => setOutcome(index, { id })} {...wrong(`outcome-${index}`)}
                choices={[{ value: '', label: 'Geen' }, ...outcomes.map(({ id, label, mark }) => ({ value: id, label, group: mark ? 'Schalen en cijfers, 0 tot 10' : 'Percentages' }))]} />
              {chosen && <Field name={`relevant-${index}`} label={outcome?.mark ? 'Telt vanaf (op 0 tot 10)' : 'Telt vanaf (punten)'} value={chosen.relevant ? String(chosen.relevant).replace('.', ',') : ''}
                onInput={(text) => setOutcome(index, { relevant: Number(text.replace(',', '.')) || 0 })} />}
            </div>
          )
        })}
      </section>
      <section class="card" aria-label="Wijken">
        <h2>Welke wijken?</h2>
        {years.length > 1 && <Field name="boundaryYear" label="Indeling van" kind="choice" value={String(plan.boundaryYear)} choices={years.map((year) => ({ value: String(year), label: String(year) }))}
          onInput={(year) => onPlan({ ...plan, boundaryYear: Number(year), focus: [], comparison: [] })} />}
        <p id="focus">Focuswijken krijgen de aanpak. Vergelijkingswijken lijken erop, maar krijgen de aanpak niet. Met ten minste vijf vergelijkingswijken kunt u zeggen of de verandering door meer komt dan toeval.</p>
        {here.length === 0
          ? <p>Er zijn nog geen wijken ingelezen.</p>
          : <div class="fields">{here.map(({ code, name }) => (
            <Field key={code} name={`role-${code}`} label={name} kind="choice" value={roleOf(code)} onInput={(role) => setRole(code, role)}
              choices={[{ value: 'focus', label: 'focuswijk' }, { value: 'comparison', label: 'vergelijkingswijk' }, { value: 'other', label: 'geen van beide' }]} />
          ))}</div>}
      </section>
    </>
  )
}
