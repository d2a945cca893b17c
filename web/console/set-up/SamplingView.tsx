// Steekproef as markup: how many letters, spread how, and what each area will show with them: its margin and the smallest fall that can be
// seen. Areas too small for a group of their own get no letters and say so.
import { useState } from 'preact/hooks'
import { allocateLetters } from '../../../src/analysis/allocate-letters.ts'
import type { Allocation } from '../../../src/analysis/allocate-letters.ts'
import { planFromLetters } from '../../../src/analysis/plan-measurement.ts'
import type { Area, AreaCount } from '../../../src/areas/wire.ts'
import type { StrataOfWave, WaveDetail } from '../../../src/waves/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { Field } from '../../components/Field.tsx'
import { to } from '../route.ts'
import { StepFrame } from '../StepFrame.tsx'
import { number, plural } from '../words.ts'

/** Anonymity: no group of residents under 50, no census of staff under 10. The server refuses the same. */
const LEAST = { resident: 50, professional: 10 } as const
/** A figure of 30%, and what weighting usually costs. */
const EXPECTED = { share: 0.3, deff: 1.3 }

export interface SamplingViewProps {
  wave: WaveDetail
  areas: readonly Area[]
  counts: readonly AreaCount[]
  busy: boolean
  refused: string | null
  mayWrite: boolean
  onStore: (groups: StrataOfWave) => void
}

export function SamplingView({ wave, areas, counts, busy, refused, mayWrite, onStore }: SamplingViewProps) {
  const professional = wave.kind === 'professional'
  const planned = wave.strata.reduce((sum, { toInvite }) => sum + toInvite, 0)
  const [typed, setTyped] = useState(String(planned || (wave.pilot ? 100 : 5000)))
  const [how, setHow] = useState<Allocation>('equal')
  const [response, setResponse] = useState('25')
  const least = professional ? LEAST.professional : LEAST.resident
  const letters = Math.min(1_000_000, Number(typed.replace(/\D/g, '')) || 0)
  const rate = Math.min(1, Math.max(0.01, (Number(response.replace(/\D/g, '')) || 25) / 100))
  const people = areas.flatMap(({ code, name }) => {
    const adults = counts.find(({ area }) => area === code)?.persons ?? 0
    return adults > 0 ? [{ id: code, name, adults }] : []
  })
  const given = allocateLetters(letters, people, how, least)
  const rows = people.map((area) => {
    const [plan] = given[area.id]! > 0 ? planFromLetters(given[area.id]!, [area], { outcome: { share: EXPECTED.share }, response: rate, deff: EXPECTED.deff, tests: 1 }).areas : []
    return { ...area, letters: given[area.id]!, answers: plan?.answers ?? 0, detectable: plan?.detectable ?? null }
  })
  const total = rows.reduce((sum, row) => sum + row.letters, 0)
  const tooSmall = rows.filter((row) => row.letters === 0 && row.adults < least)
  const open = mayWrite && wave.state === 'draft'
  const store = () => {
    if (professional) onStore({ selection: 'census', strata: [{ area: areas[0]!.code, population: letters, toInvite: letters }] })
    else onStore({ selection: how === 'everybody' ? 'census' : 'person', strata: rows.filter((row) => row.letters > 0).map((row) => ({ area: row.id, population: row.adults, toInvite: row.letters })) })
  }
  const ready = professional ? letters >= least && areas.length > 0 : total > 0
  return (
    <StepFrame wave={wave} step="steekproef" done={planned > 0 ? [`${plural(planned, 'brief', 'brieven')} naar ${plural(wave.strata.length, 'groep', 'groepen')}.`] : []} missing={planned > 0 ? [] : ['Hoeveel brieven gaan er naar elke wijk?']}
      next={planned > 0 ? { label: 'Verder naar de sleutelbladen', href: to('meting', wave.id, 'sleutelbladen') } : null}>
      {refused && <Alert kind="mistake" title={refused} />}
      {!professional && people.length === 0 && <Alert kind="warning" title="Er zijn nog geen aantallen inwoners. Lees die eerst in bij Wijken." />}
      <section class="card" aria-label="Hoeveel brieven?">
        <h2>{professional ? 'Hoeveel mensen werken er mee?' : 'Hoeveel brieven?'}</h2>
        <div class="fields">
          <Field name="letters" label={professional ? 'Iedereen krijgt een brief. Aantal mensen' : 'Brieven in totaal'} value={typed} onInput={setTyped} />
          {!professional && <Field name="how" label="Hoe verdelen?" kind="choice" value={how} onInput={(value) => setHow(value as Allocation)}
            choices={[{ value: 'equal', label: 'elke wijk even nauwkeurig' }, { value: 'proportional', label: 'naar het aantal inwoners' }, { value: 'everybody', label: 'iedereen een brief' }]} />}
          {!professional && <Field name="response" label="Hoeveel procent doet mee, denkt u?" value={response} onInput={setResponse} />}
        </div>
        {professional && letters < least && <Alert kind="warning" title="Met minder dan 10 mensen is iemand te herkennen. Dan kan deze meting niet." />}
        {tooSmall.length > 0 && <Alert kind="warning" title={`Te klein voor een eigen groep: ${tooSmall.map(({ name }) => name).join(', ')}.`}><p>Met minder dan 50 brieven is iemand te herkennen. Voeg wijken samen, of laat deze weg.</p></Alert>}
        {!professional && rows.length > 0 && <DataTable caption={`${number(total)} brieven: wat u ermee ziet`} rows={rows} columns={[
          { heading: 'Wijk', text: ({ name }: typeof rows[number]) => name }, { heading: 'Inwoners', numeric: true, text: ({ adults }: typeof rows[number]) => number(adults) },
          { heading: 'Brieven', numeric: true, text: (row: typeof rows[number]) => number(row.letters) }, { heading: 'Antwoorden', numeric: true, text: ({ answers }: typeof rows[number]) => number(answers) },
          { heading: 'Marge bij 30%', numeric: true, text: ({ answers }: typeof rows[number]) => (answers > 0 ? `± ${Math.ceil(196 * Math.sqrt((EXPECTED.deff * EXPECTED.share * (1 - EXPECTED.share)) / answers))}` : '–') },
          { heading: 'Daling te zien vanaf', numeric: true, text: ({ letters: some, detectable }: typeof rows[number]) => (some === 0 ? '–' : detectable === null ? 'niet te zien' : `${Math.ceil(100 * detectable)} punten`) },
        ]} />}
        {open && ready && <div class="actions"><Button kind={planned > 0 ? 'secondary' : 'primary'} busy={busy} onPress={store}>Steekproef opslaan</Button></div>}
      </section>
    </StepFrame>
  )
}
