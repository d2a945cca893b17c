// Every stage of counting as markup: the key sheet, the progress, the outcome. The typed sheet goes to the
// counting thread only and is emptied once it is accepted.
import type { WaveDetail } from '../../../src/waves/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Progress } from '../../components/Progress.tsx'
import { to } from '../route.ts'
import { checkNumber, checkText, lettersText, outcomeText, stepText } from './count-words.ts'
import type { CountProgress, CountSaid, How } from './counting.ts'
import type { KeySheetFormProps } from './KeySheetForm.tsx'
import { KeySheetForm } from './KeySheetForm.tsx'
import { Heading } from '../Heading.tsx'

export type CountStage =
  | { at: 'key'; mistake?: string; refused?: string; stopped?: boolean }
  | { at: 'counting'; progress: CountProgress }
  | { at: 'done'; said: Extract<CountSaid, { counted: unknown }>; how: How }

export interface CountViewProps {
  wave: Pick<WaveDetail, 'id' | 'name' | 'state' | 'keyFingerprint' | 'frozen'>
  stage: CountStage
  form: Pick<KeySheetFormProps, 'sheet' | 'onSheet' | 'letter' | 'onLetter' | 'archive' | 'onArchive' | 'how' | 'onHow' | 'onStart'>
  onStop: () => void
}

export function CountView({ wave, stage, form, onStop }: CountViewProps) {
  const open = wave.state === 'closed' || wave.state === 'counting' || wave.state === 'counted'
  return (
    <>
      <p class="crumb"><a href={to('meting', wave.id)}>{wave.name}</a></p>
      <Heading text="Tellen" />
      {stage.at === 'done' ? <Outcome wave={wave.id} stage={stage} />
        : !open ? <NotNow state={wave.state} />
          : stage.at === 'counting' ? (
            <div class="card">
              <Progress {...stepText(stage.progress)} onCancel={onStop} />
              <p>Laat deze pagina open. Stoppen kan altijd: er gaat niets verloren en een nieuwe telling geeft dezelfde uitkomst.</p>
            </div>
          ) : (
            <>
              <p class="lead">We tellen pas als de bus dicht is, net als bij verkiezingen. Tellen gebeurt op dit apparaat.</p>
              {stage.stopped && <Alert kind="info" title="De telling is gestopt. Er is niets veranderd." />}
              {stage.refused && <Alert kind="mistake" title={stage.refused} />}
              <KeySheetForm fingerprint={wave.keyFingerprint ?? ''} stored={wave.frozen !== null} {...(stage.mistake ? { mistake: stage.mistake } : {})} {...form} />
            </>
          )}
    </>
  )
}

function NotNow({ state }: { state: WaveDetail['state'] }) {
  return state === 'sealed'
    ? <Alert kind="info" title="Deze meting is al geteld." />
    : <Alert kind="info" title="Deze meting kan nog niet worden geteld."><p>Sluit eerst het veldwerk.</p></Alert>
}

function Outcome({ wave, stage: { said, how } }: { wave: string; stage: Extract<CountStage, { at: 'done' }> }) {
  const check = checkText(said, how)
  const same = said.earlier === null || said.earlier === said.counted.digest
  return (
    <>
      <Alert kind={same ? 'done' : 'warning'} title={how === 'check' ? 'Nageteld.' : 'Geteld.'}><p>{outcomeText(said)}</p>{check && <p>{check}</p>}</Alert>
      <div class="card">
        <h2>{said.text ? 'Verklaring' : 'Controlegetal'}</h2>
        {said.text && <p>{said.text}</p>}
        <p>Controlegetal van deze telling: <span class="mono">{checkNumber(said.counted.digest)}</span></p>
        <p>{lettersText(said)}</p>
        {how === 'keep' && <p>De verzegelde antwoorden staan er nog. Een collega kan nu natellen. Kies daarna ‘Tellen en afronden’.</p>}
        {said.text && <p>Vernietig nu het sleutelblad van deze meting, in elke kluis. Het opent niets meer op de server. Bewaar het sleutelblad van het archief: zonder dat blad kan niemand deze telling nog openen.</p>}
        <div class="actions">
          {said.text ? <Button kind="primary" href={to('meting', wave, 'publiceren')}>Publiceren</Button> : <Button kind="primary" href={to('meting', wave)}>Terug naar de meting</Button>}
        </div>
      </div>
    </>
  )
}
