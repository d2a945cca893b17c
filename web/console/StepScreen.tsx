// A step of a meting that has no screen of its own yet in this state: what is done, what is missing, and the one next button.
// Separate so that every address of the seven steps answers, whatever the rooms behind them add.
import type { WaveDetail } from '../../src/waves/wire.ts'
import { api } from './api.ts'
import { Loading } from './Loading.tsx'
import type { ScreenProps } from './screen.ts'
import { SCREENS_OF, STEPS, sevenSteps } from './seven-steps.ts'
import type { StepName } from './seven-steps.ts'
import { StepFrame } from './StepFrame.tsx'
import { useLoad } from './use-load.ts'

export function StepScreen({ route, onEnded }: ScreenProps) {
  const id = 'wave' in route ? route.wave : ''
  const loaded = useLoad(`step ${id}`, (signal) => api.wave(id, signal))
  const step = STEPS.find((name) => SCREENS_OF[name].includes(route.screen)) ?? 'wijken'
  return <Loading loaded={loaded} onEnded={onEnded}>{(wave) => <StepView wave={wave} step={step} />}</Loading>
}

export function StepView({ wave, step }: { wave: WaveDetail; step: StepName }) {
  const { sign, says, next } = sevenSteps(wave, null).find(({ name }) => name === step)!
  return <StepFrame wave={wave} step={step} done={sign === 'done' ? [says] : []} missing={sign === 'done' ? [] : [says]} next={next} />
}
