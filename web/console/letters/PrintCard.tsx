// Printing a run pile by pile: draw, print, say that it came out well, go on. A printer jams; so every pile can be printed again, and a run
// counts only once somebody says that all of it lies there. Separate because drawing is long and can be stopped.
import { useState } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import { Progress } from '../../components/Progress.tsx'
import { number, plural } from '../words.ts'
import { pilesOf, runName } from './letters.ts'
import type { Run } from './letters.ts'

export type Printing = { at: 'idle' } | { at: 'drawing'; pile: number; share: number } | { at: 'drawn'; pile: number }

export interface PrintCardProps {
  runs: readonly Run[]
  printing: Printing
  busy: boolean
  /** Noted at the help desk; their letters get a new code with this run. */
  noted: number
  /** Reminders go to unused codes only: then the printing house prints them. */
  unusedOnly: boolean
  onDraw: (run: Run, pile: number) => void
  onPrint: () => void
  onStop: () => void
  /** All of a run is printed. */
  onPrinted: (run: Run) => void
}

export function PrintCard({ runs, printing, busy, noted, unusedOnly, onDraw, onPrint, onStop, onPrinted }: PrintCardProps) {
  const [chosen, setChosen] = useState(0)
  const [pile, setPile] = useState(0)
  const run = runs[Math.min(chosen, runs.length - 1)]!
  const piles = pilesOf(run.letters)
  const here = Math.min(pile, piles.length - 1)
  const last = here === piles.length - 1
  const choose = (value: string) => { setChosen(Number(value)); setPile(0) }
  const lies = printing.at === 'drawn' && printing.pile === here
  return (
    <section class="card" aria-label="Printen">
      <h2>Printen</h2>
      {printing.at === 'idle' && runs.length > 1 && <Field name="run" label="Wat print u?" kind="choice" value={String(runs.indexOf(run))} onInput={choose} choices={runs.map((one, i) => ({ value: String(i), label: `${runName(one)} (${plural(one.letters, 'brief', 'brieven')})` }))} />}
      {runs.length === 1 && <p>{runName(run)}: {plural(run.letters, 'brief', 'brieven')}.</p>}
      {run.phase > 0 && run.only === 'all' && (unusedOnly
        ? <Alert kind="warning" title="U koos voor herinneringen aan ongebruikte codes. De drukkerij print die."><p>Print u hier toch, dan krijgt iedereen een herinnering.</p></Alert>
        : <p>De herinnering gaat naar iedereen, met dezelfde code. Zo ziet niemand wie al meedeed.</p>)}
      {noted > 0 && <Alert kind="info" title={`${plural(noted, 'brief', 'brieven')} ${noted === 1 ? 'krijgt' : 'krijgen'} een nieuwe code.`}><p>De helpdesk noteerde ze. De oude code werkt daarna niet meer.</p></Alert>}
      <p>Papier: A4, aan twee kanten. Zet in het printvenster de marges uit en de schaal op 100%. De voorkant past in een vensterenvelop; op de achterkant staat klein het kenmerk. Een PDF maken kan daar ook.</p>
      {printing.at === 'idle' && here === 0 && piles.length > 1 && <Pile piles={piles.length} onGo={setPile} />}
      <p><strong>{piles.length === 1 ? plural(run.letters, 'brief', 'brieven') : `Stapel ${number(here + 1)} van ${number(piles.length)}: brief ${number(piles[here]!.from + 1)} tot en met ${number(piles[here]!.to)}`}</strong></p>
      {printing.at === 'drawing' && <Progress step={`${plural(piles[here]!.to - piles[here]!.from, 'brief', 'brieven')} klaarzetten`} share={printing.share} onCancel={onStop} />}
      {printing.at !== 'drawing' && !lies && (
        <div class="actions">
          <Button kind="primary" busy={busy} onPress={() => onDraw(run, here)}>{piles.length === 1 ? 'Printen' : `Stapel ${number(here + 1)} printen`}</Button>
          {here > 0 && <Button onPress={() => setPile(here - 1)}>Vorige stapel</Button>}
        </div>
      )}
      {lies && (
        <>
          <p>Liggen alle brieven van deze stapel goed in de printer?</p>
          <div class="actions">
            {last ? <Button kind="primary" busy={busy} onPress={() => { setPile(0); onPrinted(run) }}>Ja, alles is geprint</Button> : <Button kind="primary" onPress={() => { setPile(here + 1); onStop() }}>{`Ja, naar stapel ${number(here + 2)}`}</Button>}
            <Button onPress={onPrint}>Nee, nog eens printen</Button>
          </div>
        </>
      )}
    </section>
  )
}

/** Going on where somebody stopped yesterday. */
function Pile({ piles, onGo }: { piles: number; onGo: (pile: number) => void }) {
  return <Field name="pile" label="Verder vanaf stapel" kind="choice" value="0" onInput={(value) => onGo(Number(value))} choices={Array.from({ length: piles }, (_, i) => ({ value: String(i), label: number(i + 1) }))} />
}
