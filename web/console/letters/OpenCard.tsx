// Opening the list on this device with its six words, or saying on whose device it lies. Separate because nothing else of the screen may be
// done with a list that is closed.
import { useState } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import { Progress } from '../../components/Progress.tsx'
import { wordCount } from '../SixWords.tsx'
import { inWords } from '../words.ts'

export interface OpenCardProps {
  opening: boolean
  idle: boolean
  mistake: string | undefined
  onOpen: (passphrase: string) => void
}

export function OpenCard({ opening, idle, mistake, onOpen }: OpenCardProps) {
  const [words, setWords] = useState('')
  const [count, setCount] = useState<string>()
  if (opening) return <section class="card" aria-label="Lijst openen"><Progress step="De lijst openen. Dat duurt enkele seconden." /></section>
  const wrong = count ?? mistake
  const submit = (event: Event) => {
    event.preventDefault()
    const typed = wordCount(words)
    setCount(typed === 6 ? undefined : `Vul zes woorden in. Er staan er ${typed}.`)
    if (typed !== 6) return
    onOpen(words)
    setWords('')
  }
  return (
    <section class="card" aria-label="Lijst openen">
      <h2>De lijst openen</h2>
      {idle && <Alert kind="info" title="De lijst ging op slot na tien minuten zonder gebruik." />}
      <p>De lijst met namen en codes staat op slot op dit apparaat. De server kan haar niet lezen.</p>
      <form noValidate onSubmit={submit}>
        <Field name="list-words" label="Uw zes woorden" hint="U schreef ze op toen u de brieven maakte. Hoofdletters en streepjes maken niet uit." secret value={words} onInput={setWords} {...(wrong ? { mistake: wrong } : {})} />
        <Button kind="primary" type="submit">Openen</Button>
      </form>
    </section>
  )
}

/** The list lies elsewhere, or nowhere. */
export function Elsewhere({ list }: { list: { madeOn: string; madeBy: string | null } | null }) {
  if (!list) return <Alert kind="info" title="Deze brieven zijn niet in deze pagina gemaakt."><p>Ze zijn gemaakt met de opdrachtregel. Herinneringen print u daar ook.</p></Alert>
  return (
    <Alert kind="info" title={`De lijst staat op een ander apparaat${list.madeBy ? `: dat van ${list.madeBy}` : ''}.`}>
      <p>Daar is zij op {inWords(list.madeOn)} gemaakt. Printen kan alleen daar, in dezelfde browser. Kwijt? Dan kunt u deze brieven niet opnieuw printen.</p>
    </Alert>
  )
}
