// What the municipality says of itself, as a form: every word of it stands on residents' pages or letters. Markup from data.
import { useMemo, useState } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { ErrorSummary } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import type { MunicipalityProfile, MunicipalitySettings } from '../../../src/areas/wire.ts'
import { Heading } from '../Heading.tsx'
import { MISSING } from './missing-words.ts'
import { municipalityMistakes } from './municipality-mistakes.ts'

export interface MunicipalityViewProps {
  profile: MunicipalityProfile
  mayWrite: boolean
  busy: boolean
  refused: string | null
  saved: boolean
  onSave: (settings: MunicipalitySettings) => void
}

export function MunicipalityView({ profile, mayWrite, busy, refused, saved, onSave }: MunicipalityViewProps) {
  const { hosts, missing, ...given } = profile
  const [settings, setSettings] = useState<MunicipalitySettings>(given)
  const [tried, setTried] = useState(false)
  const mistakes = useMemo(() => (tried ? municipalityMistakes(settings) : []), [tried, settings])
  const field = (name: keyof MunicipalitySettings, label: string, hint?: string) => {
    const mistake = mistakes.find((one) => one.field === name)?.text
    return <Field name={name} label={label} {...(hint ? { hint } : {})} {...(mistake ? { mistake } : {})} value={settings[name]} onInput={(value) => { setSettings({ ...settings, [name]: value }) }} />
  }
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (mayWrite && !busy && municipalityMistakes(settings).length === 0) onSave(settings)
  }
  return (
    <>
      <Heading text="Uw gemeente" />
      <p class="lead">Wat u hier invult, lezen bewoners in de brief en op hun telefoon.</p>
      {saved && <Alert kind="done" title="Opgeslagen." />}
      {refused && <Alert kind="mistake" title={refused} />}
      {missing.length > 0 && <Alert kind="warning" title={`Het veldwerk kan nog niet starten. Er ontbreekt: ${missing.map((one) => MISSING[one]).join(', ')}.`} />}
      {!mayWrite && <Alert kind="info" title="Alleen wie het veldwerk plant, kan dit veranderen." />}
      <ErrorSummary mistakes={mistakes} />
      <form class="card" noValidate onSubmit={submit}>
        {field('name', 'Naam van de gemeente')}
        {field('phone', 'Telefoonnummer', 'Staat in elke brief, in elke taal. Liefst een gratis nummer.')}
        {field('hours', 'Wanneer kunnen mensen bellen?', 'Bijvoorbeeld: maandag tot en met vrijdag van 9.00 tot 17.00 uur')}
        {field('contact', 'Bij wie kunnen bewoners terecht met vragen?', 'Naam van het team of de persoon, en een mailadres.')}
        {field('officer', 'Functionaris gegevensbescherming (FG)', 'Naam of functie, en hoe mensen de FG bereiken.')}
        {field('walkIn', 'Waar kunnen mensen langskomen voor hulp? (mag leeg)', 'Bijvoorbeeld: het wijkpunt in de bibliotheek, Lindeplein 1')}
        {field('team', 'Wijkteam voor wie hulp wil (mag leeg)', 'Staat op de bedankpagina, naast 112 en Slachtofferhulp.')}
        {field('privacyUrl', 'Webadres van uw privacyverklaring (mag leeg)')}
        {field('exitUrl', 'Waar leidt ‘Sluit snel’ heen?', 'Een gewone pagina, zoals het weer. Leeg: onze eigen weerpagina.')}
        {mayWrite && <Button kind="primary" type="submit" busy={busy}>{busy ? 'Bezig met opslaan' : 'Opslaan'}</Button>}
      </form>
      <p>Bewoners openen hun pagina op: {hosts.length === 0 ? 'nog geen adres. Vraag uw beheerder.' : hosts.map((host, i) => <span key={host}>{i > 0 && ', '}<span class="mono">{host}</span></span>)}</p>
    </>
  )
}
