// Vragenlijst: which modules and languages, or the very words of an earlier meting; and the questions on a phone, by QR, that keeps nothing.
// Separate from its view so that specimens can show every stage.
import { api } from '../api.ts'
import { Loading } from '../Loading.tsx'
import type { ScreenProps } from '../screen.ts'
import { useAct } from '../use-act.ts'
import { useLoad } from '../use-load.ts'
import { itemVerdicts } from '../../../src/instrument/item-verdicts.ts'
import type { WaveDetail, WaveSummary } from '../../../src/waves/wire.ts'
import { copyable } from './new-wave.ts'
import { QuestionnaireView } from './QuestionnaireView.tsx'

export function QuestionnaireScreen({ me, route, onEnded }: ScreenProps) {
  const id = 'wave' in route ? route.wave : ''
  const loaded = useLoad(`questionnaire ${id}`, async (signal) => {
    const [wave, profile, waves] = await Promise.all([api.wave(id, signal), api.municipality(signal), api.waves(signal)])
    const before = wave.plan.copyOf ?? earlierThan(wave, waves)
    const earlier = before ? await api.wave(before, signal) : null
    const asked = (one: WaveDetail) => Promise.all(Object.values(one.instruments).map((hash) => api.instrument(hash, signal)))
    const verdicts = earlier && Object.keys(wave.instruments).length > 0 ? await itemVerdicts(...(await Promise.all([asked(earlier), asked(wave)]))) : null
    return { wave, profile, earlier, verdicts }
  })
  const { busy, refused, act } = useAct(onEnded)
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(value) => <QuestionnaireView {...value} busy={busy} refused={refused} mayWrite={me.roles.includes('coordinator')} protocol={location.protocol}
        onChoose={(chosen) => { void act(() => api.planQuestionnaire(id, chosen)).then((done) => { if (done) loaded.reload() }) }} />}
    </Loading>
  )
}

/** The last real meting of the same kind before this one: the one it will be compared with. */
function earlierThan(wave: WaveDetail, waves: readonly WaveSummary[]): string | undefined {
  if (wave.kind === 'imported' || wave.kind === 'scan') return undefined
  return copyable(waves, wave.kind).filter(({ id, pilot, starts }) => id !== wave.id && !pilot && starts < wave.starts).sort((a, b) => (a.starts < b.starts ? 1 : -1))[0]?.id
}
