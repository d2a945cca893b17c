// What was read, before it is kept: which topic, beside which figure of ours, which areas, and what somebody declares equal. Separate because
// the declaration decides whether a difference is tested: it is asked in three plain questions, and none is ticked beforehand.
import { useState } from 'preact/hooks'
import type { BenchmarkFigure } from '../../../src/analysis/benchmark.ts'
import type { BenchmarkTopic } from '../../../src/analysis/benchmark-file.ts'
import type { BenchmarkRequest } from '../../../src/results/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Checks } from '../../components/Checks.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { ErrorSummary } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { plural } from '../words.ts'
import { storeMistakes } from './store-mistakes.ts'
import type { Ours } from './ElsewhereView.tsx'

const EQUAL = [
  { value: 'wording', label: 'De vraag is woord voor woord dezelfde' },
  { value: 'scale', label: 'De antwoorden zijn dezelfde, en hetzelfde deel is geteld' },
  { value: 'mode', label: 'Mensen deden op dezelfde manier mee', hint: 'Bijvoorbeeld: allebei op internet, met papier als dat nodig was.' },
] as const
const SOURCE = 'Veiligheidsmonitor'

export interface StoreFiguresProps { name: string; topics: readonly BenchmarkTopic[]; ours: readonly Ours[]; busy: boolean; onStore: (request: BenchmarkRequest) => void; onForget: () => void }

/** Country, parts and provinces first: a list of all municipalities is seldom meant. */
const meant = (figures: readonly BenchmarkFigure[]): string[] => {
  const large = figures.filter(({ region }) => !/^GM\d/.test(region)).map(({ region }) => region)
  return large.length > 0 ? large : figures.slice(0, 1).map(({ region }) => region)
}

export function StoreFigures({ name, topics, ours, busy, onStore, onForget }: StoreFiguresProps) {
  const [index, setIndex] = useState(0)
  const { topic, period, figures } = topics[index]!
  const [source, setSource] = useState(`${SOURCE} ${period}`)
  const [beside, setBeside] = useState('')
  const [regions, setRegions] = useState(() => meant(figures))
  const [equal, setEqual] = useState<string[]>([])
  const [tried, setTried] = useState(false)
  const own = ours.find(({ key }) => key === beside)
  const chosen = figures.filter(({ region }) => regions.includes(region))
  const mistakes = tried ? storeMistakes({ source, own, figures: chosen }) : []
  const said = (field: string) => { const text = mistakes.find((one) => one.field === field)?.text; return text ? { mistake: text } : {} }
  const pick = (value: string) => {
    const next = topics[Number(value)]!
    setIndex(Number(value))
    setRegions(meant(next.figures))
    if (source === `${SOURCE} ${period}`) setSource(`${SOURCE} ${next.period}`)
  }
  const submit = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (!own || busy || storeMistakes({ source, own, figures: chosen }).length > 0) return
    const has = (part: string) => equal.includes(part)
    onStore({ source: source.trim(), topic, beside, measure: own.mean ? 'mean' : 'share', equal: { wording: has('wording'), scale: has('scale'), mode: has('mode') }, figures: chosen.map((figure) => ({ ...figure })) })
  }
  const number = (value: number | null) => (value === null ? 'geen' : String(value).replace('.', ','))
  return (
    <form class="card" noValidate onSubmit={submit}>
      <h2>Inlezen</h2>
      <Alert kind="info" title={`${plural(topics.length, 'onderwerp', 'onderwerpen')} gelezen uit ${name}. Er is nog niets opgeslagen.`} />
      <ErrorSummary mistakes={mistakes} />
      {topics.length > 1 && <Field name="topic" label="Welk onderwerp?" kind="choice" value={String(index)} onInput={pick} choices={topics.map((one, at) => ({ value: String(at), label: `${one.topic} (${one.period})` }))} />}
      <Checks name="regions" legend="Welke gebieden?" checks={figures.map(({ region }) => ({ value: region, label: region }))} chosen={regions} onChange={setRegions} {...said('regions')} />
      <DataTable caption={`Wat u overneemt: ${topic} (${period})`} rows={chosen} columns={[
        { heading: 'Gebied', text: ({ region }: BenchmarkFigure) => region }, { heading: 'Cijfer', numeric: true, text: ({ value }: BenchmarkFigure) => number(value) },
        { heading: 'Ondergrens', numeric: true, text: ({ low }: BenchmarkFigure) => number(low) }, { heading: 'Bovengrens', numeric: true, text: ({ high }: BenchmarkFigure) => number(high) },
      ]} />
      {chosen.some(({ low }) => low === null) && <Alert kind="warning" title="Een cijfer zonder marge staat er alleen ter oriëntatie. Wij toetsen het niet." />}
      <Field name="source" label="Waar komen de cijfers vandaan?" hint="Deze naam lezen mensen erbij." value={source} onInput={setSource} {...said('source')} />
      <Field name="beside" label="Naast welk cijfer van u?" kind="choice" value={beside} onInput={setBeside} choices={[{ value: '', label: 'Kies een cijfer' }, ...ours.map(({ key, label }) => ({ value: key, label }))]} {...said('beside')} />
      <Checks name="equal" legend="Wat is er gelijk?" hint="Alleen als alle drie kloppen, toetsen wij het verschil. Twijfelt u, laat het dan leeg." checks={EQUAL} chosen={equal} onChange={setEqual} />
      <p role="status">{equal.length === EQUAL.length ? 'Wij toetsen het verschil.' : 'Dit komt er apart bij te staan, als een andere vraag.'}</p>
      <div class="actions">
        <Button kind="primary" type="submit" busy={busy}>Overnemen</Button>
        <Button onPress={onForget}>Niet overnemen</Button>
      </div>
    </form>
  )
}
