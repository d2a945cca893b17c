// What in a text could give somebody away, in words, a line for each kind. Nothing when there is nothing.
import { giveawayKinds } from '../../../languages/giveaways.ts'
import type { Giveaways } from '../../../languages/giveaways.ts'
import type { ReportView } from '../report-view.ts'

export function FoundWords({ view, found }: { view: ReportView; found: Giveaways }) {
  const { giveaways } = view.words
  const kinds = giveawayKinds.filter((kind) => found[kind])
  if (kinds.length === 0) return null
  return (
    <div class="notice">
      <p><strong>{giveaways.heading}</strong></p>
      <ul class="points">{kinds.map((kind) => <li key={kind}>{giveaways.kinds[kind]!(found[kind]!.map((words) => `“${words}”`).join(', '))}</li>)}</ul>
      <p>{giveaways.free}</p>
    </div>
  )
}
