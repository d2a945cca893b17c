// Done: nothing is left, what to do next, and help for everybody.
import type { ReportView } from '../report-view.ts'
import { HelpLines } from './HelpLines.tsx'

export function FinishedPage({ view, withReceipt }: { view: ReportView; withReceipt: boolean }) {
  const { finished, entry } = view.words
  return (
    <>
      <h1 tabIndex={-1}>{finished.heading}</h1>
      <ul class="points">{[...finished.points, ...(withReceipt ? finished.withReceipt : [])].map((point) => <li key={point}>{point}</li>)}</ul>
      <p class="lead">{finished.close}</p>
      <HelpLines lines={entry.help} />
    </>
  )
}
