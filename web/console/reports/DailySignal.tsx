// Where the daily message to officers goes. Separate because it is set once, and because the screen has to say why it comes on empty days too.
import { useState } from 'preact/hooks'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'

export interface DailySignalProps {
  /** Host of the address that is set; '' when there is none. */
  host: string
  may: boolean
  busy: boolean
  /** Answers whether it was kept: then the field is emptied. */
  onSet: (address: string) => Promise<boolean>
}

export function DailySignal({ host, may, busy, onSet }: DailySignalProps) {
  const [address, setAddress] = useState('')
  const [mistake, setMistake] = useState<string>()
  const submit = async (event: Event) => {
    event.preventDefault()
    const typed = address.trim()
    const fault = typed === '' ? 'Vul het adres in.' : URL.canParse(typed) ? undefined : 'Dit is geen webadres. Het begint met https://.'
    setMistake(fault)
    if (fault === undefined && await onSet(typed)) setAddress('')
  }
  return (
    <section class="card" aria-label="Dagelijks bericht">
      <h2>Dagelijks bericht</h2>
      <p>Elke ochtend gaat er één bericht naar uw team: kijk vandaag in de meldingen. Het komt elke dag op hetzelfde uur, ook als er niets is. Zo kan niemand eraan zien wanneer iemand iets vertelde.</p>
      <p>{host === '' ? 'Er is nog geen adres.' : <>Het gaat naar <strong class="mono">{host}</strong>.</>}</p>
      {may && (
        <form noValidate onSubmit={(event) => { void submit(event) }}>
          <Field name="webhook" label={host === '' ? 'Adres' : 'Een ander adres'} hint="Een webhook van uw chat- of mailprogramma. Uw beheerder kan er een maken." secret value={address} onInput={setAddress} {...(mistake ? { mistake } : {})} />
          <div class="actions">
            <Button type="submit" busy={busy}>Adres bewaren</Button>
            {host !== '' && <Button busy={busy} onPress={() => { void onSet('') }}>Geen bericht meer sturen</Button>}
          </div>
        </form>
      )}
    </section>
  )
}
