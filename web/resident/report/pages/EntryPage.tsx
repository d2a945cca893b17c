// The first page without a letter: help first, then telling, reading an answer and advice. The same for everybody who comes here; where the
// channel is closed, or cannot be trusted, it says so and shows the other ways.
import { BackLink } from '../../pages/BackLink.tsx'
import type { ReportPageProps } from './ReportPage.tsx'
import { HelpLines } from './HelpLines.tsx'
import { OtherWays } from './OtherWays.tsx'

export function EntryPage({ view, acts }: ReportPageProps) {
  const { words, channel, advice, place } = view
  const { entry } = words
  const reads = 'list' in channel && channel.list
  const notice = channel.state === 'distrusted' ? words.distrusted : channel.state === 'closed' ? words.closed : undefined
  return (
    <>
      <BackLink text={view.text} />
      <h1 tabIndex={-1}>{notice ? entry.helpHeading : entry.heading}</h1>
      {!notice && <p class="lead">{entry.intro(place.name)}</p>}
      <HelpLines lines={entry.help} />
      <p class="hint">{entry.calls}</p>
      {notice && <div class="notice"><h2>{notice.heading}</h2><p>{notice.body}</p></div>}
      <div class="actions">
        {channel.state === 'open' && <button type="button" class="utrecht-button utrecht-button--primary-action" onClick={() => acts.go('seen')}>{entry.tell}</button>}
        {reads && <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={() => acts.go('words')}>{entry.read}</button>}
      </div>
      {advice.length > 0 && (
        <section class="advice">
          <h2>{entry.advice}</h2>
          <ul>
            {advice.map((page, i) => <li key={page.slug}><button type="button" class="plain" dir="auto" onClick={() => acts.go({ advice: i })}>{page.title}</button></li>)}
          </ul>
        </section>
      )}
      <OtherWays view={view} />
    </>
  )
}
