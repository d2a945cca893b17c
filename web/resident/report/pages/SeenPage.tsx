// What the municipality sees of a report, what it does not, and what nobody can prevent: read before anything is asked. Who signs the keys stands
// here too, for whoever wants to compare it with the municipality's own site.
import { BackLink } from '../../pages/BackLink.tsx'
import type { ReportPageProps } from './ReportPage.tsx'

export function SeenPage({ view, acts }: ReportPageProps) {
  const { words, channel, place } = view
  const { seen } = words
  return (
    <>
      <BackLink text={view.text} />
      <h1 tabIndex={-1}>{seen.heading}</h1>
      <h2>{seen.unseenHeading}</h2>
      <ul class="points">{seen.unseen.map((point) => <li key={point}>{point}</li>)}</ul>
      <h2>{seen.seenHeading}</h2>
      <ul class="points">{seen.seen(place.name).map((point) => <li key={point}>{point}</li>)}</ul>
      <h2>{seen.openHeading}</h2>
      <ul class="points">{seen.open.map((point) => <li key={point}>{point}</li>)}</ul>
      {channel.state === 'open' && (
        <details>
          <summary>{seen.signerSummary}</summary>
          <p>{seen.signer(place.name, channel.fingerprint, channel.since ? words.day(channel.since) : '?')}</p>
        </details>
      )}
      <button type="button" class="utrecht-button utrecht-button--primary-action" onClick={acts.next}>{view.text.next}</button>
    </>
  )
}
