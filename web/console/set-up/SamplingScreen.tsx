// Steekproef: how many letters go to which area. The planner runs here, on this device; only the numbers go to the server.
// Separate from its view so that specimens can show every stage.
import { api } from '../api.ts'
import { Loading } from '../Loading.tsx'
import type { ScreenProps } from '../screen.ts'
import { useAct } from '../use-act.ts'
import { useLoad } from '../use-load.ts'
import { SamplingView } from './SamplingView.tsx'

export function SamplingScreen({ me, route, onEnded }: ScreenProps) {
  const id = 'wave' in route ? route.wave : ''
  const loaded = useLoad(`sampling ${id}`, async (signal) => {
    const wave = await api.wave(id, signal)
    const [areas, counts] = await Promise.all([api.areas(signal), api.areaCounts(wave.plan.boundaryYear, signal)])
    return { wave, areas: areas.filter(({ boundaryYear }) => boundaryYear === wave.plan.boundaryYear), counts }
  })
  const { busy, refused, act } = useAct(onEnded)
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(value) => <SamplingView {...value} busy={busy} refused={refused} mayWrite={me.roles.includes('coordinator')}
        onStore={(groups) => { void act(() => api.planStrata(id, groups)).then((done) => { if (done) loaded.reload() }) }} />}
    </Loading>
  )
}
