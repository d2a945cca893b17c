// The recovery key: made once, printed for a safe (one sheet twice, or three parts of which two are enough), and shown to open by somebody else
// before reports can be told. Separate because its sheets are on screen exactly once.
import { useMemo, useState } from 'preact/hooks'
import type { Setup } from '../../../src/reports/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { ErrorSummary } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { SheetPaper } from '../../components/SheetPaper.tsx'
import { inWords } from '../words.ts'
import type { RecoverySheets } from './desk-keys.ts'

export interface RecoveryCardProps {
  recovery: Setup['recovery']
  /** Just made: to print now, and never to be seen again. */
  sheets: RecoverySheets | null
  may: { make: boolean; drill: boolean }
  busy: boolean
  mistake?: string
  onMake: (split: boolean) => void
  onPrinted: () => void
  onDrill: (typed: string, second: string | null) => void
}

const KEEP = ['Dit opent de meldingen als niemand anders dat meer kan. Wie dit heeft, kan alles lezen wat nog niet vernietigd is.', 'Bewaar het in een kluis. Oefen elk jaar of het nog opent.']

export function RecoveryCard({ recovery, sheets, may, busy, mistake, onMake, onPrinted, onDrill }: RecoveryCardProps) {
  return (
    <section class="card" aria-label="Herstelblad">
      <h2>Herstelblad</h2>
      {sheets && <Sheets sheets={sheets} onPrinted={onPrinted} />}
      {!sheets && recovery === null && <p>Er is nog geen herstelblad. Raken alle sleutels kwijt, dan opent alleen dit blad de meldingen nog.</p>}
      {!sheets && recovery !== null && (
        <>
          <p>{recovery.drilledOn ? `Geoefend op ${inWords(recovery.drilledOn)}. Oefen elk jaar opnieuw.` : 'Nog niet geoefend. Iemand anders dan wie het maakte, laat zien dat het opent.'} Kenmerk: <strong class="mono">{recovery.fingerprint}</strong></p>
          {may.drill && <DrillForm split={recovery.split} busy={busy} onDrill={onDrill} {...(mistake ? { mistake } : {})} />}
        </>
      )}
      {!sheets && may.make && <MakeForm again={recovery !== null} busy={busy} onMake={onMake} />}
    </section>
  )
}

function Sheets({ sheets, onPrinted }: { sheets: RecoverySheets; onPrinted: () => void }) {
  const papers = 'sheet' in sheets
    ? [1, 2].map((copy) => <SheetPaper key={copy} title={`Herstelblad ${copy} van 2`} lines={KEEP} fingerprint={sheets.sheet.fingerprint} qr={sheets.sheet.qr} words={sheets.sheet.words} />)
    : sheets.shares.map((share, index) => <SheetPaper key={share} title={`Hersteldeel ${index + 1} van 3`} lines={['Twee van de drie delen samen openen de meldingen. Eén deel opent niets.', 'Geef elk deel aan een ander, voor een andere kluis.']} fingerprint={sheets.fingerprint} qr={share} part={share} />)
  return (
    <>
      <Alert kind="warning" title="Print dit nu. U ziet het maar één keer."><p>Bewaar het niet als bestand. {'sheet' in sheets ? 'Twee bladen, voor twee kluizen.' : 'Drie delen, voor drie kluizen.'}</p></Alert>
      <div class="sheets">{papers}</div>
      <div class="actions"><Button kind="primary" onPress={() => print()}>Printen</Button><Button onPress={onPrinted}>Klaar, van het scherm halen</Button></div>
    </>
  )
}

function DrillForm({ split, busy, mistake, onDrill }: { split: boolean; busy: boolean; mistake?: string; onDrill: RecoveryCardProps['onDrill'] }) {
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const mistakes = useMemo(() => (mistake ? [{ field: 'recovery-first', text: mistake }] : []), [mistake])
  return (
    <>
      <ErrorSummary mistakes={mistakes} />
      <form noValidate onSubmit={(event) => { event.preventDefault(); onDrill(first, split ? second : null) }}>
        <h3>Oefenen</h3>
        <Field name="recovery-first" label={split ? 'Een deel' : 'Het herstelblad'} kind="lines" secret value={first} onInput={setFirst} {...(mistake ? { mistake } : {})}
          hint={split ? 'Typ de veertien groepjes, of scan de QR-code.' : 'Typ de 24 woorden, of scan de QR-code. De eerste vier letters van elk woord zijn genoeg.'} />
        {split && <Field name="recovery-second" label="Een ander deel" kind="lines" secret value={second} onInput={setSecond} />}
        <Button type="submit" kind="primary" busy={busy}>Laten zien dat het opent</Button>
      </form>
    </>
  )
}

function MakeForm({ again, busy, onMake }: { again: boolean; busy: boolean; onMake: (split: boolean) => void }) {
  const [how, setHow] = useState('one')
  const form = (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onMake(how === 'split') }}>
      <Field name="recovery-how" label="Hoe bewaart u het?" kind="choice" value={how} onInput={setHow}
        choices={[{ value: 'one', label: 'Eén blad, twee keer geprint' }, { value: 'split', label: 'In drie delen; twee zijn nodig' }]} />
      <Button type="submit" busy={busy}>{again ? 'Nieuw herstelblad maken' : 'Herstelblad maken'}</Button>
    </form>
  )
  if (!again) return form
  return <details><summary>Een nieuw herstelblad</summary><p>Het oude opent dan alleen nog de maanden waarvan de sleutel er al is. Iemand moet opnieuw oefenen.</p>{form}</details>
}
