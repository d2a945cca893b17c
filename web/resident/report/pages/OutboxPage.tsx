// While something is sent or looked up: calm when it takes a second, honest when there is no signal or it is busy.
import type { ReportScreen, ReportView } from '../report-view.ts'

type Waiting = Extract<ReportScreen, { at: 'sending' | 'opening' }>

export function OutboxPage({ view, screen }: { view: ReportView; screen: Waiting }) {
  const { heading, line } = screen.at === 'opening' ? looking(view, screen) : sending(view, screen)
  return (
    <>
      <h1 tabIndex={-1}>{heading}</h1>
      <progress class="busy" aria-label={heading} />
      <p class={screen.waiting ? 'notice' : 'lead'} role="status">{line}</p>
    </>
  )
}

function looking({ words: { words } }: ReportView, { waiting }: Extract<Waiting, { at: 'opening' }>) {
  return { heading: words.heading, line: waiting ? words.offline : words.opening }
}

function sending({ words }: ReportView, { purpose, waiting }: Extract<Waiting, { at: 'sending' }>) {
  const { heading, notYet, puzzle, waiting: open, crowded } = words.sending
  const line = waiting === null ? puzzle : `${notYet[purpose]} ${waiting.seconds > 0 ? crowded(waiting.seconds) : open}`
  return { heading: heading[purpose], line }
}
