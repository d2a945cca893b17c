// The help desk as markup: one field for what the caller reads from the letter, and the same sentence whatever it was. Nothing here says
// whether a code was used: the page does not ask, and the note is sealed to a list that lies on another device.
import { useState } from 'preact/hooks'
import type { LettersAnswer } from '../../../src/mailings/wire.ts'
import type { WaveDetail } from '../../../src/waves/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { ErrorSummary } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { to } from '../route.ts'
import { StepFrame } from '../StepFrame.tsx'
import { plural } from '../words.ts'

export interface HelpDeskViewProps {
  wave: WaveDetail
  letters: LettersAnswer
  mayAct: boolean
  busy: boolean
  refused: string | null
  mistake: string | undefined
  /** How many were noted since the screen opened. */
  noted: number
  onNote: (typed: string) => void
}

export function HelpDeskView({ wave, letters: { list, notes }, mayAct, busy, refused, mistake, noted, onNote }: HelpDeskViewProps) {
  const [typed, setTyped] = useState('')
  const waits = wave.state !== 'field' ? 'Noteren kan zolang het veldwerk loopt.' : !list ? 'Van deze meting staat geen lijst met brieven op een apparaat. Noteren kan dan niet.' : list.destroyedOn ? 'De lijst met brieven is vernietigd. Brieven vervangen kan niet meer.' : !mayAct ? 'Noteren doet een collega met de rol veldwerk.' : null
  const mistakes = mistake ? [{ field: 'note', text: mistake }] : []
  return (
    <StepFrame wave={wave} step="brieven" heading="Helpdesk" done={[]} missing={notes ? [`${plural(notes, 'brief wacht', 'brieven wachten')} op een nieuwe code.`] : []} next={{ label: 'Terug naar brieven', href: to('meting', wave.id, 'brieven') }}>
      {refused && <Alert kind="mistake" title={refused} />}
      {noted > 0 && !mistake && <Alert kind="done" title="Genoteerd."><p>Zeg: ‘U krijgt een nieuwe brief. De oude code werkt dan niet meer. Deed u al mee, dan telt dat en hoeft u niets te doen.’</p></Alert>}
      {waits ? <Alert kind="info" title={waits} /> : (
        <form class="card" noValidate onSubmit={(event) => { event.preventDefault(); onNote(typed); setTyped('') }}>
          <h2>Een brief noteren</h2>
          <ErrorSummary mistakes={mistakes} />
          <Field name="note" label="Nummer van de brief, of de code" hint="Het nummer staat klein onder het adres: 6 cijfers. De code heeft 13 letters en cijfers. Vraag geen naam en geen adres." secret value={typed} onInput={setTyped} {...(mistake ? { mistake } : {})} />
          <Button kind="primary" type="submit" busy={busy}>Noteren</Button>
        </form>
      )}
      <section class="card" aria-label="Wat u zegt">
        <h2>Als iemand belt</h2>
        <ul>
          <li>Doet de code het niet? Of las iemand anders de brief? Noteer nummer of code.</li>
          <li>Is de brief weg, en kent de beller nummer en code niet? Dan wacht de beller op de herinnering. Daarop staat dezelfde code.</li>
          <li>Vraagt iemand of een code gebruikt is? Dat weet niemand, ook u niet. Zo blijft geheim wie meedeed.</li>
          <li>Wil iemand niet meedoen? Dat mag. U hoeft niets te noteren.</li>
        </ul>
      </section>
    </StepFrame>
  )
}
