// Vragenlijst as markup: modules, languages, what residents read of the municipality, and a look at the questions. Until the plan is fixed
// everything may still change; afterwards it is only shown.
import { useState } from 'preact/hooks'
import { encode } from 'uqr'
import { batteries, findBattery } from '../../../src/instrument/batteries/batteries.ts'
import { standardModules, withModules } from '../../../src/instrument/batteries/battery.ts'
import type { ItemVerdict } from '../../../src/instrument/item-verdicts.ts'
import type { MunicipalityProfile } from '../../../src/areas/wire.ts'
import type { QuestionnaireOfWave, WaveDetail } from '../../../src/waves/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Checks } from '../../components/Checks.tsx'
import { to } from '../route.ts'
import { ItemVerdicts } from './ItemVerdicts.tsx'
import { StepFrame } from '../StepFrame.tsx'
import { plural } from '../words.ts'

export interface QuestionnaireViewProps {
  wave: WaveDetail
  profile: MunicipalityProfile
  /** The meting this one is a copy of, or will be compared with. */
  earlier: WaveDetail | null
  /** Question by question against the earlier meting, for what was saved; null while there is nothing to hold together. */
  verdicts: readonly ItemVerdict[] | null
  busy: boolean
  refused: string | null
  mayWrite: boolean
  protocol: string
  onChoose: (chosen: QuestionnaireOfWave) => void
}

export function QuestionnaireView({ wave, profile, earlier, verdicts, busy, refused, mayWrite, protocol, onChoose }: QuestionnaireViewProps) {
  const battery = findBattery(wave.plan.battery) ?? batteries.find(({ kind }) => kind === wave.kind)!
  const there = Object.keys(wave.instruments).length > 0
  const [modules, setModules] = useState<readonly string[]>(wave.plan.modules ?? standardModules(battery))
  const [languages, setLanguages] = useState<readonly string[]>(there ? Object.keys(wave.instruments) : battery.texts.map(({ language }) => language))
  const [same, setSame] = useState(earlier !== null && there && JSON.stringify(earlier.instruments) === JSON.stringify(wave.instruments))
  const { instrument } = withModules(battery, modules)
  const always = battery.modules.filter(({ taken }) => taken === 'always').map(({ id }) => id)
  const open = mayWrite && wave.state === 'draft'
  const faults = [modules.every((id) => always.includes(id)) && 'Kies ten minste één onderdeel.', languages.length === 0 && 'Kies ten minste één taal.'].filter((text) => typeof text === 'string')
  const choose = () => {
    if (faults.length > 0 || busy) return
    onChoose({ battery: battery.id, modules: [...new Set([...modules, ...always])], languages: [...languages], primaryOutcomes: [...(instrument.primary ?? [])], ...(same && earlier ? { instruments: { ...earlier.instruments } } : {}) })
  }
  return (
    <StepFrame wave={wave} step="vragenlijst" done={there ? [`De vragenlijst is er in ${plural(Object.keys(wave.instruments).length, 'taal', 'talen')}.`] : []} missing={there ? [] : ['Er is nog geen vragenlijst gekozen.']}
      next={there ? { label: 'Verder naar de steekproef', href: to('meting', wave.id, 'steekproef') } : null}>
      {refused && <Alert kind="mistake" title={refused} />}
      <section class="card" aria-label="Onderdelen">
        <h2>{battery.title.nl}</h2>
        <p>{plural(instrument.items.length, 'vraag', 'vragen')} als iemand elke vraag krijgt. De meeste mensen krijgen er minder. {battery.source.nl}</p>
        {earlier && <Checks name="same" legend="Dezelfde woorden?" chosen={same ? ['same'] : []} onChange={(chosen) => setSame(chosen.length > 0)}
          checks={[{ value: 'same', label: `Precies de vragen van ${earlier.name}`, hint: 'Alleen dezelfde woorden kunt u met elkaar vergelijken.', fixed: !open }]} />}
        {!same && <Checks name="modules" legend="Welke onderdelen?" chosen={[...modules, ...always]} onChange={setModules}
          checks={battery.modules.map(({ id, title, about, taken }) => ({ value: id, label: title.nl, hint: about.nl, fixed: taken === 'always' || !open }))} />}
        {!same && <Checks name="languages" legend="In welke talen?" chosen={languages} onChange={setLanguages} checks={battery.texts.map(({ language, name }) => ({ value: language, label: name, fixed: !open }))} />}
        {faults.map((text) => <Alert key={text} kind="mistake" title={text} />)}
        {open && <div class="actions"><Button kind={there ? 'secondary' : 'primary'} busy={busy} onPress={choose}>Vragenlijst opslaan</Button></div>}
      </section>
      {verdicts && earlier && <ItemVerdicts verdicts={verdicts} earlier={earlier.name} />}
      {there && <Look wave={wave} profile={profile} protocol={protocol} />}
      <section class="card" aria-label="Uw gemeente in de teksten">
        <h2>Uw gemeente in de teksten</h2>
        <p>Bewoners lezen: {profile.name}. Bellen: {profile.phone || 'nog niet ingevuld'}{profile.hours && ` (${profile.hours})`}. <a href={to('gemeente')}>Veranderen</a></p>
      </section>
    </StepFrame>
  )
}

/** The questions as residents get them; the address holds digests of public questionnaires and nothing else. */
function Look({ wave, profile: { hosts }, protocol }: Pick<QuestionnaireViewProps, 'wave' | 'profile' | 'protocol'>) {
  const host = hosts[0]
  if (host === undefined) return <Alert kind="info" title="Er is nog geen adres voor bewoners. Vraag uw beheerder." />
  const address = `${protocol}//${host}/#kijk${Object.entries(wave.instruments).map(([language, hash]) => `.${language}-${hash}`).join('')}`
  const { data, size } = encode(address, { ecc: 'L', border: 4 })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <section class="card" aria-label="Bekijken op een telefoon">
      <h2>Bekijken op een telefoon</h2>
      <p>Scan het vierkant, of <a href={address} target="_blank" rel="noreferrer">open de vragen hier</a>. U kijkt alleen: er wordt niets bewaard of verstuurd.</p>
      <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label="QR-code om de vragen te bekijken"><path d={squares} /></svg>
    </section>
  )
}
