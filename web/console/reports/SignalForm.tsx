// Writing a signal: codes, a short text in other words than the reporter's, for whom, and whether it is a case for the network. What looks like
// a name, a number or a vantage point is pointed at while somebody types. Separate because writing and writing anew are the same form.
import { useMemo, useState } from 'preact/hooks'
import { REPORT_KINDS, REPORT_SPOTS } from '../../../src/crypto/report.ts'
import type { ComplexCriterion, Partner, SignalContent, SignalKind } from '../../../src/signals/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Checks } from '../../components/Checks.tsx'
import { ErrorSummary } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { SERIOUSNESSES } from './coding.ts'
import { criterionNames, kindNames, seriousnessNames, spotNames, weekName } from './report-words.ts'
import { GiveawaysFound } from './GiveawaysFound.tsx'
import { COMPLEX, TEXT_MOST, signalMistakes } from './signal-check.ts'
import type { SignalInput } from './signal-check.ts'

export interface SignalFormProps {
  begin: SignalInput
  remarks: readonly string[]
  partners: readonly Partner[]
  areas: Readonly<Record<string, string>>
  weeks: readonly string[]
  busy: boolean
  refused?: string
  onSend: (signal: { kind: SignalKind; partners: readonly string[]; content: SignalContent }) => void
}

export function SignalForm({ begin, remarks, partners, areas, weeks, busy, refused, onSend }: SignalFormProps) {
  const [input, setInput] = useState(begin)
  const [tried, setTried] = useState(false)
  const set = (change: Partial<SignalInput>) => setInput({ ...input, ...change })
  const complex = COMPLEX.every((criterion) => input.criteria.includes(criterion))
  const offered = partners.filter(({ active, network }) => active && (!complex || network))
  const to = input.partners.filter((id) => offered.some((partner) => partner.id === id))
  const mistakes = useMemo(() => (tried ? signalMistakes({ ...input, partners: to }) : []), [tried, input, offered.length])
  const mistake = (field: string) => { const found = mistakes.find((one) => one.field === field); return found ? { mistake: found.text } : {} }
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    const { partners: _, ...content } = input
    if (signalMistakes({ ...input, partners: to }).length === 0) onSend({ kind: complex ? 'referral' : 'signal', partners: to, content: { ...content, text: content.text.trim() } as SignalContent })
  }
  return (
    <>
      {refused && <Alert kind="mistake" title={refused} />}
      {remarks.length > 0 && <Alert kind="warning" title="Teruggestuurd met een opmerking"><p class="told">{remarks.at(-1)}</p></Alert>}
      <ErrorSummary mistakes={mistakes} />
      <form noValidate onSubmit={submit}>
        <section class="card" aria-label="Wat en waar">
          <h2>Wat en waar</h2>
          <div class="fields">
            <Field name="area" label="Buurt" kind="choice" value={input.area} onInput={(area) => set({ area })} {...mistake('area')} choices={[{ value: '', label: 'Kies een buurt' }, ...Object.entries(areas).map(([value, label]) => ({ value, label }))]} />
            <Field name="spot" label="Soort plek" kind="choice" value={input.spot} onInput={(spot) => set({ spot: spot as SignalInput['spot'] })} choices={REPORT_SPOTS.map((value) => ({ value, label: spotNames[value] }))} />
            <Field name="behaviour" label="Gedrag" kind="choice" value={input.behaviour} onInput={(behaviour) => set({ behaviour: behaviour as SignalInput['behaviour'] })} choices={REPORT_KINDS.map((value) => ({ value, label: kindNames[value] }))} />
            <Field name="week" label="Week" kind="choice" value={input.week} onInput={(week) => set({ week })} choices={weeks.map((value) => ({ value, label: weekName(value) }))} />
            <Field name="seriousness" label="Hoe ernstig" kind="choice" value={input.seriousness} onInput={(seriousness) => set({ seriousness: seriousness as SignalInput['seriousness'] })} choices={SERIOUSNESSES.map((value) => ({ value, label: seriousnessNames[value] }))} />
          </div>
          <Field name="text" label="Wat er speelt, in uw eigen woorden" kind="lines" secret rows={6} value={input.text} onInput={(text) => set({ text })} {...mistake('text')}
            hint={`Plek en gedrag, geen mensen. Niet de woorden van de melder. Hooguit ${TEXT_MOST} tekens; nu ${input.text.trim().length}.`} />
          <GiveawaysFound text={input.text} known={Object.values(areas)} />
        </section>
        <section class="card" aria-label="Voor wie">
          <h2>Voor wie</h2>
          <Checks name="criteria" legend="Is dit een zaak voor het netwerk?" hint="Alleen als alle vier kloppen. Dan wordt dit een verwijzing, en gaat het alleen naar het netwerk." chosen={input.criteria}
            onChange={(criteria) => set({ criteria: criteria as ComplexCriterion[] })} checks={COMPLEX.map((value) => ({ value, label: criterionNames[value] }))} />
          {complex && <Alert kind="info" title="Alle vier kloppen: dit wordt een verwijzing naar het netwerk." />}
          {offered.length === 0
            ? <Alert kind="warning" title={complex ? 'Er staat nog geen netwerk bij de partners.' : 'Er zijn nog geen partners.'} />
            : <Checks name="partners" legend="Naar welke partners?" chosen={to} onChange={(ids) => set({ partners: ids })} checks={offered.map(({ id, name }) => ({ value: id, label: name }))} {...mistake('partners')} />}
        </section>
        <p>Niets gaat weg zonder een tweede persoon. Die leest dit na en geeft het vrij, of stuurt het terug.</p>
        <Button kind="primary" type="submit" busy={busy}>{busy ? 'Bezig met verzegelen' : 'Aan een tweede persoon geven'}</Button>
      </form>
    </>
  )
}
