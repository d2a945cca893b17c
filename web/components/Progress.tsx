// Long work: what is being done, how far it is, and a way to stop. Separate because a screen reader must hear the step and
// not each percent: the live sentence changes with the step only, the native bar carries the number.
import { Button } from './Button.tsx'

export interface ProgressProps {
  /** What is being done now, as a short sentence. */
  step: string
  /** 0 to 1; left out while the length of the work is unknown. */
  share?: number
  onCancel?: () => void
}

export function Progress({ step, share, onCancel }: ProgressProps) {
  const percent = share === undefined ? undefined : Math.round(100 * Math.min(1, Math.max(0, share)))
  return (
    <div class="progress">
      <p class="progress__step" role="status">{step}</p>
      <div class="progress__line">
        <progress class="progress__bar" aria-label="Voortgang" max={100} value={percent} />
        <span class="progress__number">{percent === undefined ? '' : `${percent}%`}</span>
      </div>
      {onCancel && <Button onPress={onCancel}>Stoppen</Button>}
    </div>
  )
}
