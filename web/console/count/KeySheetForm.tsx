// The form that asks for the key sheet of a meting and what kind of count this is. A mistyped word is named; the words are never stored,
// never sent, and gone from the page once the sheet is accepted.
import { useMemo } from 'preact/hooks'
import { Button } from '../../components/Button.tsx'
import { ErrorSummary } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import type { How } from './counting.ts'

export interface KeySheetFormProps {
  /** Printed on the sheet and shown here, so that people take the right one from the safe. */
  fingerprint: string
  /** A count was stored before. */
  stored: boolean
  /** Kept by the screen until the sheet is accepted, so that one mistyped word does not cost 24. */
  sheet: string
  onSheet: (sheet: string) => void
  /** What stands on the back of a letter; empty is allowed. */
  letter: string
  onLetter: (letter: string) => void
  /** The mark on the archive sheet; empty is allowed. */
  archive: string
  onArchive: (archive: string) => void
  how: How
  onHow: (how: How) => void
  mistake?: string
  onStart: () => void
}

export function KeySheetForm({ fingerprint, stored, sheet, onSheet, letter, onLetter, archive, onArchive, how, onHow, mistake, onStart }: KeySheetFormProps) {
  const mistakes = useMemo(() => mistake ? [{ field: 'sheet', text: mistake }] : [], [mistake])
  return (
    <>
      <ErrorSummary mistakes={mistakes} />
      <form class="card" noValidate onSubmit={(event) => { event.preventDefault(); onStart() }}>
        <Field name="sheet" label={`Sleutelblad ${fingerprint}`} kind="lines" secret value={sheet} onInput={onSheet} {...(mistake ? { mistake } : {})}
          hint="Typ de 24 woorden, of plak de tekst van de QR-code. De eerste vier letters van elk woord zijn genoeg." />
        <Field name="letter" label="Kenmerk van een brief (mag leeg blijven)" secret value={letter} onInput={onLetter}
          hint="Neem een brief van deze meting. Op de achterkant staan vier groepjes van vier tekens. Zo weet u dat u telt met de sleutels van de brieven." />
        <Field name="archive" label="Kenmerk van het archiefblad (mag leeg blijven)" secret value={archive} onInput={onArchive}
          hint="Twee groepjes van vier tekens, op het sleutelblad van het archief. Zo weet u dat alleen uw gemeente de telling kan openen." />
        <Field name="how" label="Wat wilt u doen?" kind="choice" value={how} onInput={(value) => onHow(value as How)} choices={[
          { value: 'finish', label: 'Tellen en afronden' },
          { value: 'keep', label: 'Tellen, een collega telt eerst na' },
          { value: 'check', label: 'Natellen: er verandert niets' },
        ]} />
        {how === 'finish' && <p>Na het tellen worden de verzegelde antwoorden vernietigd. {stored ? 'Er is al een telling opgeslagen; de uitkomst moet precies gelijk zijn.' : 'Alleen de getelde, verzegelde uitkomst blijft.'}</p>}
        <Button kind="primary" type="submit">{how === 'check' ? 'Natellen' : 'Tellen'}</Button>
      </form>
    </>
  )
}
