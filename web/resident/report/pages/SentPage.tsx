// It has arrived. Only now is asked whether somebody wants to come back: saying no costs nothing and leaves nothing.
import type { ReportPageProps } from './ReportPage.tsx'

export function SentPage({ view, acts }: ReportPageProps) {
  const { sent } = view.words
  return (
    <>
      <h1 tabIndex={-1}>{sent.heading}</h1>
      <p class="lead">{sent.body}</p>
      <h2>{sent.question}</h2>
      <ul class="points">{sent.explained.map((line) => <li key={line}>{line}</li>)}</ul>
      <div class="actions">
        <button type="button" class="utrecht-button utrecht-button--primary-action" onClick={() => acts.wantsReceipt(true)}>{sent.yes}</button>
        <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={() => acts.wantsReceipt(false)}>{sent.no}</button>
      </div>
    </>
  )
}
