// What stands around each of the seven steps of a meting: the way back, the row of steps, the heading, what is done and what is missing,
// and the one next button below the work. Separate so that every step looks and reads alike, and no page of a proefmeting misses its mark.
import type { ComponentChildren } from 'preact'
import { Button } from '../components/Button.tsx'
import { Heading } from './Heading.tsx'
import { to } from './route.ts'
import type { Facts, StepName } from './seven-steps.ts'
import { sevenSteps } from './seven-steps.ts'

export const SIGNS = { done: '✓', now: '→', later: '·', never: '–' } as const
const HEARD = { done: 'Gedaan: ', now: 'Nu te doen: ', later: 'Later: ', never: 'Niet van toepassing: ' } as const

export interface StepFrameProps {
  wave: Facts & { name: string }
  step: StepName
  /** The heading; the name of the step when left out. */
  heading?: string
  done: readonly string[]
  missing: readonly string[]
  /** The one next button: where it leads, or what it does. Nothing when something is missing that this screen asks for itself. */
  next?: { label: string; href: string } | { label: string; busy?: boolean; onPress: () => void } | null
  children?: ComponentChildren
}

export function StepFrame({ wave, step, heading, done, missing, next, children }: StepFrameProps) {
  return (
    <>
      <p class="crumb"><a href={to('meting', wave.id)}>{wave.name}</a></p>
      <StepRow wave={wave} here={step} />
      <Heading text={heading ?? step[0]!.toUpperCase() + step.slice(1)} />
      <PilotMark pilot={wave.pilot} />
      {(done.length > 0 || missing.length > 0) && (
        <ul class="steps">
          {done.map((text) => <li key={text} class="steps__done" data-sign="✓"><span class="only-heard">Gedaan: </span>{text}</li>)}
          {missing.map((text) => <li key={text} data-sign="→"><span class="only-heard">Nog te doen: </span>{text}</li>)}
        </ul>
      )}
      {children}
      {next && (
        <div class="actions">
          {'href' in next ? <Button kind="primary" href={next.href}>{next.label}</Button> : <Button kind="primary" busy={next.busy ?? false} onPress={next.onPress}>{next.label}</Button>}
        </div>
      )}
    </>
  )
}

/** The seven steps as a row of links; every step can be looked at, whatever comes first. */
export function StepRow({ wave, here }: { wave: Facts; here: StepName | null }) {
  return (
    <nav class="step-row no-print" aria-label="Stappen van de meting">
      <ol>
        {sevenSteps(wave, null).map(({ name, title, sign, href }) => (
          <li key={name} class={`step-row__step step-row__step--${sign}`}>
            <a href={href} aria-current={name === here ? 'step' : undefined}><span class="step-row__sign" aria-hidden="true">{SIGNS[sign]}</span><span class="only-heard">{HEARD[sign]}</span>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Stands on every page of a proefmeting. */
export function PilotMark({ pilot }: { pilot: boolean }) {
  return pilot ? <p class="pilot"><strong>PROEF</strong> Deze meting is een oefening. De uitkomsten worden niet gepubliceerd en niet vergeleken.</p> : null
}
