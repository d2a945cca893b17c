// Nieuwe meting: loads what there is already, makes the draft and goes on to its first step. Separate from its view so that specimens can
// show every stage.
import { Alert } from '../../components/Alert.tsx'
import { api } from '../api.ts'
import { Heading } from '../Heading.tsx'
import { Loading } from '../Loading.tsx'
import { to } from '../route.ts'
import type { ScreenProps } from '../screen.ts'
import { useAct } from '../use-act.ts'
import { useLoad } from '../use-load.ts'
import { NewWaveView } from './NewWaveView.tsx'

export function NewWaveScreen({ me, onEnded }: ScreenProps) {
  const loaded = useLoad('new-wave', async (signal) => {
    const [waves, areas] = await Promise.all([api.waves(signal), api.areas(signal)])
    return { waves, years: [...new Set(areas.map(({ boundaryYear }) => boundaryYear))].sort() }
  })
  const { busy, refused, act } = useAct(onEnded)
  if (!me.roles.includes('coordinator')) return <><Heading text="Nieuwe meting" /><Alert kind="info" title="Een meting plannen doet een collega met de rol veldwerk." /></>
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(value) => <NewWaveView {...value} today={new Date().toISOString().slice(0, 10)} busy={busy} refused={refused}
        onMake={(draft) => { void act(async () => { location.hash = to('meting', (await api.draftWave(draft)).wave) }) }} />}
    </Loading>
  )
}
