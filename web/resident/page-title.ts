// The title of the tab and what counts as another page, from what is on screen. Separate because the page for helpers
// (web/helping) names its tab and moves the focus in the same way.
import { placeAt, progress } from './interview.ts'
import type { Screen, View } from './view.ts'

/** "Vraag 3 van 20 - Buurtonderzoek": never a topic, a place or an answer. */
export function titleOf({ text, screen }: View): string {
  if ('mistake' in screen && screen.mistake) return `${text.error}: ${text.siteName}`
  if (screen.page !== 'answering') return text.siteName
  const { instrument } = screen.questions
  if (placeAt(instrument, screen.step).page !== 'question') return text.siteName
  const { number, total } = progress(instrument, screen.answers, screen.step)
  return `${text.question.progress(number, total)} - ${text.siteName}`
}

/** What counts as another page: then focus moves to its heading. */
export function keyOf(screen: Screen): string {
  if (screen.page === 'answering') return `step ${screen.step}`
  if (screen.page === 'report') return screen.key
  if (screen.page === 'sending') return `sending ${screen.stage.at === 'stuck'}`
  return 'mistake' in screen && screen.mistake ? `${screen.page} ${Math.random()}` : screen.page
}
