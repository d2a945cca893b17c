// Partner organisations: adding one, renaming it, taking it off, and who reads for it. Separate because this is done a few times a year.
import { useState } from 'preact/hooks'
import type { Partner, PartnersAnswer } from '../../../src/signals/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import { Heading } from '../Heading.tsx'

export interface PartnersViewProps {
  answer: PartnersAnswer
  busy: boolean
  refused?: string
  said?: string
  onAdd: (partner: { name: string; network: boolean }) => Promise<boolean>
  onChange: (id: string, partner: { name: string; network: boolean; active: boolean }) => void
  onBind: (id: string, staff: string) => void
  onRelease: (id: string, staff: string) => void
}

export function PartnersView(props: PartnersViewProps) {
  const { answer: { partners, people }, busy, refused, said, onAdd } = props
  return (
    <>
      <Heading text="Partners" />
      <p class="lead">Organisaties waar een signaal naartoe kan, en wie het daar leest.</p>
      {refused && <Alert kind="mistake" title={refused} />}
      {said && <Alert kind="done" title={said} />}
      <ul class="waves">{partners.map((partner) => <Organisation key={partner.id} partner={partner} people={people} {...props} />)}</ul>
      <AddForm busy={busy} onAdd={onAdd} />
    </>
  )
}

function Organisation({ partner, people, busy, onChange, onBind, onRelease }: Omit<PartnersViewProps, 'answer'> & { partner: Partner; people: PartnersAnswer['people'] }) {
  const { id, name, network, active, contacts } = partner
  const [who, setWho] = useState(people[0]?.staff ?? '')
  const chosen = people.some(({ staff }) => staff === who) ? who : people[0]?.staff ?? ''
  return (
    <li class="card">
      <h2>{name} {network && <span class="state state--field">netwerk</span>} {!active && <span class="state">doet niet meer mee</span>}</h2>
      {contacts.length === 0 ? <p>Niemand leest hier nog signalen.</p> : (
        <ul>{contacts.map(({ staff, name: person }) => <li key={staff}>{person} <Button busy={busy} onPress={() => onRelease(id, staff)}>Loskoppelen<span class="only-heard">: {person}</span></Button></li>)}</ul>
      )}
      {active && people.length > 0 && (
        <form class="fields" noValidate onSubmit={(event) => { event.preventDefault(); onBind(id, chosen) }}>
          <Field name={`contact-${id}`} label="Contactpersoon toevoegen" kind="choice" value={chosen} onInput={setWho} choices={people.map(({ staff, name: person }) => ({ value: staff, label: person }))} />
          <div class="actions"><Button type="submit" busy={busy}>Koppelen</Button></div>
        </form>
      )}
      <Button busy={busy} onPress={() => onChange(id, { name, network, active: !active })}>{active ? 'Doet niet meer mee' : 'Doet weer mee'}<span class="only-heard">: {name}</span></Button>
    </li>
  )
}

function AddForm({ busy, onAdd }: Pick<PartnersViewProps, 'busy' | 'onAdd'>) {
  const [name, setName] = useState('')
  const [network, setNetwork] = useState('no')
  const [mistake, setMistake] = useState<string>()
  const submit = async (event: Event) => {
    event.preventDefault()
    setMistake(name.trim() === '' ? 'Vul de naam van de organisatie in.' : undefined)
    if (name.trim() !== '' && await onAdd({ name: name.trim(), network: network === 'yes' })) setName('')
  }
  return (
    <form class="card" noValidate onSubmit={(event) => { void submit(event) }}>
      <h2>Partner toevoegen</h2>
      <Field name="partner-name" label="Naam van de organisatie" hint="Geen naam van een persoon." value={name} onInput={setName} {...(mistake ? { mistake } : {})} />
      <Field name="partner-network" label="Is dit het netwerk voor ingewikkelde zaken?" hint="Alleen dat krijgt verwijzingen." kind="choice" value={network} onInput={setNetwork} choices={[{ value: 'no', label: 'Nee' }, { value: 'yes', label: 'Ja' }]} />
      <Button type="submit" busy={busy}>Toevoegen</Button>
      <p>Contactpersonen zijn collega’s met de rol partner. Uw beheerder maakt hun toegang.</p>
    </form>
  )
}
