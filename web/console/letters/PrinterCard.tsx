// Handing letters to a printing house: sealed to its own key, or as a plain list that anybody reads; and reminders to unused codes only, the
// option with its warning. What is for the printer is never readable here. Separate because most municipalities print themselves.
import { useState } from 'preact/hooks'
import type { LettersAnswer } from '../../../src/mailings/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import { inWords } from '../words.ts'

const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/
const MISTAKE = 'Dit is geen sleutel van een drukkerij. Die begint met age1 en heeft 62 tekens.'

export interface PrinterCardProps {
  busy: boolean
  /** Names were merged here. */
  named: boolean
  onSealed: (recipient: string) => void
  onPlain: () => void
}

export function PrinterCard({ busy, named, onSealed, onPlain }: PrinterCardProps) {
  const [recipient, setRecipient] = useState('')
  const [mistake, setMistake] = useState<string>()
  const seal = (event: Event) => {
    event.preventDefault()
    const key = recipient.trim()
    setMistake(RECIPIENT.test(key) ? undefined : MISTAKE)
    if (RECIPIENT.test(key)) onSealed(key)
  }
  return (
    <details class="card">
      <summary>Laten drukken</summary>
      <p>{named ? 'De drukkerij krijgt namen, adressen en codes.' : 'De drukkerij krijgt de codes en zet de namen erbij.'} Sluit eerst een verwerkersovereenkomst.</p>
      <form noValidate onSubmit={seal}>
        <Field name="printer-key" label="Sleutel van de drukkerij" hint="De drukkerij maakt die zelf en stuurt u het deel dat met age1 begint. Alleen zij kan het bestand openen." secret value={recipient} onInput={setRecipient} {...(mistake ? { mistake } : {})} />
        <Button type="submit" busy={busy}>Bestand op slot downloaden</Button>
      </form>
      <details>
        <summary>Zonder sleutel</summary>
        <Alert kind="warning" title="Deze lijst staat niet op slot."><p>Wie haar heeft, kan met elke code meedoen. Mail haar niet. Verwijder haar zodra de drukkerij haar heeft.</p></Alert>
        <Button busy={busy} onPress={onPlain}>Lijst downloaden (CSV)</Button>
      </details>
    </details>
  )
}

export interface UnusedCardProps {
  printer: LettersAnswer['printer']
  /** Planned days of reminders, and today. */
  reminders: readonly string[]
  today: string
  /** The list on this device is open. */
  mayList: boolean
  busy: boolean
  onAsk: (recipient: string) => void
  onAgree: (recipient: string) => void
  onList: () => void
}

/** Reminders to unused codes only. */
export function UnusedCard({ printer, reminders, today, mayList, busy, onAsk, onAgree, onList }: UnusedCardProps) {
  const [recipient, setRecipient] = useState('')
  const [mistake, setMistake] = useState<string>()
  const ask = (event: Event) => {
    event.preventDefault()
    const key = recipient.trim()
    setMistake(RECIPIENT.test(key) ? undefined : MISTAKE)
    if (RECIPIENT.test(key)) onAsk(key)
  }
  const days = reminders.map(inWords).join(' en ')
  return (
    <details class="card" open={printer !== null && !printer.agreed && !printer.own}>
      <summary>Alleen ongebruikte codes herinneren</summary>
      <Alert kind="warning" title="Liever niet: een herinnering verraadt dan wie nog niet meedeed.">
        <p>Huisgenoten, de postbode en de drukkerij kunnen dat zien. Gaat de brief naar iedereen, dan ziet niemand het. Het scheelt alleen papier.</p>
      </Alert>
      <p>Doet u het toch? Dan moet een collega het goedvinden. De lijst bestaat alleen op {days || 'een geplande dag'}, op slot voor de drukkerij. U kunt haar zelf niet lezen.</p>
      {printer?.agreed ? (
        reminders.includes(today)
          ? mayList ? <><p>Stuur beide bestanden naar de drukkerij: de brieven, en welke daarvan vandaag een herinnering krijgen.</p><Button busy={busy} onPress={onList}>Twee bestanden op slot downloaden</Button></> : <p>Open eerst de lijst met uw zes woorden.</p>
          : <p><strong>Goedgekeurd.</strong> U haalt de lijst op de geplande dag zelf op: {days}.</p>
      ) : printer ? (
        <>
          <p>{printer.own ? 'Uw voorstel wacht op een collega.' : `${printer.by} stelt dit voor.`} Sleutel van de drukkerij: <span class="mono digest">{printer.recipient}</span></p>
          {!printer.own && <Button busy={busy} onPress={() => onAgree(printer.recipient)}>Akkoord: alleen ongebruikte codes</Button>}
        </>
      ) : (
        <form noValidate onSubmit={ask}>
          <Field name="unused-key" label="Sleutel van de drukkerij die herinneringen print" secret value={recipient} onInput={setRecipient} {...(mistake ? { mistake } : {})} />
          <Button type="submit" busy={busy}>Voorstellen aan een collega</Button>
        </form>
      )}
    </details>
  )
}
