// Asks for the six words that open somebody's own key, and says how far opening is. The words go to the desk's thread and are emptied here
// at once. Separate because inbox, review and writing all wait for it.
import { useMemo, useState } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { ErrorSummary } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { Progress } from '../../components/Progress.tsx'
import { to } from '../route.ts'

export interface UnlockFormProps {
  /** Locked by itself after a time without anybody. */
  idle: boolean
  stage: { at: 'asking'; mistake?: string; noKey?: boolean; refused?: string } | { at: 'opening' }
  onUnlock: (passphrase: string) => void
}

export function UnlockForm({ idle, stage, onUnlock }: UnlockFormProps) {
  const [words, setWords] = useState('')
  const [tried, setTried] = useState<string>()
  const asked: Partial<Extract<UnlockFormProps['stage'], { at: 'asking' }>> = stage.at === 'asking' ? stage : {}
  const mistake = tried ?? asked.mistake
  const mistakes = useMemo(() => (mistake ? [{ field: 'passphrase', text: mistake }] : []), [mistake])
  const submit = (event: Event) => {
    event.preventDefault()
    const count = words.match(/\p{L}+/gu)?.length ?? 0
    setTried(count === 6 ? undefined : `Vul zes woorden in. Er staan er ${count}.`)
    if (count !== 6) return
    onUnlock(words)
    setWords('')
  }
  if (stage.at === 'opening') return <div class="card"><Progress step="Uw sleutel openen. Dat duurt enkele seconden." /></div>
  return (
    <>
      {idle && <Alert kind="info" title="Vergrendeld na tien minuten zonder gebruik."><p>Wat u had geopend, staat nergens meer op dit apparaat.</p></Alert>}
      {asked.refused && <Alert kind="mistake" title={asked.refused} />}
      {asked.noKey && <Alert kind="warning" title="U hebt nog geen sleutel, of een collega moet u nog bevestigen."><p><a href={to('meldingen', 'sleutels')}>Naar sleutels en mensen</a></p></Alert>}
      <ErrorSummary mistakes={mistakes} />
      <form class="card" noValidate onSubmit={submit}>
        <p>Meldingen zijn op slot. Alleen uw eigen sleutel opent ze, op dit apparaat. De server kan ze niet lezen.</p>
        <Field name="passphrase" label="Uw zes woorden" hint="U schreef ze op toen u uw sleutel maakte. Hoofdletters en streepjes maken niet uit." secret value={words} onInput={setWords} {...(mistake ? { mistake } : {})} />
        <Button kind="primary" type="submit">Openen</Button>
      </form>
    </>
  )
}
