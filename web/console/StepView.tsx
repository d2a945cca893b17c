// A step of a meting in a state in which its own screen has nothing to do: what is done, what is missing, and the one next button.
// Separate so that every address of the seven steps answers in every state.
import type { ComponentChildren } from 'preact'
import type { WaveDetail } from '../../src/waves/wire.ts'
import { sevenSteps } from './seven-steps.ts'
import type { StepName } from './seven-steps.ts'
import { StepFrame } from './StepFrame.tsx'

export function StepView({ wave, step, children }: { wave: WaveDetail; step: StepName; children?: ComponentChildren }) {
  const { sign, says, next } = sevenSteps(wave, null).find(({ name }) => name === step)!
  return <StepFrame wave={wave} step={step} done={sign === 'done' ? [says] : []} missing={sign === 'done' ? [] : [says]} next={next}>{children}</StepFrame>
}
