// Behind the last question: one button. No answer is shown again; who wants to change one goes back.
import type { ResidentText } from '../../languages/resident-text.ts'
import { BackLink } from './BackLink.tsx'

export function ReadyPage({ text, send }: { text: ResidentText; send: () => void }) {
  const { ready } = text
  return (
    <>
      <BackLink text={text} />
      <h1 tabIndex={-1}>{ready.heading}</h1>
      <p class="lead">{ready.body}</p>
      <button type="button" class="utrecht-button utrecht-button--primary-action" onClick={send}>{ready.send}</button>
    </>
  )
}
