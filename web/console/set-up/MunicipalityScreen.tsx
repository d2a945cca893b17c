// Uw gemeente: loads and keeps what the municipality says of itself. Separate from its view so that specimens can show every stage.
import { useState } from 'preact/hooks'
import { api } from '../api.ts'
import { Loading } from '../Loading.tsx'
import type { ScreenProps } from '../screen.ts'
import { useAct } from '../use-act.ts'
import { useLoad } from '../use-load.ts'
import { MunicipalityView } from './MunicipalityView.tsx'

export function MunicipalityScreen({ me, onRenamed, onEnded }: ScreenProps) {
  const loaded = useLoad('municipality', api.municipality)
  const { busy, refused, act } = useAct(onEnded)
  const [saved, setSaved] = useState(0)
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(profile) => <MunicipalityView key={saved} profile={profile} mayWrite={me.roles.includes('coordinator')} busy={busy} refused={refused} saved={saved > 0}
        onSave={(settings) => { void act(() => api.updateMunicipality(settings)).then((done) => { if (done) { loaded.reload(); setSaved(saved + 1); onRenamed() } }) }} />}
    </Loading>
  )
}
