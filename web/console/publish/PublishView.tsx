// Every stage of publishing as markup: the choices and the archive sheet, the progress, the look at what will be seen, the end.
import { useMemo, useState } from 'preact/hooks'
import type { MunicipalityKeys } from '../../../src/results/wire.ts'
import type { WaveDetail, WaveSummary } from '../../../src/waves/wire.ts'
import type { ImportedTable } from '../../../src/analysis/edition.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Progress } from '../../components/Progress.tsx'
import type { EditionParts } from '../../results/edition-parts.ts'
import { to } from '../route.ts'
import type { Subject } from './FinestLevels.tsx'
import { PublishForm } from './PublishForm.tsx'
import { PublishLook } from './PublishLook.tsx'
import type { BuildProgress, Wanted } from './publishing.ts'
import { Heading } from '../Heading.tsx'

export type PublishStage =
  | { at: 'choose'; mistake?: string; refused?: string }
  | { at: 'preparing'; progress: BuildProgress }
  | { at: 'look'; preview: EditionParts; asksEditionKey: boolean; busy?: boolean; mistake?: string; refused?: string }
  | { at: 'published'; edition: string; compared: boolean }

export interface PublishViewProps {
  wave: Pick<WaveDetail, 'id' | 'name' | 'state' | 'pilot' | 'starts'>
  waves: readonly Pick<WaveSummary, 'id' | 'name' | 'state' | 'pilot' | 'starts'>[]
  tables: readonly Pick<ImportedTable, 'id' | 'label'>[]
  keys: MunicipalityKeys | null
  /** What can be shown finer or coarser. */
  subjects: readonly Subject[]
  stage: PublishStage
  onPrepare: (wanted: Wanted, sheet: string) => void
  onPublish: (editionKey: string) => void
  onStop: () => void
}

export function PublishView({ wave, waves, tables, subjects, keys, stage, onPrepare, onPublish, onStop }: PublishViewProps) {
  const [sheet, setSheet] = useState('')
  const [wanted, setWanted] = useState<Wanted>(() => ({ wave: wave.id, baseline: firstBaseline(wave, waves), audience: 'steering', date: new Date().toISOString().slice(0, 10) }))
  const mistakes = useMemo(() => stage.at === 'choose' && stage.mistake ? [{ field: 'archive', text: stage.mistake }] : [], [stage])
  const why = hindrance(wave, keys)
  return (
    <>
      <p class="crumb"><a href={to('meting', wave.id)}>{wave.name}</a></p>
      <Heading text="Publiceren" />
      {why && <Alert kind="info" title={why} />}
      {!why && stage.at === 'choose' && (
        <>
          {stage.refused && <Alert kind="mistake" title={stage.refused} />}
          <PublishForm wave={wave} waves={waves} tables={tables} subjects={subjects} archive={keys?.archive.fingerprint ?? ''} wanted={wanted} onWanted={setWanted}
            sheet={sheet} onSheet={setSheet} mistakes={mistakes} onPrepare={() => onPrepare(wanted, sheet)} />
        </>
      )}
      {stage.at === 'preparing' && <div class="card"><Progress {...preparingText(stage.progress)} onCancel={onStop} /><p>Alles gebeurt op dit apparaat. Stoppen kan altijd.</p></div>}
      {stage.at === 'look' && <PublishLook {...stage} onPublish={onPublish} onBack={onStop} />}
      {stage.at === 'published' && (
        <>
          <Alert kind="done" title="De uitgave is gepubliceerd."><p>Een uitgave verandert nooit meer. Een verbetering is een nieuwe uitgave.</p></Alert>
          <div class="actions">
            <Button kind="primary" href={stage.compared ? to('vergelijken', stage.edition) : to('uitgave', stage.edition)}>{stage.compared ? 'Vergelijken' : 'Bekijk de uitgave'}</Button>
            <a href={to('meting', wave.id)}>Terug naar de meting</a>
          </div>
        </>
      )}
    </>
  )
}

/** Why nothing can be published now; null when it can. */
function hindrance({ state, pilot }: PublishViewProps['wave'], keys: MunicipalityKeys | null): string | null {
  if (pilot) return 'Dit is een proefmeting. Die publiceren we niet.'
  if (state !== 'sealed' && state !== 'counted') return state === 'imported' ? 'Een ingelezen meting is een nulmeting. Publiceer de meting die u ermee vergelijkt.' : 'Deze meting is nog niet geteld.'
  return keys === null ? 'De archiefsleutel en de uitgavesleutel van uw gemeente zijn nog niet vastgelegd.' : null
}

/** What is offered first: the oldest earlier meting. */
function firstBaseline(wave: PublishViewProps['wave'], waves: PublishViewProps['waves']): Wanted['baseline'] {
  return baselines(wave, waves)[0]?.id ?? null
}

/** Counted or imported metingen that began before this one, the oldest first: the nulmeting. */
export function baselines(wave: PublishViewProps['wave'], waves: PublishViewProps['waves']) {
  return waves.filter(({ id, state, pilot, starts }) => id !== wave.id && !pilot && (state === 'sealed' || state === 'counted' || state === 'imported') && starts < wave.starts)
    .sort((a, b) => a.starts.localeCompare(b.starts))
}

const STEPS: Record<string, string> = {
  open: 'De verzegelde tellingen openen', weigh: 'Wegen', estimate: 'Schatten', suppress: 'Kleine groepen verbergen', compare: 'Vergelijken', publish: 'Klaarzetten', done: 'Klaar',
}

function preparingText({ done, total, what }: BuildProgress): { step: string; share?: number } {
  return { step: STEPS[what] ?? 'Rekenen', ...(total > 0 ? { share: done / total } : {}) }
}
