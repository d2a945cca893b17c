// What is done with the list besides printing: find the area of a letter that came back, agree to more replaced codes, destroy the list.
// Separate from printing because each is one short act.
import { useState } from 'preact/hooks'
import type { LettersAnswer } from '../../../src/mailings/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import { isMailingNumber } from '../../../src/letters/desk-note.ts'
import { inWords, number, plural } from '../words.ts'

/** `found`: the area of the number typed last; null when no letter has it. */
export function ReturnedCard({ found, onFind }: { found: { mailing: string; area: string | null } | null; onFind: (mailing: string) => void }) {
  const [typed, setTyped] = useState('')
  const [mistake, setMistake] = useState<string>()
  const find = (event: Event) => {
    event.preventDefault()
    const good = isMailingNumber(typed)
    setMistake(good ? undefined : 'Vul het nummer in dat onder het adres staat: 6 cijfers of meer.')
    if (good) onFind(typed.replace(/[\s.]/g, ''))
  }
  return (
    <details class="card">
      <summary>Uit welke wijk komt een brief?</summary>
      <form noValidate onSubmit={find}>
        <Field name="returned" label="Nummer van een teruggekomen brief" hint="Het kleine nummer onder het adres." value={typed} onInput={setTyped} {...(mistake ? { mistake } : {})} />
        <Button type="submit">Zoeken</Button>
      </form>
      <p role="status">{found && (found.area === null ? `Geen brief van deze meting heeft nummer ${found.mailing}.` : `Brief ${found.mailing}: ${found.area}. Tel haar op bij ‘Volgen’.`)}</p>
    </details>
  )
}

export interface AllowanceCardProps {
  replacements: LettersAnswer['replacements']
  noted: number
  busy: boolean
  onAsk: (upTo: number) => void
  onAgree: (upTo: number) => void
}

/** More than 2% of the letters: two people. */
export function AllowanceCard({ replacements: { codes, most, asked }, noted, busy, onAsk, onAgree }: AllowanceCardProps) {
  if (!asked && codes + noted <= most) return null
  const upTo = codes + noted
  return (
    <section class="card" aria-label="Meer codes vervangen">
      <h2>Meer codes vervangen</h2>
      <Alert kind="warning" title={`Tot nu toe ${plural(codes, 'code is', 'codes zijn')} vervangen. Meer dan ${number(most)} mag alleen als een tweede persoon dat goedvindt.`}>
        <p>Zonder akkoord is 2% van de brieven het meeste. Veel vervangen codes kunnen een teken zijn dat iemand codes opmaakt. De verklaring aan het eind noemt het aantal.</p>
      </Alert>
      {asked ? (
        <>
          <p>{asked.own ? `U vroeg om in totaal ${plural(asked.upTo, 'code', 'codes')}. Een collega moet dat goedvinden.` : `${asked.by} vraagt om in totaal ${plural(asked.upTo, 'code', 'codes')} te mogen vervangen.`}</p>
          {!asked.own && <Button busy={busy} onPress={() => onAgree(asked.upTo)}>{`Akkoord met ${plural(asked.upTo, 'code', 'codes')}`}</Button>}
        </>
      ) : <Button busy={busy} onPress={() => onAsk(upTo)}>{`Een collega om ${plural(upTo, 'code', 'codes')} vragen`}</Button>}
    </section>
  )
}

export interface DestroyCardProps {
  /** The day of the last planned reminder; today. */
  last: string
  today: string
  /** On this device; else only the word is given that it is gone. */
  here: boolean
  busy: boolean
  onDestroy: () => void
}

export function DestroyCard({ last, today, here, busy, onDestroy }: DestroyCardProps) {
  const [sure, setSure] = useState(false)
  const early = today <= last
  return (
    <details class="card">
      <summary>De lijst vernietigen</summary>
      <p>Is de laatste brief op de bus? Dan is de lijst niet meer nodig. {here ? 'Vernietig haar op dit apparaat.' : 'Verwijder haar op het apparaat waar zij staat, en leg dat hier vast.'} Vernietig ook wat u geprint of gedownload hebt. De verklaring aan het eind noemt de dag en uw naam.</p>
      {early && <Alert kind="warning" title={`De laatste brief is gepland op ${inWords(last)}. Zonder lijst kunt u die niet meer printen.`} />}
      {sure ? (
        <div class="actions">
          <Button kind="danger" busy={busy} onPress={onDestroy}>Ja, lijst vernietigen</Button>
          <Button onPress={() => setSure(false)}>Toch niet</Button>
        </div>
      ) : <Button onPress={() => setSure(true)}>{here ? 'Lijst vernietigen' : 'Vastleggen dat de lijst vernietigd is'}</Button>}
    </details>
  )
}
