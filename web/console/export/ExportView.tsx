// Bestanden voor onderzoekers in every stage: what was asked before, asking anew, the archive sheet, being made.
import { useMemo, useState } from 'preact/hooks'
import type { ExportRow } from '../../../src/exports/wire.ts'
import type { EditionSummary } from '../../../src/results/wire.ts'
import type { WaveDetail } from '../../../src/waves/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { ErrorSummary } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { Progress } from '../../components/Progress.tsx'
import { Heading } from '../Heading.tsx'
import { to } from '../route.ts'
import { audienceName, inWords } from '../words.ts'

export type ExportStage =
  | { at: 'list'; done?: string; refused?: string }
  | { at: 'sheet'; export: ExportRow; mistake?: string; refused?: string }
  | { at: 'making'; export: ExportRow }

export interface ExportViewProps {
  wave: Pick<WaveDetail, 'id' | 'name' | 'state' | 'pilot'>
  exports: readonly ExportRow[]
  editions: readonly Pick<EditionSummary, 'id' | 'head'>[]
  /** Fingerprint of the archive key. */
  archive: string
  mayAsk: boolean
  stage: ExportStage
  onAsk: (withArea: boolean, reason: string) => void
  onAgree: (id: string) => void
  onOpen: (one: ExportRow) => void
  onTake: (one: ExportRow, edition: string | null, sheet: string) => void
  onBack: () => void
}

export function ExportView(props: ExportViewProps) {
  const { wave, stage } = props
  const counted = (wave.state === 'sealed' || wave.state === 'counted') && !wave.pilot
  return (
    <>
      <p class="crumb"><a href={to('meting', wave.id)}>{wave.name}</a></p>
      <Heading text="Bestanden voor onderzoekers" />
      {'refused' in stage && stage.refused && <Alert kind="mistake" title={stage.refused} />}
      {!counted && <Alert kind="info" title="Deze meting is nog niet geteld." />}
      {counted && stage.at === 'list' && <List {...props} stage={stage} />}
      {stage.at === 'sheet' && <Sheet {...props} stage={stage} />}
      {stage.at === 'making' && <div class="card"><Progress step="De telling openen en de bestanden schrijven" onCancel={props.onBack} /><p>Alles gebeurt op dit apparaat. Stoppen kan altijd.</p></div>}
    </>
  )
}

const STATES: Readonly<Record<ExportRow['state'], string>> = { 'to-agree': 'wacht op een collega', 'to-take': 'klaar om op te halen', taken: 'opgehaald', lapsed: 'verlopen' }

function List({ exports, mayAsk, stage, onAsk, onAgree, onOpen }: ExportViewProps & { stage: Extract<ExportStage, { at: 'list' }> }) {
  const [reason, setReason] = useState('')
  const [withArea, setWithArea] = useState('no')
  const [tried, setTried] = useState(false)
  const mistakes = useMemo(() => (tried && reason.trim() === '' ? [{ field: 'reason', text: 'Schrijf op waarvoor de bestanden zijn.' }] : []), [tried, reason])
  return (
    <>
      {stage.done && <Alert kind="done" title={stage.done} />}
      <p class="lead">Antwoorden van mensen, zonder naam en in een volgorde die niets zegt. Voor SPSS, R en rekenbladen. Elke aanvraag staat in het logboek.</p>
      {exports.length > 0 && (
        <section class="card" aria-label="Aanvragen">
          <h2>Aanvragen</h2>
          <ul class="tasks">{exports.map((one) => (
            <li key={one.id}>
              <span><strong>{one.withArea ? 'Met wijk' : 'Zonder wijk'}</strong>, {one.askedBy}, {inWords(one.askedOn)}: {one.reason} <small>({STATES[one.state]}{one.agreedBy ? `, akkoord van ${one.agreedBy}` : ''})</small></span>
              {one.state === 'to-agree' && !one.mine && <Button onPress={() => onAgree(one.id)}>Akkoord geven</Button>}
              {one.state === 'to-take' && one.mine && <Button kind="primary" onPress={() => onOpen(one)}>Ophalen</Button>}
            </li>
          ))}</ul>
        </section>
      )}
      {mayAsk && (
        <>
          <ErrorSummary mistakes={mistakes} />
          <form class="card" noValidate onSubmit={(event) => { event.preventDefault(); setTried(true); if (reason.trim() !== '') onAsk(withArea === 'yes', reason.trim()) }}>
            <h2>Nieuwe aanvraag</h2>
            <Field name="withArea" label="Wat hebt u nodig?" kind="choice" value={withArea} onInput={setWithArea} choices={[
              { value: 'no', label: 'Zonder wijk' }, { value: 'yes', label: 'Met wijk: een collega geeft eerst akkoord' },
            ]} hint="Met de wijk erbij zijn mensen makkelijker te herkennen. Vraag die alleen als het onderzoek niet zonder kan." />
            <Field name="reason" label="Waarvoor?" value={reason} onInput={setReason} {...(mistakes[0] ? { mistake: mistakes[0].text } : {})} />
            <Button kind="primary" type="submit">Aanvragen</Button>
          </form>
        </>
      )}
    </>
  )
}

function Sheet({ editions, archive, stage, onTake, onBack }: ExportViewProps & { stage: Extract<ExportStage, { at: 'sheet' }> }) {
  const [sheet, setSheet] = useState('')
  const [edition, setEdition] = useState(editions.at(-1)?.id ?? '')
  const mistakes = useMemo(() => (stage.mistake ? [{ field: 'sheet', text: stage.mistake }] : []), [stage.mistake])
  const one = stage.export
  return (
    <>
      <ErrorSummary mistakes={mistakes} />
      <form class="card" noValidate onSubmit={(event) => { event.preventDefault(); onTake(one, one.withArea && edition !== '' ? edition : null, sheet) }}>
        <Field name="sheet" label={`Sleutelblad van het archief ${archive}`} kind="lines" secret value={sheet} onInput={setSheet} {...(stage.mistake ? { mistake: stage.mistake } : {})}
          hint="Typ de 24 woorden, of plak de tekst van de QR-code. Ook als u dat vandaag al deed." />
        {one.withArea && editions.length > 0 && <Field name="edition" label="Een R-script dat deze uitgave narekent" kind="choice" value={edition} onInput={setEdition}
          choices={[...editions.map(({ id, head }) => ({ value: id, label: `${inWords(head.date)}, voor ${audienceName(head.audience)}` })), { value: '', label: 'Geen' }]} />}
        <p>U krijgt één bestand (zip) met SPSS, CSV en codeboek, syntaxis en Parquet{one.withArea ? ', en met het script voor R alles om elk gepubliceerd cijfer na te rekenen' : ''}.</p>
        <div class="actions"><Button kind="primary" type="submit">Bestanden maken</Button><Button onPress={onBack}>Terug</Button></div>
      </form>
    </>
  )
}
