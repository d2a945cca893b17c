// What quick exit does, once, before the first question; honest about the browser's history, which no page can erase.
import type { ResidentText } from '../../languages/resident-text.ts'
import { BackLink } from './BackLink.tsx'

export function LeavingPage({ text, next }: { text: ResidentText; next: () => void }) {
  const { leaving } = text
  return (
    <>
      <BackLink text={text} />
      <h1 tabIndex={-1}>{leaving.heading}</h1>
      <ul class="points">{leaving.points.map((point) => <li key={point}>{point}</li>)}</ul>
      <button type="button" class="utrecht-button utrecht-button--primary-action" onClick={next}>{leaving.understood}</button>
    </>
  )
}
