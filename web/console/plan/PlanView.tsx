// The evaluation plan in every stage: nothing yet, a draft, locked, being amended. A locked plan shows every amendment with its day, its
// reason and what it was before.
import { useState } from 'preact/hooks'
import { changedParts, digestInForce, planInForce } from '../../../src/analysis/evaluation-plan.ts'
import type { EvaluationPlan, PlanPart } from '../../../src/analysis/evaluation-plan.ts'
import type { Area } from '../../../src/areas/wire.ts'
import type { PlanAnswer } from '../../../src/plans/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { ErrorSummary } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { Heading } from '../Heading.tsx'
import { inWords } from '../words.ts'
import { PlanForm } from './PlanForm.tsx'
import type { Outcome } from './plan-words.ts'
import { PART_NAMES, partLines, planMistakes } from './plan-words.ts'

export type PlanSaid = { kind: 'busy' } | { kind: 'done' | 'refused'; text: string } | null

export interface PlanViewProps {
  answer: PlanAnswer
  areas: readonly Area[]
  outcomes: readonly Outcome[]
  mayWrite: boolean
  said: PlanSaid
  onSave: (plan: EvaluationPlan) => void
  onLock: (plan: EvaluationPlan) => void
  onAmend: (reason: string, plan: EvaluationPlan) => void
}

export function PlanView(props: PlanViewProps) {
  const { answer, mayWrite, said } = props
  return (
    <>
      <Heading text="Evaluatieplan" />
      <p class="lead">Schrijf vóór de nulmeting op wat u wilt zien veranderen. Wie dat later doet, kiest te makkelijk wat toevallig goed uitkomt.</p>
      {said?.kind === 'refused' && <Alert kind="mistake" title={said.text} />}
      {said?.kind === 'done' && <Alert kind="done" title={said.text} />}
      {answer.state === 'locked' ? <Locked {...props} locked={answer} /> : mayWrite ? <Draft {...props} /> : <p>Er ligt nog geen plan vast.</p>}
    </>
  )
}

function Draft({ answer, areas, outcomes, said, onSave, onLock }: PlanViewProps) {
  const [plan, setPlan] = useState<EvaluationPlan>(() => (answer.state === 'draft' ? answer.plan : emptyPlan(areas)))
  const [mistakes, setMistakes] = useState<readonly { field: string; text: string }[]>([])
  const [sure, setSure] = useState(false)
  const lock = () => {
    const found = planMistakes(tidy(plan))
    setMistakes(found)
    setSure(found.length === 0)
  }
  return (
    <>
      <ErrorSummary mistakes={mistakes} />
      <PlanForm plan={plan} onPlan={(next) => { setPlan(next); setSure(false) }} areas={areas} outcomes={outcomes} mistakes={mistakes} />
      {sure && <Alert kind="warning" title="Na het vastleggen verandert dit plan niet meer."><p>Een latere wijziging staat met uw reden bij elke uitkomst.</p></Alert>}
      <div class="actions">
        {sure
          ? <Button kind="danger" busy={said?.kind === 'busy'} onPress={() => onLock(tidy(plan))}>Ja, leg het plan vast</Button>
          : <Button kind="primary" onPress={lock}>Plan vastleggen</Button>}
        <Button busy={said?.kind === 'busy'} onPress={() => onSave(tidy(plan))}>Bewaren, nog niet vastleggen</Button>
      </div>
    </>
  )
}

const PARTS: readonly PlanPart[] = ['objectives', 'outcomes', 'focus', 'comparison', 'boundaryYear', 'approachStarted']

function Locked({ locked, areas, outcomes, mayWrite, said, onAmend }: PlanViewProps & { locked: Extract<PlanAnswer, { state: 'locked' }> }) {
  const [amending, setAmending] = useState<{ reason: string; plan: EvaluationPlan } | null>(null)
  const inForce = planInForce(locked)
  const nameOf = (code: string) => areas.find((area) => area.code === code && area.boundaryYear === inForce.boundaryYear)?.name ?? code
  const lines = (plan: EvaluationPlan, part: PlanPart) => partLines(plan, part, outcomes, nameOf)
  if (amending) {
    const mistakes = [...planMistakes(tidy(amending.plan)), ...(amending.reason.trim() === '' ? [{ field: 'reason', text: 'Schrijf op waarom het plan verandert.' }] : [])]
    return (
      <>
        <PlanForm plan={amending.plan} onPlan={(plan) => setAmending({ ...amending, plan })} areas={areas} outcomes={outcomes} mistakes={[]} />
        <section class="card" aria-label="Reden"><Field name="reason" label="Waarom verandert het plan?" kind="lines" value={amending.reason} onInput={(reason) => setAmending({ ...amending, reason })} hint="Dit staat voortaan bij elke uitkomst." /></section>
        <div class="actions">
          <Button kind="primary" busy={said?.kind === 'busy' || mistakes.length > 0} onPress={() => { onAmend(amending.reason, tidy(amending.plan)); setAmending(null) }}>Wijziging toevoegen</Button>
          <Button onPress={() => setAmending(null)}>Terug</Button>
        </div>
        {mistakes.length > 0 && <p role="status">{mistakes[0]!.text}</p>}
      </>
    )
  }
  return (
    <>
      <section class="card" aria-label="Het plan">
        <h2>Het plan</h2>
        <p>Vastgelegd op {inWords(locked.lockedOn)}{locked.amendments.length > 0 ? `, daarna ${locked.amendments.length} keer gewijzigd. Dit geldt nu:` : '. Sindsdien niet gewijzigd.'}</p>
        <dl class="facts facts--lines">{PARTS.map((part) => <div key={part}><dt>{PART_NAMES[part]}</dt>{lines(inForce, part).map((line) => <dd key={line}>{line}</dd>)}</div>)}</dl>
        <p class="mono">Kenmerk {digestInForce(locked).slice(0, 16)}</p>
      </section>
      {locked.amendments.map((amendment, index) => {
        const before = index === 0 ? locked.plan : locked.amendments[index - 1]!.plan
        return (
          <section class="card" key={amendment.digest} aria-label={`Wijziging ${index + 1}`}>
            <h2>Wijziging {index + 1}, {inWords(amendment.amendedOn)}</h2>
            <p>{amendment.reason}</p>
            {changedParts(before, amendment.plan).map((part) => (
              <p key={part}><strong>{PART_NAMES[part]}</strong>: <del>{lines(before, part).join('; ')}</del> wordt <ins>{lines(amendment.plan, part).join('; ')}</ins></p>
            ))}
          </section>
        )
      })}
      {mayWrite && <div class="actions"><Button onPress={() => setAmending({ reason: '', plan: inForce })}>Plan wijzigen, met reden</Button></div>}
    </>
  )
}

/** A first plan: the newest areas with the roles they have. */
function emptyPlan(areas: readonly Area[]): EvaluationPlan {
  const boundaryYear = Math.max(...areas.map((area) => area.boundaryYear), 1990)
  const withRole = (role: Area['role']) => areas.filter((area) => area.boundaryYear === boundaryYear && area.role === role).map(({ code }) => code)
  return { objectives: [], outcomes: [], boundaryYear, focus: withRole('focus'), comparison: withRole('comparison'), approachStarted: null }
}

/** Without the empty line somebody is still typing on. */
function tidy(plan: EvaluationPlan): EvaluationPlan {
  return { ...plan, objectives: plan.objectives.map((line) => line.trim()).filter((line) => line !== '') }
}
