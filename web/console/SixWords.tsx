// Six words that are on screen exactly once: written down on paper and typed back before anything goes on. Separate because somebody's own
// key and the list of letters are both opened by such words.
import { useState } from 'preact/hooks'
import { Alert } from '../components/Alert.tsx'
import { Button } from '../components/Button.tsx'
import { Field } from '../components/Field.tsx'

/** Whether what was typed back is what was shown; capitals and hyphens do not matter. */
export function sameWords(shown: string, typed: string): boolean {
  const words = (text: string) => (text.normalize('NFKC').toLowerCase().match(/\p{L}+/gu) ?? []).join(' ')
  return words(shown) === words(typed)
}

/** How many words somebody typed. */
export function wordCount(typed: string): number {
  return typed.match(/\p{L}+/gu)?.length ?? 0
}

export function SixWords({ passphrase, onWritten }: { passphrase: string; onWritten: () => void }) {
  const [typed, setTyped] = useState('')
  const [mistake, setMistake] = useState<string>()
  const submit = (event: Event) => {
    event.preventDefault()
    if (sameWords(passphrase, typed)) onWritten()
    else setMistake('Dit zijn niet dezelfde zes woorden. Kijk nog eens op uw papier.')
  }
  return (
    <>
      <Alert kind="warning" title="Schrijf deze zes woorden nu op. U ziet ze maar één keer."><p>Bewaar het papier waar alleen u bij kunt, niet op een computer. Niemand kan ze voor u opzoeken.</p></Alert>
      <ol class="passphrase mono">{passphrase.split('-').map((word, index) => <li key={index}>{word}</li>)}</ol>
      <form noValidate onSubmit={submit}>
        <Field name="typed-back" label="Typ de zes woorden over van uw papier" secret value={typed} onInput={setTyped} {...(mistake ? { mistake } : {})} />
        <Button kind="primary" type="submit">Ik heb ze opgeschreven</Button>
      </form>
    </>
  )
}
