// The page for who is not signed in: why, and where to paste a one-time link. There is no password and no name to fill in.
import { useState } from 'preact/hooks'
import { Alert } from '../components/Alert.tsx'
import { Button } from '../components/Button.tsx'
import { Field } from '../components/Field.tsx'
import type { Session } from './session.ts'
import { refusalText } from './refusal-words.ts'
import { Heading } from './Heading.tsx'

export interface SignInProps {
  why: Extract<Session, { state: 'out' }>['why']
  onSignIn: (link: string) => Promise<void>
}

export function SignInScreen({ why, onSignIn }: SignInProps) {
  const [link, setLink] = useState('')
  const [mistake, setMistake] = useState<string>()
  const submit = (event: Event) => {
    event.preventDefault()
    const token = linkToken(link)
    if (token) void onSignIn(token)
    else setMistake('Plak de hele link. Hij eindigt met #aanmelden/ en een lange code.')
  }
  return (
    <>
      <Heading text="Aanmelden" />
      {why === 'ended' && <Alert kind="info" title="U bent vanzelf afgemeld."><p>Dat gebeurt na een kwartier zonder gebruik en altijd na acht uur. Wat u had opgeslagen, is er nog.</p></Alert>}
      {why === 'signed-out' && <Alert kind="done" title="U bent afgemeld." />}
      {why !== null && typeof why === 'object' && <Alert kind="mistake" title={refusalText(why.refused)} />}
      <div class="card">
        <p>U komt binnen met een persoonlijke link. Die werkt één keer. Vraag uw beheerder om een nieuwe als u er geen hebt.</p>
        <form onSubmit={submit} noValidate>
          <Field name="link" label="Uw aanmeldlink" hint="Open de link, of plak hem hier." value={link} onInput={setLink} secret {...(mistake ? { mistake } : {})} />
          <Button kind="primary" type="submit">Aanmelden</Button>
        </form>
      </div>
    </>
  )
}

/** The secret in a pasted link, or what was pasted when it looks like the secret itself; null when neither. */
export function linkToken(pasted: string): string | null {
  const found = /(?:#\/?aanmelden\/)?([\w-]{20,200})\s*$/.exec(pasted.trim())
  return found ? found[1]! : null
}
