// Somebody's own key: making it, writing the six words down, typing them back. Separate because the words are on screen exactly once, and
// nothing else of this room may be in the way then.
import { Button } from '../../components/Button.tsx'
import { Progress } from '../../components/Progress.tsx'
import { SixWords } from '../SixWords.tsx'

export type OwnKeyStage = { at: 'none' } | { at: 'making' } | { at: 'shown'; passphrase: string; fingerprint: string } | { at: 'asked' | 'confirmed'; fingerprint: string }

export interface OwnKeyProps {
  stage: OwnKeyStage
  onMake: () => void
  /** The words were written down and typed back. */
  onWritten: () => void
}

export function OwnKey({ stage, onMake, onWritten }: OwnKeyProps) {
  return (
    <section class="card" aria-label="Uw eigen sleutel">
      <h2>Uw eigen sleutel</h2>
      {stage.at === 'none' && <><p>U hebt nog geen sleutel. Met uw sleutel opent u op dit apparaat wat voor u verzegeld is. De server kan dat niet.</p><Button kind="primary" onPress={onMake}>Mijn sleutel maken</Button></>}
      {stage.at === 'making' && <Progress step="Uw sleutel maken. Dat duurt enkele seconden." />}
      {stage.at === 'shown' && <SixWords passphrase={stage.passphrase} onWritten={onWritten} />}
      {stage.at === 'asked' && <p>Uw sleutel wacht op een collega. Bel samen en lees het kenmerk voor: <strong class="mono">{stage.fingerprint}</strong></p>}
      {stage.at === 'confirmed' && <p>Uw sleutel is bevestigd. Kenmerk: <strong class="mono">{stage.fingerprint}</strong></p>}
      {(stage.at === 'asked' || stage.at === 'confirmed') && (
        <details>
          <summary>Woorden kwijt?</summary>
          <p>Maak dan een nieuwe sleutel. Een collega moet u opnieuw bevestigen en u opnieuw toegang geven tot de maanden. Tot die tijd leest u niets.</p>
          <Button onPress={onMake}>Nieuwe sleutel maken</Button>
        </details>
      )}
    </section>
  )
}
