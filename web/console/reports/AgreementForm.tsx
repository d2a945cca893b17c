// Making an agreement: who does what by when. Separate because it opens under each released signal and its mistakes belong to that one.
import { useState } from 'preact/hooks'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'

export interface AgreementFormProps {
  signal: string
  partners: readonly { id: string; name: string }[]
  today: string
  busy: boolean
  onAgree: (agreement: { partner: string; what: string; dueOn: string }) => Promise<boolean>
}

const MOST = 300

export function AgreementForm({ signal, partners, today, busy, onAgree }: AgreementFormProps) {
  const [partner, setPartner] = useState(partners[0]?.id ?? '')
  const [what, setWhat] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [tried, setTried] = useState(false)
  const faults = {
    what: what.trim() === '' ? 'Schrijf wat er gebeurt.' : what.trim().length > MOST ? `Dit zijn ${what.trim().length} tekens. Hooguit ${MOST} past.` : undefined,
    dueOn: dueOn === '' ? 'Kies de laatste dag.' : dueOn < today ? 'Kies vandaag of een latere dag.' : undefined,
  }
  const submit = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (faults.what || faults.dueOn) return
    if (await onAgree({ partner, what: what.trim(), dueOn })) {
      setWhat('')
      setDueOn('')
      setTried(false)
    }
  }
  return (
    <details>
      <summary>Afspraak maken</summary>
      <form noValidate onSubmit={(event) => { void submit(event) }}>
        {partners.length > 1 && <Field name={`who-${signal}`} label="Wie" kind="choice" value={partner} onInput={setPartner} choices={partners.map(({ id, name }) => ({ value: id, label: name }))} />}
        <Field name={`what-${signal}`} label="Wat" value={what} onInput={setWhat} {...(tried && faults.what ? { mistake: faults.what } : {})} />
        <Field name={`due-${signal}`} label="Uiterlijk op" kind="date" value={dueOn} onInput={setDueOn} {...(tried && faults.dueOn ? { mistake: faults.dueOn } : {})} />
        <Button type="submit" busy={busy}>Afspraak vastleggen</Button>
      </form>
    </details>
  )
}
