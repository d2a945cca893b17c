// Nieuwe meting as a form: for whom, for real or as an exercise, when, and whether an earlier one is asked again. Markup from data.
import { useMemo, useState } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Checks } from '../../components/Checks.tsx'
import { ErrorSummary } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import type { DaysOfWave, WaveDraft, WaveSummary } from '../../../src/waves/wire.ts'
import { Heading } from '../Heading.tsx'
import { DaysFields } from './DaysFields.tsx'
import { copyable, daysMistakes, proposedDays, proposedName } from './new-wave.ts'

export interface NewWaveViewProps {
  waves: readonly WaveSummary[]
  /** Boundary years that have areas. */
  years: readonly number[]
  today: string
  busy: boolean
  refused: string | null
  onMake: (draft: WaveDraft) => void
}

export function NewWaveView({ waves, years, today, busy, refused, onMake }: NewWaveViewProps) {
  const [kind, setKind] = useState<WaveDraft['kind']>('resident')
  const [pilot, setPilot] = useState(false)
  const [copyOf, setCopyOf] = useState(() => copyable(waves, 'resident').find((wave) => !wave.pilot)?.id ?? '')
  const [days, setDays] = useState<DaysOfWave>(() => {
    const proposed = proposedDays(today)
    return { ...proposed, name: proposedName(waves, proposed.starts, false), boundaryYear: years.at(-1) ?? Number(today.slice(0, 4)), approachStartedOn: null }
  })
  const [tried, setTried] = useState(false)
  const mistakes = useMemo(() => (tried ? daysMistakes(days) : []), [tried, days])
  const setPractice = (on: boolean) => {
    setPilot(on)
    // The proposed name goes along as long as nobody changed it.
    if (days.name === proposedName(waves, days.starts, !on)) setDays({ ...days, name: proposedName(waves, days.starts, on) })
  }
  const earlier = copyable(waves, kind)
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (!busy && daysMistakes(days).length === 0) onMake({ ...days, kind, pilot, copyOf: earlier.some(({ id }) => id === copyOf) ? copyOf : null })
  }
  return (
    <>
      <p class="crumb"><a href="#/">Metingen</a></p>
      <Heading text="Nieuwe meting" />
      <p class="lead">Begin met een naam en de dagen. Daarna gaat u in zeven stappen van wijken naar uitkomsten. Alles kan nog veranderen tot u het vastlegt.</p>
      {refused && <Alert kind="mistake" title={refused} />}
      <ErrorSummary mistakes={mistakes} />
      <form class="card" noValidate onSubmit={submit}>
        <Field name="kind" label="Wie vraagt u?" kind="choice" value={kind} onInput={(value) => setKind(value as WaveDraft['kind'])}
          choices={[{ value: 'resident', label: 'Bewoners van wijken' }, { value: 'professional', label: 'Medewerkers en partners in de aanpak' }]} />
        <Checks name="pilot" legend="Oefenen?" chosen={pilot ? ['pilot'] : []} onChange={(chosen) => setPractice(chosen.length > 0)}
          checks={[{ value: 'pilot', label: 'Dit is een proefmeting', hint: 'Dezelfde weg, met een klein aantal brieven. Op elke pagina staat PROEF. De uitkomsten worden niet gepubliceerd en niet vergeleken.' }]} />
        {earlier.length > 0 && <Field name="copyOf" label="Dezelfde vragen als een eerdere meting?" kind="choice" value={earlier.some(({ id }) => id === copyOf) ? copyOf : ''} onInput={setCopyOf}
          hint="Alleen dezelfde vragen kunt u met elkaar vergelijken." choices={[...earlier.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: 'Nee, ik kies zelf' }]} />}
        <DaysFields days={days} onDays={setDays} mistakes={mistakes} />
        <Button kind="primary" type="submit" busy={busy}>Meting maken</Button>
      </form>
    </>
  )
}
