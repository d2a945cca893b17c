// While sending: calm when it takes a second, honest when there is no signal. "Or later" only while no credential was asked for.
import { mayBeginElsewhere } from '../sending.ts'
import type { ResidentText } from '../../languages/resident-text.ts'
import type { Screen } from '../view.ts'
import { NoticePage } from './NoticePage.tsx'

interface SendingPageProps {
  text: ResidentText
  screen: Extract<Screen, { page: 'sending' }>
  again: () => void
}

export function SendingPage({ text, screen, again }: SendingPageProps) {
  const { sending } = text
  if (screen.stage.at === 'stuck') return <NoticePage heading={sending.stuckHeading} body={sending.stuck} act={again} label={sending.again} />
  const waiting = mayBeginElsewhere(screen.stage) ? sending.later : sending.waiting
  return (
    <>
      <h1 tabIndex={-1}>{sending.heading}</h1>
      <progress class="busy" aria-label={sending.heading} />
      <p class={screen.waiting ? 'notice' : 'lead'} role="status">{screen.waiting ? waiting : sending.busy}</p>
    </>
  )
}
