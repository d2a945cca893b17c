// Volgen as markup: one sentence, the areas with what they will give, print runs, the days so far, and what came back by post. Numbers come once
// a day, rounded down per area; nothing here moves with a single answer.
import { Button } from '../../components/Button.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { ErrorSummary } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { Alert } from '../../components/Alert.tsx'
import type { ProgressAnswer } from '../../../src/mailings/wire.ts'
import type { WaveDetail } from '../../../src/waves/wire.ts'
import { to } from '../route.ts'
import { StepFrame } from '../StepFrame.tsx'
import { inWords, number } from '../words.ts'
import { enoughText, followed, phaseName } from './follow.ts'
import type { AreaRow } from './follow.ts'

export interface ReturnsForm {
  area: string
  undelivered: string
  ineligible: string
  onArea: (area: string) => void
  onUndelivered: (count: string) => void
  onIneligible: (count: string) => void
  onSave: () => void
  busy: boolean
  saved: boolean
  mistake?: { field: string; text: string } | undefined
  refused?: string | undefined
}

export interface FollowViewProps {
  wave: WaveDetail
  progress: ProgressAnswer
  /** Absent for who may only look. */
  form?: ReturnsForm | undefined
}

const started = (state: WaveDetail['state']) => state !== 'draft' && state !== 'ready' && state !== 'imported'

export function FollowView({ wave, progress, form }: FollowViewProps) {
  if (!started(wave.state)) return <StepFrame wave={wave} step="volgen" done={[]} missing={['Het veldwerk is nog niet begonnen.']} next={{ label: 'Naar de meting', href: to('meting', wave.id) }} />
  const { rows, sentence, basis, expected } = followed(wave, progress)
  const over = wave.state !== 'field'
  return (
    <StepFrame
      wave={wave} step="volgen" done={over ? ['Het veldwerk is gesloten.'] : []} missing={over ? [] : [`Mensen kunnen meedoen tot en met ${inWords(wave.ends)}.`]}
      next={wave.state === 'field' ? { label: 'Veldwerk sluiten', href: to('meting', wave.id, 'sluiten') } : null}
    >
      <p class="lead">{sentence}</p>
      <section class="card">
        <DataTable caption="Per wijk" columns={columns(over)} rows={rows} />
        <p>Wij tellen één keer per dag, om 6 uur. Elke wijk ronden we naar beneden af op 5. Zo laat geen getal zien wie net meedeed.{expected !== null && <> {basis}</>}</p>
        <p>De respons naar leeftijd en geslacht weten we pas na het tellen.</p>
      </section>
      {progress.days.length > 0 && <Days days={progress.days} />}
      {progress.runs.length > 0 && (
        <section class="card">
          <DataTable caption="Verstuurde brieven" rows={progress.runs} columns={[
            { heading: 'Wat', text: ({ phase }) => phaseName(phase) }, { heading: 'Dag', text: ({ day }) => inWords(day) },
            { heading: 'Brieven', numeric: true, text: ({ letters }) => number(letters) }, { heading: 'Door', text: ({ by }) => by ?? '' },
          ]} />
        </section>
      )}
      {form && wave.state !== 'sealed' && <Returns areas={progress.areas} form={form} />}
    </StepFrame>
  )
}

function columns(over: boolean) {
  return [
    { heading: 'Wijk', text: ({ name }: AreaRow) => name },
    { heading: 'Brieven', numeric: true, text: ({ invited }: AreaRow) => number(invited) },
    { heading: 'Antwoorden', numeric: true, text: ({ received }: AreaRow) => (received === null ? 'nog niet geteld' : `minstens ${number(received)}`) },
    { heading: 'Respons', numeric: true, text: ({ rate }: AreaRow) => rate },
    ...(over ? [] : [
      { heading: 'Verwacht', numeric: true, text: ({ expected }: AreaRow) => (expected === null ? 'nog niet te zeggen' : `ongeveer ${number(expected)}`) },
      { heading: 'Marge aan het eind', numeric: true, text: ({ margin }: AreaRow) => margin },
      { heading: 'Genoeg?', text: ({ enough }: AreaRow) => enoughText(enough) },
    ]),
    { heading: 'Onbestelbaar', numeric: true, text: ({ undelivered }: AreaRow) => number(undelivered) },
    { heading: 'Weg of overleden', numeric: true, text: ({ ineligible }: AreaRow) => number(ineligible) },
    { heading: 'Vervangen', numeric: true, text: ({ replaced }: AreaRow) => number(replaced) },
  ]
}

/** The days as bars: a picture for the eye, the same as a table for everybody. */
function Days({ days }: { days: ProgressAnswer['days'] }) {
  const most = Math.max(1, ...days.map(({ received }) => received))
  const last = days.at(-1)!
  const width = 640 / days.length
  return (
    <figure class="card figure">
      <figcaption><h2>Dag voor dag</h2><p class="figure__sentence">Sinds {inWords(days[0]!.day)} groeide het aantal tot minstens {number(last.received)}.</p></figcaption>
      <svg class="days" viewBox="0 0 640 120" role="img" aria-label={`Antwoorden per dag opgeteld: van ${number(days[0]!.received)} naar ${number(last.received)}.`}>
        {days.map(({ day, received }, i) => <rect key={day} x={i * width + 1} width={Math.max(1, width - 2)} y={118 - (110 * received) / most} height={(110 * received) / most} />)}
        <line x1="0" x2="640" y1="118.5" y2="118.5" />
      </svg>
      <details class="figure__table">
        <summary>Bekijk de tabel</summary>
        <DataTable caption="Antwoorden tot en met die ochtend" rows={days} columns={[{ heading: 'Dag', text: ({ day }) => inWords(day) }, { heading: 'Minstens', numeric: true, text: ({ received }) => number(received) }]} />
      </details>
    </figure>
  )
}

function Returns({ areas, form }: { areas: ProgressAnswer['areas']; form: ReturnsForm }) {
  const mistake = (field: string) => (form.mistake?.field === field ? { mistake: form.mistake.text } : {})
  return (
    <form class="card" noValidate onSubmit={(event) => { event.preventDefault(); form.onSave() }}>
      <h2>Teruggekomen brieven</h2>
      <p>Vul per wijk in hoeveel brieven er tot nu toe terugkwamen. Op de brief staat geen wijk: die vindt u bij ‘Brieven’, met het nummer van de brief.</p>
      <ErrorSummary mistakes={form.mistake ? [form.mistake] : []} />
      {form.refused && <Alert kind="mistake" title={form.refused} />}
      {form.saved && <Alert kind="done" title="Opgeslagen." />}
      <Field name="returns-area" label="Wijk" kind="choice" value={form.area} onInput={form.onArea} {...mistake('returns-area')}
        choices={[{ value: '', label: 'Kies een wijk' }, ...areas.map(({ area, name }) => ({ value: area, label: name }))]} />
      <div class="fields">
        <Field name="returns-undelivered" label="Onbestelbaar" hint="De post kon de brief niet bezorgen." value={form.undelivered} onInput={form.onUndelivered} {...mistake('returns-undelivered')} />
        <Field name="returns-ineligible" label="Weg of overleden" hint="U weet dat deze persoon er niet meer woont." value={form.ineligible} onInput={form.onIneligible} {...mistake('returns-ineligible')} />
      </div>
      <Button type="submit" busy={form.busy}>Opslaan</Button>
    </form>
  )
}
