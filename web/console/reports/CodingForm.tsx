// How an officer codes a report: place in coarse form, behaviour, week, seriousness, a short note for colleagues. Begins with what the reporter
// chose. Separate from the case because it is saved by itself, sealed for colleagues.
import { useState } from 'preact/hooks'
import { REPORT_KINDS, REPORT_SPOTS } from '../../../src/crypto/report.ts'
import type { ReportFacts, ReportKind, ReportSpot } from '../../../src/crypto/report.ts'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import { NOTE_MOST, SERIOUSNESSES } from './coding.ts'
import type { Coding, Seriousness } from './coding.ts'
import { kindNames, seriousnessNames, spotNames, weekName } from './report-words.ts'
import { weeksBefore } from './weeks.ts'

export interface CodingFormProps {
  facts: ReportFacts
  coding: Coding | null
  areas: Readonly<Record<string, string>>
  busy: boolean
  onCode: (coding: Coding) => void
}

export function CodingForm({ facts, coding, areas, busy, onCode }: CodingFormProps) {
  const [area, setArea] = useState(coding?.area ?? facts.area)
  const [spot, setSpot] = useState<string>(coding?.spot ?? facts.spot)
  const [behaviour, setBehaviour] = useState<string>(coding?.behaviour ?? facts.kinds[0] ?? 'other')
  const [week, setWeek] = useState(coding?.week ?? facts.week)
  const [seriousness, setSeriousness] = useState<string>(coding?.seriousness ?? 'serious')
  const [note, setNote] = useState(coding?.note ?? '')
  const [mistake, setMistake] = useState<string>()
  const submit = (event: Event) => {
    event.preventDefault()
    const tidy = note.replace(/\p{Cc}+/gu, ' ').trim()
    setMistake(tidy.length > NOTE_MOST ? `De aantekening is ${tidy.length} tekens lang. Hooguit ${NOTE_MOST} past.` : undefined)
    if (tidy.length <= NOTE_MOST) onCode({ area, spot: spot as ReportSpot, behaviour: behaviour as ReportKind, week, seriousness: seriousness as Seriousness, note: tidy })
  }
  const weeks = weeksBefore(facts.week, week)
  return (
    <form class="card" noValidate onSubmit={submit} aria-label="Coderen">
      <h2>Coderen</h2>
      <p>Voor uw collega’s en voor de telling. De melder ziet dit niet.</p>
      <Field name="coding-area" label="Buurt" kind="choice" value={area} onInput={setArea} choices={[{ value: '', label: 'Niet te zeggen' }, ...Object.entries(areas).map(([value, label]) => ({ value, label }))]} />
      <Field name="coding-spot" label="Soort plek" kind="choice" value={spot} onInput={setSpot} choices={REPORT_SPOTS.map((value) => ({ value, label: spotNames[value] }))} />
      <Field name="coding-behaviour" label="Gedrag" kind="choice" value={behaviour} onInput={setBehaviour} choices={REPORT_KINDS.map((value) => ({ value, label: kindNames[value] }))} />
      <Field name="coding-week" label="Week" kind="choice" value={week} onInput={setWeek} choices={weeks.map((value) => ({ value, label: weekName(value) }))} />
      <Field name="coding-seriousness" label="Hoe ernstig" kind="choice" value={seriousness} onInput={setSeriousness} choices={SERIOUSNESSES.map((value) => ({ value, label: seriousnessNames[value] }))} />
      <Field name="coding-note" label="Aantekening voor collega’s (mag leeg blijven)" kind="lines" secret value={note} onInput={setNote} {...(mistake ? { mistake } : {})} />
      <Button type="submit" busy={busy}>Codering bewaren</Button>
    </form>
  )
}
