// The certificate as a page to read, sign and print: the sentence a council reads, the numbers from invited to counted, the digests that bind
// them, what people destroyed by hand. Markup from data, so that specimens show every stage.
import { useState } from 'preact/hooks'
import { asOfNow } from '../../../src/counting/certificate-statement.ts'
import type { HandThing } from '../../../src/counting/certificate-statement.ts'
import { certificateText } from '../../../src/counting/certificate-text.ts'
import type { CertificateStratum } from '../../../src/counting/certificate.ts'
import type { CertificateAnswer } from '../../../src/results/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { Field } from '../../components/Field.tsx'
import { Heading } from '../Heading.tsx'
import { to } from '../route.ts'
import { inWords, number } from '../words.ts'
import { HAND_NAMES, numbersOf } from './certificate-words.ts'

export interface Said { done?: string; refused?: string; mistake?: string }

export interface CertificateViewProps {
  certificate: CertificateAnswer
  areas: Readonly<Record<string, string>>
  /** Mark of the archive sheet, for who may sign; null for others. */
  fingerprint: string | null
  said: Said
  busy: boolean
  sheet: string
  onSheet: (sheet: string) => void
  onRecord: (thing: HandThing, goneOn: string) => void
  onSign: () => void
}

export function CertificateView({ certificate: { statement, signed }, areas, fingerprint, said, busy, sheet, onSheet, onRecord, onSign }: CertificateViewProps) {
  const { certificate, wave, frozen, byHand } = statement
  return (
    <>
      <p class="crumb"><a href={to('meting', wave.id)}>{wave.name}</a></p>
      <Heading text="Verklaring" />
      {said.done && <Alert kind="done" title={said.done} />}
      {said.refused && <Alert kind="mistake" title={said.refused} />}
      <section class="card" aria-label="De verklaring">
        <p class="lead">{certificateText(asOfNow(statement), 'nl')}</p>
        <p>{signed[0] ? `Getekend met de uitgavesleutel van ${statement.municipality.name} op ${inWords(signed[0].statement.date)}.` : 'Nog niet getekend.'}</p>
        <div class="actions no-print">
          <Button onPress={() => print()}>Afdrukken</Button>
          <a href={`/api/waves/${encodeURIComponent(wave.id)}/file`} download={`${wave.id}.json`}>Bestand om na te rekenen</a>
        </div>
      </section>
      <section class="card" aria-label="De aantallen">
        <DataTable caption="Van uitnodiging tot telling" columns={[{ heading: 'Wat', text: ({ name }) => name }, { heading: 'Aantal', numeric: true, text: ({ value }) => number(value) }]} rows={numbersOf(certificate)} />
        <DataTable caption="Per groep" rows={certificate.perStratum} columns={[
          { heading: 'Groep', text: ({ id, area }: CertificateStratum & { counted: number }) => (areas[area] && areas[area] !== id ? `${areas[area]}${id === area ? '' : ` (${id})`}` : id) },
          { heading: 'Uitgenodigd', numeric: true, text: ({ drawn }) => number(drawn) },
          { heading: 'Begonnen met versturen', numeric: true, text: ({ issued }) => number(issued) },
          { heading: 'Geteld', numeric: true, text: ({ counted }) => number(counted) },
        ]} />
      </section>
      <section class="card no-print" aria-label="Zelf vernietigd">
        <h2>Wat u zelf vernietigt</h2>
        <p>De server weet niet wat u in een versnipperaar stopt. Leg vast op welke dag iets weg is; de verklaring noemt het dan.</p>
        {(Object.keys(HAND_NAMES) as HandThing[]).map((thing) => <HandRow key={thing} thing={thing} goneOn={byHand[thing] ?? certificate.destroyed[thing]} today={statement.date} busy={busy} onRecord={onRecord} />)}
      </section>
      {fingerprint !== null && (
        <section class="card no-print" aria-label="Tekenen">
          <h2>Tekenen</h2>
          <p>Teken als alles vernietigd is. Met de handtekening kan iedereen nagaan dat deze verklaring van uw gemeente komt en dat niemand haar heeft veranderd.</p>
          <form noValidate onSubmit={(event) => { event.preventDefault(); onSign() }}>
            <Field name="sheet" label={`Sleutelblad van het archief (${fingerprint})`} kind="lines" secret value={sheet} onInput={onSheet} {...(said.mistake ? { mistake: said.mistake } : {})}
              hint="Typ de 24 woorden, of plak de tekst van de QR-code." />
            <Button kind="primary" type="submit" busy={busy}>{busy ? 'Bezig' : 'Tekenen'}</Button>
          </form>
        </section>
      )}
      <section class="card" aria-label="Controlegetallen">
        <h2>Controlegetallen</h2>
        <dl class="facts">
          <div><dt>Telling</dt><dd class="mono digest">{frozen.digest}</dd></div>
          <div><dt>Verzegelde antwoorden</dt><dd class="mono digest">{certificate.sealedSet.digest}</dd></div>
          <div><dt>Sleutels van de brieven</dt><dd class="mono digest">{statement.manifest}</dd></div>
          <div><dt>Logboek</dt><dd class="mono digest">{statement.audit.seq}:{statement.audit.digest}</dd></div>
        </dl>
        <p>Zet het getal van het logboek in de besluitenlijst van de raad. Wie het logboek later korter of anders maakt, valt dan door de mand.</p>
      </section>
    </>
  )
}

function HandRow({ thing, goneOn, today, busy, onRecord }: { thing: HandThing; goneOn: string | undefined; today: string; busy: boolean; onRecord: CertificateViewProps['onRecord'] }) {
  const [day, setDay] = useState(today)
  if (goneOn) return <p><strong>{HAND_NAMES[thing]}</strong>: vernietigd op {inWords(goneOn)}.</p>
  return (
    <form class="hand" noValidate onSubmit={(event) => { event.preventDefault(); onRecord(thing, day) }}>
      <Field name={`day-${thing}`} label={`${HAND_NAMES[thing]}: weg sinds`} kind="date" value={day} onInput={setDay} />
      <Button type="submit" busy={busy}>Vastleggen</Button>
    </form>
  )
}
