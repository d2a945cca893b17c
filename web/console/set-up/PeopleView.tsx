// Collega's: who may do what, inviting by one-time link, and who waits for a second person. Markup from data.
import { useState } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Checks } from '../../components/Checks.tsx'
import { CopyButton } from '../../components/CopyButton.tsx'
import { Field } from '../../components/Field.tsx'
import type { People, PersonProposal } from '../../../src/staff/wire.ts'
import { Heading } from '../Heading.tsx'
import { ROLES, roleNames } from './people-words.ts'

/** What came of the last act. */
export type PeopleSaid = null | { link: string; name: string } | { waiting: string }

export interface PeopleViewProps {
  people: People
  mayInvite: boolean
  busy: boolean
  refused: string | null
  said: PeopleSaid
  onInvite: (proposal: PersonProposal) => void
  onAgree: (id: string, name: string) => void
  onRemove: (id: string) => void
  onOwnLink: () => void
}

export function PeopleView({ people: { people, waiting }, mayInvite, busy, refused, said, onInvite, onAgree, onRemove, onOwnLink }: PeopleViewProps) {
  return (
    <>
      <Heading text="Collega’s" />
      <p class="lead">Plannen en tellen doen altijd twee mensen. Zo heeft niemand in zijn eentje de brieven én de sleutel.</p>
      {refused && <Alert kind="mistake" title={refused} />}
      {said && 'link' in said && <NewLink {...said} />}
      {said && 'waiting' in said && <Alert kind="info" title={`${said.waiting} kan nog niet binnen.`}><p>Een tweede collega moet ja zeggen. Vraag die om deze pagina te openen.</p></Alert>}
      <section class="card" aria-label="Collega’s">
        <h2>Wie werken hier</h2>
        <ul class="people">
          {people.map(({ id, name, roles, me }) => (
            <li key={id}>
              <span><strong>{name}</strong>{me && ' (u)'}<br />{roleNames(roles)}</span>
              {me ? <Button busy={busy} onPress={onOwnLink}>Link voor mijn volgende keer</Button>
                : mayInvite && <span class="people__acts">
                  <Button busy={busy} onPress={() => onInvite({ name, roles: [...roles] })}>Nieuwe link<span class="only-heard"> voor {name}</span></Button>
                  <Button kind="danger" busy={busy} onPress={() => onRemove(id)}>Verwijderen<span class="only-heard">: {name}</span></Button>
                </span>}
            </li>
          ))}
        </ul>
      </section>
      {waiting.length > 0 && (
        <section class="card" aria-label="Wacht op een tweede collega">
          <h2>Wacht op een tweede collega</h2>
          <ul class="people">
            {waiting.map(({ id, name, roles, by, mayAgree }) => (
              <li key={id}>
                <span><strong>{name}</strong>, voorgesteld door {by}<br />{roleNames(roles)}</span>
                {mayAgree ? <Button busy={busy} onPress={() => onAgree(id, name)}>Akkoord<span class="only-heard"> met {name}</span></Button> : <span>Dit kan alleen een ander doen.</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayInvite && <InviteForm busy={busy} onInvite={onInvite} />}
    </>
  )
}

function NewLink({ link, name }: { link: string; name: string }) {
  return (
    <Alert kind="done" title={`Hier is de link voor ${name}.`}>
      <p class="mono">{link}</p>
      <p>Geef hem zelf door, bijvoorbeeld op papier of aan de telefoon. Hij werkt één keer, en niet langer dan drie dagen.</p>
      <p><CopyButton label="Link kopiëren" text={() => link} /></p>
    </Alert>
  )
}

function InviteForm({ busy, onInvite }: { busy: boolean; onInvite: (proposal: PersonProposal) => void }) {
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<string[]>([])
  const [mistakes, setMistakes] = useState<{ name?: string; roles?: string }>({})
  const submit = (event: Event) => {
    event.preventDefault()
    const wrong = {
      ...(name.trim() === '' ? { name: 'Vul een naam in.' } : {}),
      ...(roles.length === 0 ? { roles: 'Kies wat deze collega doet.' } : roles.includes('coordinator') && roles.includes('analyst') ? { roles: 'Veldwerk en tellen doen twee mensen. Kies er één.' } : {}),
    }
    setMistakes(wrong)
    if (Object.keys(wrong).length > 0 || busy) return
    onInvite({ name: name.trim(), roles: roles as PersonProposal['roles'] })
    setName('')
    setRoles([])
  }
  return (
    <form class="card" noValidate onSubmit={submit}>
      <h2>Een collega uitnodigen</h2>
      <Field name="person" label="Naam" value={name} onInput={setName} {...(mistakes.name ? { mistake: mistakes.name } : {})} />
      <Checks name="roles" legend="Wat doet deze collega?" checks={ROLES.map(({ role, name: label, about }) => ({ value: role, label, hint: about }))} chosen={roles} onChange={setRoles} {...(mistakes.roles ? { mistake: mistakes.roles } : {})} />
      <Button kind="primary" type="submit" busy={busy}>Link maken</Button>
    </form>
  )
}
