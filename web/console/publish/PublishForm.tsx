// The choices before an edition is prepared: with what it is compared, for whom it is, its date, and the archive sheet that opens the
// counted waves. Street names reach the steering group before the street: the finest audience comes first.
import type { Audience } from '../../../src/analysis/edition.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorSummary } from '../../components/ErrorSummary.tsx'
import { Field } from '../../components/Field.tsx'
import { FinestLevels } from './FinestLevels.tsx'
import type { PublishViewProps } from './PublishView.tsx'
import { baselines } from './PublishView.tsx'
import type { Wanted } from './publishing.ts'

export interface PublishFormProps extends Pick<PublishViewProps, 'wave' | 'waves' | 'tables' | 'subjects'> {
  /** Fingerprint of the archive key. */
  archive: string
  wanted: Wanted
  onWanted: (wanted: Wanted) => void
  sheet: string
  onSheet: (sheet: string) => void
  mistakes: readonly { field: string; text: string }[]
  onPrepare: () => void
}

export function PublishForm({ wave, waves, tables, subjects, archive, wanted, onWanted, sheet, onSheet, mistakes, onPrepare }: PublishFormProps) {
  const mistake = mistakes.find(({ field }) => field === 'archive')?.text
  return (
    <>
      <ErrorSummary mistakes={mistakes} />
      <form class="card" noValidate onSubmit={(event) => { event.preventDefault(); onPrepare() }}>
        <Field name="baseline" label="Vergelijken met" kind="choice" value={wanted.baseline ?? ''} onInput={(id) => onWanted({ ...wanted, baseline: id || null })} choices={[
          ...baselines(wave, waves).map(({ id, name }) => ({ value: id, label: name })),
          ...tables.map(({ id, label }) => ({ value: id, label: `${label} (ingelezen tabel)` })),
          { value: '', label: 'Nergens mee: alleen deze meting' },
        ]} />
        <Field name="audience" label="Voor wie?" kind="choice" value={wanted.audience} onInput={(audience) => onWanted({ ...wanted, audience: audience as Audience })}
          hint="Over intimidatie, zwijgen en melden ziet iedereen alleen cijfers per stadsdeel." choices={[
            { value: 'steering', label: 'De stuurgroep' }, { value: 'partners', label: 'Partners' }, { value: 'public', label: 'Iedereen' },
          ]} />
        <Field name="date" label="Datum van de uitgave" kind="date" value={wanted.date} onInput={(date) => onWanted({ ...wanted, date })}
          hint="Lezers zien de uitgave vanaf deze dag. De stuurgroep leest als eerste: een uitgave voor anderen krijgt een latere dag." />
        <FinestLevels subjects={subjects} audience={wanted.audience} chosen={wanted.finest ?? {}} onChosen={(finest) => onWanted({ ...wanted, finest })} />
        <Field name="archive" label={`Sleutelblad van het archief ${archive}`} kind="lines" secret value={sheet} onInput={onSheet} {...(mistake ? { mistake } : {})}
          hint="Typ de 24 woorden, of plak de tekst van de QR-code." />
        <p>U ziet eerst wat er te zien zal zijn en wat verborgen blijft. Daarna beslist u.</p>
        <Button kind="primary" type="submit">Uitgave voorbereiden</Button>
      </form>
    </>
  )
}
