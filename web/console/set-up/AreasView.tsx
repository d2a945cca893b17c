// Wijken as one page of three parts: list, counts, map; what is done, what is missing, one next button. Markup from data.
import { Alert } from '../../components/Alert.tsx'
import type { Area, AreaCount } from '../../../src/areas/wire.ts'
import type { AreaMap } from '../../../src/frame/area-map.ts'
import type { WaveDetail } from '../../../src/waves/wire.ts'
import { to } from '../route.ts'
import { StepFrame } from '../StepFrame.tsx'
import { plural } from '../words.ts'
import { AreaList } from './AreaList.tsx'
import type { AreaListProps } from './AreaList.tsx'
import { AreaMapPart } from './AreaMapPart.tsx'
import type { AreaMapPartProps } from './AreaMapPart.tsx'
import { RegisterCounts } from './RegisterCounts.tsx'
import type { RegisterCountsProps } from './RegisterCounts.tsx'

export interface AreasViewProps {
  wave: WaveDetail
  /** Of the meting's boundary year. */
  areas: readonly Area[]
  counts: readonly AreaCount[]
  map: AreaMap | null
  busy: boolean
  refused: string | null
  mayWrite: boolean
  today: string
  list: Pick<AreaListProps, 'read' | 'onFile' | 'onChoose' | 'onStore' | 'onForget'>
  register: Pick<RegisterCountsProps, 'read' | 'onFile' | 'onStore' | 'onForget'>
  drawn: Pick<AreaMapPartProps, 'read' | 'onFile' | 'onStore' | 'onForget'>
}

export function AreasView({ wave, areas, counts, map, busy, refused, mayWrite, today, list, register, drawn }: AreasViewProps) {
  const { plan: { boundaryYear, ageFloor } } = wave
  const names = Object.fromEntries(areas.map(({ code, name }) => [code, name]))
  const without = areas.filter(({ code }) => !counts.some(({ area }) => area === code))
  const [listed, counted] = [areas.length > 0, areas.length > 0 && without.length === 0]
  const done = [listed && `${plural(areas.length, 'wijk', 'wijken')}, indeling van ${boundaryYear}.`, counted && 'Van elke wijk is bekend hoeveel mensen er wonen.', map && 'Er is een kaart.'].filter((text) => typeof text === 'string')
  const missing = [!listed && 'De lijst van wijken.', listed && !counted && wave.kind === 'resident' && 'Hoeveel mensen er in elke wijk wonen, naar leeftijd en geslacht.'].filter((text) => typeof text === 'string')
  const ready = listed && (counts.length > 0 || wave.kind === 'professional') && list.read === null && register.read === null
  return (
    <StepFrame wave={wave} step="wijken" done={done} missing={missing} next={ready ? { label: 'Verder naar de vragenlijst', href: to('meting', wave.id, 'vragenlijst') } : null}>
      {refused && <Alert kind="mistake" title={refused} />}
      <section class="card" aria-label="Lijst van wijken">
        <h2>1. Lijst van wijken</h2>
        <AreaList areas={areas} year={boundaryYear} busy={busy} mayWrite={mayWrite} {...list} />
      </section>
      {listed && (
        <section class="card" aria-label="Hoeveel mensen wonen er?">
          <h2>2. Hoeveel mensen wonen er?</h2>
          <RegisterCounts counts={counts} names={names} ageFloor={ageFloor} busy={busy} mayWrite={mayWrite} today={today} {...register} />
        </section>
      )}
      {listed && (
        <section class="card" aria-label="Kaart">
          <h2>3. Kaart</h2>
          <AreaMapPart map={map} names={names} busy={busy} mayWrite={mayWrite} {...drawn} />
        </section>
      )}
    </StepFrame>
  )
}
