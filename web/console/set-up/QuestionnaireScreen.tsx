// Vragenlijst: which modules and languages, or the very words of an earlier meting; and the questions on a phone, by QR, that keeps nothing.
// Separate from its view so that specimens can show every stage.
import { api } from '../api.ts'
import { Loading } from '../Loading.tsx'
import type { ScreenProps } from '../screen.ts'
import { useAct } from '../use-act.ts'
import { useLoad } from '../use-load.ts'
import { QuestionnaireView } from './QuestionnaireView.tsx'

export function QuestionnaireScreen({ me, route, onEnded }: ScreenProps) {
  const id = 'wave' in route ? route.wave : ''
  const loaded = useLoad(`questionnaire ${id}`, async (signal) => {
    const [wave, profile] = await Promise.all([api.wave(id, signal), api.municipality(signal)])
    const earlier = wave.plan.copyOf ? await api.wave(wave.plan.copyOf, signal) : null
    return { wave, profile, earlier }
  })
  const { busy, refused, act } = useAct(onEnded)
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(value) => <QuestionnaireView {...value} busy={busy} refused={refused} mayWrite={me.roles.includes('coordinator')} protocol={location.protocol}
        onChoose={(chosen) => { void act(() => api.planQuestionnaire(id, chosen)).then((done) => { if (done) loaded.reload() }) }} />}
    </Loading>
  )
}
