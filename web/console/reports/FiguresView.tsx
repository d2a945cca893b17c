// Cijfers: how many agreements each partner kept per quarter, with their number, and how many reports came per area and quarter, fewer than five
// as that. Says in words that the second is no measure of how things go. A census, so no margin: these are all agreements.
import type { SignalFigures } from '../../../src/signals/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { CopyButton } from '../../components/CopyButton.tsx'
import type { Column } from '../../components/DataTable.tsx'
import { DataTable, tableText } from '../../components/DataTable.tsx'
import { Heading } from '../Heading.tsx'
import { number, plural } from '../words.ts'
import { quarterName } from './report-words.ts'

export interface FiguresViewProps {
  figures: SignalFigures
  /** Whether an ended quarter may be put down from this device: the desk is open. */
  mayCount: boolean
  busy: boolean
  refused?: string
  said?: string
  onCount: () => void
}

type Agreed = SignalFigures['agreements'][number]
type Counted = SignalFigures['reports'][number]

const agreedColumns: readonly Column<Agreed>[] = [
  { heading: 'Kwartaal', text: ({ quarter }) => quarterName(quarter) },
  { heading: 'Partner', text: ({ partner }) => partner },
  { heading: 'Afspraken', numeric: true, text: ({ due }) => number(due) },
  { heading: 'Op tijd', numeric: true, text: ({ kept }) => number(kept) },
  { heading: 'Te laat', numeric: true, text: ({ late }) => number(late) },
  { heading: 'Niet', numeric: true, text: ({ missed }) => number(missed) },
  { heading: 'Deel op tijd', text: (row) => keptShare(row) },
]

export function FiguresView({ figures: { agreements, reports, areas }, mayCount, busy, refused, said, onCount }: FiguresViewProps) {
  const countedColumns: readonly Column<Counted>[] = [
    { heading: 'Kwartaal', text: ({ quarter }) => quarterName(quarter) },
    { heading: 'Buurt', text: ({ area }) => areas[area] ?? area },
    { heading: 'Meldingen', numeric: true, text: ({ reports: count }) => (count === null ? '<5' : number(count)) },
  ]
  return (
    <>
      <Heading text="Cijfers over meldingen en afspraken" />
      {refused && <Alert kind="mistake" title={refused} />}
      {said && <Alert kind="done" title={said} />}
      <section class="card" aria-label="Afspraken">
        <h2>Worden afspraken nagekomen?</h2>
        <p>{agreedSentence(agreements)}</p>
        {agreements.length > 0 && <><DataTable caption="Afspraken per partner en kwartaal" columns={agreedColumns} rows={agreements} /><CopyButton label="Tabel kopiëren" text={() => tableText(agreedColumns, agreements)} /></>}
      </section>
      <section class="card" aria-label="Meldingen">
        <h2>Hoeveel meldingen kwamen er?</h2>
        <Alert kind="info" title="Dit is geen maat voor hoe het gaat."><p>Meer meldingen kan meer overlast zijn, of juist meer vertrouwen. Gebruik dit niet als resultaat.</p></Alert>
        {reports.length === 0
          ? <p>Er is nog geen kwartaal geteld. Tellen kan pas als een kwartaal voorbij is.</p>
          : <><p>Minder dan vijf staat als &lt;5. Optellen kan daarom niet, en een totaal staat er niet bij.</p><DataTable caption="Meldingen per buurt en kwartaal" columns={countedColumns} rows={reports} /></>}
        {mayCount && <Button busy={busy} onPress={onCount}>Afgelopen kwartalen tellen</Button>}
      </section>
    </>
  )
}

/** "7 van 9 (78%)"; under five agreements no percentage, which would move by 20 points and more with each of them. */
export function keptShare({ due, kept }: Pick<Agreed, 'due' | 'kept'>): string {
  return due < 5 ? `${kept} van ${due}` : `${kept} van ${due} (${Math.round((100 * kept) / due)}%)`
}

/** The newest quarter in one sentence. */
export function agreedSentence(agreements: readonly Agreed[]): string {
  const quarter = agreements[0]?.quarter
  if (quarter === undefined) return 'Er is nog geen afspraak waarvan de dag voorbij is.'
  const own = agreements.filter((row) => row.quarter === quarter)
  const sum = (of: 'due' | 'kept' | 'late' | 'missed') => own.reduce((total, row) => total + row[of], 0)
  return `In het ${quarterName(quarter)} ${sum('due') === 1 ? 'liep' : 'liepen'} ${plural(sum('due'), 'afspraak', 'afspraken')} af: ${number(sum('kept'))} op tijd nagekomen, ${number(sum('late'))} te laat, ${number(sum('missed'))} niet.`
}
