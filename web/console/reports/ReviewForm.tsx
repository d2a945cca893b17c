// The identifiability review: what would leave, eight questions that each need a "no", and two ways on: release it, or send it back with a
// remark. Separate because nothing is released by a click that did not pass every question.
import { useMemo, useState } from 'preact/hooks'
import type { ReviewCheck, SignalContent } from '../../../src/signals/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { ErrorSummary } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { REMARK_MOST } from './drafts.ts'
import { checkNames } from './report-words.ts'
import { SignalText } from './SignalText.tsx'

export interface ReviewFormProps {
  content: SignalContent
  remarks: readonly string[]
  writer: string
  partners: readonly string[]
  areas: Readonly<Record<string, string>>
  busy: boolean
  refused?: string
  onRelease: (checklist: Readonly<Record<ReviewCheck, true>>) => void
  onReturn: (remark: string) => void
}

const CHECKS = Object.keys(checkNames) as readonly ReviewCheck[]
type Answer = 'no' | 'yes'

export function ReviewForm({ content, remarks, writer, partners, areas, busy, refused, onRelease, onReturn }: ReviewFormProps) {
  const [answers, setAnswers] = useState<Partial<Record<ReviewCheck, Answer>>>({})
  const [remark, setRemark] = useState('')
  const [tried, setTried] = useState<'release' | 'return' | null>(null)
  const open = CHECKS.filter((check) => answers[check] === undefined)
  const danger = CHECKS.filter((check) => answers[check] === 'yes')
  const mistakes = useMemo(() => {
    if (tried === 'release') return open.map((check) => ({ field: `${check}-no`, text: `Beantwoord: ${checkNames[check]}` }))
    if (tried === 'return' && remark.trim() === '') return [{ field: 'remark', text: 'Schrijf wat er anders moet.' }]
    if (tried === 'return' && remark.length > REMARK_MOST) return [{ field: 'remark', text: `De opmerking is ${remark.length} tekens lang. Hooguit ${REMARK_MOST} past.` }]
    return []
  }, [tried, open.length, remark])
  const release = (event: Event) => {
    event.preventDefault()
    setTried('release')
    if (open.length === 0 && danger.length === 0) onRelease(Object.fromEntries(CHECKS.map((check) => [check, true])) as Record<ReviewCheck, true>)
  }
  const back = () => {
    setTried('return')
    if (remark.trim() !== '' && remark.length <= REMARK_MOST) onReturn(remark.trim())
  }
  return (
    <>
      {refused && <Alert kind="mistake" title={refused} />}
      <ErrorSummary mistakes={mistakes} />
      <div class="beside">
        <section class="card" aria-label="Dit verlaat het team">
          <h2>Dit verlaat het team</h2>
          <SignalText content={content} areas={areas} />
          <p>Geschreven door {writer}. Voor: {partners.join(', ')}.</p>
          {remarks.length > 0 && <p>Eerder teruggestuurd: {remarks.at(-1)}</p>}
        </section>
        <form class="card" noValidate onSubmit={release} aria-label="Nakijken">
          <h2>Kan iemand hieruit afleiden wie dit vertelde?</h2>
          <p>Twijfelt u? Antwoord dan ‘ja’.</p>
          {CHECKS.map((check) => <Question key={check} check={check} answer={answers[check]} onAnswer={(answer) => setAnswers({ ...answers, [check]: answer })} />)}
          {danger.length > 0 && <Alert kind="warning" title="Met een ‘ja’ verlaat dit het team niet."><p>Stuur het terug en zeg wat er anders moet, of trek het in.</p></Alert>}
          {danger.length === 0 && <Button kind="primary" type="submit" busy={busy}>Vrijgeven</Button>}
          <Field name="remark" label="Opmerking bij terugsturen" kind="lines" secret value={remark} onInput={setRemark} hint="Alleen de schrijver en wie nakijkt lezen dit." {...(tried === 'return' && mistakes[0] ? { mistake: mistakes[0].text } : {})} />
          <Button busy={busy} onPress={back}>Terugsturen</Button>
        </form>
      </div>
    </>
  )
}

function Question({ check, answer, onAnswer }: { check: ReviewCheck; answer: Answer | undefined; onAnswer: (answer: Answer) => void }) {
  return (
    <fieldset class="question">
      <legend>{checkNames[check]}</legend>
      {(['no', 'yes'] as const).map((value) => (
        <label key={value} class="question__answer"><input type="radio" id={`${check}-${value}`} name={check} checked={answer === value} onChange={() => onAnswer(value)} />{value === 'no' ? 'Nee' : 'Ja'}</label>
      ))}
    </fieldset>
  )
}
