// Who reads and who reviews: confirming a key together with its owner, giving access to months, stopping and letting go on, and leaving.
// Separate because each of these is something one person does for another, never for themselves.
import { useState } from 'preact/hooks'
import type { MonthLine, OfficerLine } from '../../../src/reports/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import { monthName } from './report-words.ts'

export interface ReviewerLine { staff: string; name: string; recipient: string; fingerprint: string; confirmed: boolean; self: boolean }

export interface PeopleCardProps {
  officers: readonly OfficerLine[]
  reviewers: readonly ReviewerLine[]
  months: readonly MonthLine[]
  /** Months this person can open now, and so give to others; null while the desk is locked. */
  mayGive: readonly string[] | null
  may: { confirm: boolean; remove: boolean }
  busy: boolean
  onConfirmOfficer: (officer: OfficerLine) => void
  onConfirmReviewer: (reviewer: ReviewerLine) => void
  onGive: (staff: string) => void
  onRelease: (staff: string, reason: string) => void
  onRemove: (staff: string) => void
}

const STATES = { asked: 'wacht op bevestiging', active: 'leest mee', left: 'weg' } as const

export function PeopleCard({ officers, reviewers, months, mayGive, may, busy, onConfirmOfficer, onConfirmReviewer, onGive, onRelease, onRemove }: PeopleCardProps) {
  return (
    <section class="card" aria-label="Mensen">
      <h2>Wie leest</h2>
      {officers.length === 0 && <p>Nog niemand. Wie de rol meldingen heeft, maakt hierboven een eigen sleutel.</p>}
      <ul class="readers">
        {officers.map((officer) => {
          const missing = officer.state === 'active' ? months.filter((month) => !month.officers.includes(officer.staff)) : []
          const give = mayGive !== null && missing.some(({ month }) => mayGive.includes(month))
          return (
            <li key={officer.staff}>
              <p><strong>{officer.name}</strong>{officer.self && ' (u)'} <span class={`state${officer.state === 'active' ? ' state--sealed' : officer.state === 'asked' ? ' state--closed' : ''}`}>{STATES[officer.state]}</span> {officer.state !== 'left' && <span class="mono">{officer.fingerprint}</span>}</p>
              {officer.state === 'asked' && !officer.self && may.confirm && <Confirm fingerprint={officer.fingerprint} name={officer.name} busy={busy} onConfirm={() => onConfirmOfficer(officer)} />}
              {officer.stopped && <Brake officer={officer} busy={busy} onRelease={onRelease} />}
              {missing.length > 0 && <p>Nog op slot voor {officer.self ? 'u' : officer.name}: {missing.map(({ month }) => monthName(month)).join(', ')}. {give && !officer.self && <Button busy={busy} onPress={() => onGive(officer.staff)}>Toegang geven<span class="only-heard"> aan {officer.name}</span></Button>}</p>}
              {officer.state !== 'left' && !officer.self && may.remove && <Leave name={officer.name} busy={busy} onRemove={() => onRemove(officer.staff)} />}
            </li>
          )
        })}
      </ul>
      <h2>Wie nakijkt</h2>
      {reviewers.length === 0 && <p>Nog niemand. Zonder iemand die nakijkt gaat er niets weg.</p>}
      <ul class="readers">
        {reviewers.map((reviewer) => (
          <li key={reviewer.staff}>
            <p><strong>{reviewer.name}</strong>{reviewer.self && ' (u)'} <span class={`state state--${reviewer.confirmed ? 'sealed' : 'closed'}`}>{reviewer.confirmed ? 'kijkt na' : 'wacht op bevestiging'}</span> <span class="mono">{reviewer.fingerprint}</span></p>
            {!reviewer.confirmed && !reviewer.self && may.confirm && <Confirm fingerprint={reviewer.fingerprint} name={reviewer.name} busy={busy} onConfirm={() => onConfirmReviewer(reviewer)} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Confirm({ fingerprint, name, busy, onConfirm }: { fingerprint: string; name: string; busy: boolean; onConfirm: () => void }) {
  return (
    <div class="compare-key">
      <p>Bel {name} of ga langs. Laat {name} het kenmerk voorlezen van het eigen scherm. Is het precies <strong class="mono">{fingerprint}</strong>?</p>
      <Button kind="primary" busy={busy} onPress={onConfirm}>Ja, dat is de sleutel van {name}</Button>
    </div>
  )
}

function Brake({ officer: { staff, name, self }, busy, onRelease }: { officer: OfficerLine; busy: boolean; onRelease: (staff: string, reason: string) => void }) {
  const [reason, setReason] = useState('')
  const [mistake, setMistake] = useState<string>()
  if (self) return <Alert kind="warning" title="U bent gestopt met lezen: u opende veel meldingen in een uur."><p>Een collega kan u hier weer vrijgeven.</p></Alert>
  const submit = (event: Event) => {
    event.preventDefault()
    setMistake(reason.trim() === '' ? 'Schrijf waarom.' : undefined)
    if (reason.trim() !== '') onRelease(staff, reason.trim())
  }
  return (
    <Alert kind="warning" title={`${name} is gestopt met lezen: te veel meldingen in een uur.`}>
      <form noValidate onSubmit={submit}>
        <Field name={`reason-${staff}`} label={`Waarom mag ${name} verder?`} hint="Dit komt in het logboek." value={reason} onInput={setReason} {...(mistake ? { mistake } : {})} />
        <Button type="submit" busy={busy}>Weer vrijgeven</Button>
      </form>
    </Alert>
  )
}

function Leave({ name, busy, onRemove }: { name: string; busy: boolean; onRemove: () => void }) {
  return (
    <details>
      <summary>{name} leest niet meer mee</summary>
      <p>{name} wordt meteen afgemeld en krijgt geen sleutel van een volgende maand. Wat {name} al las, blijft gelezen. Sleutels van maanden die nog komen, maakt u opnieuw.</p>
      <Button kind="danger" busy={busy} onPress={onRemove}>Ja, {name} gaat weg</Button>
    </details>
  )
}
