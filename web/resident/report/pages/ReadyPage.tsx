// Behind the last question: who will read it, what was found in the text, one button. No answer is shown again; who wants to change one goes back.
import { BackLink } from '../../pages/BackLink.tsx'
import { ErrorSummary } from '../../ErrorSummary.tsx'
import { giveaways } from '../../../languages/giveaways.ts'
import type { ReportPageProps } from './ReportPage.tsx'
import { FoundWords } from './FoundWords.tsx'

export function ReadyPage({ view, acts, mistake }: ReportPageProps & { mistake: string | undefined }) {
  const { words, text, place, draft, channel } = view
  const known = channel.state === 'open' ? channel.areas.map(({ name }) => name) : []
  return (
    <>
      {mistake && <ErrorSummary heading={text.mistakes.heading} mistake={mistake} field="send" />}
      <BackLink text={text} />
      <h1 tabIndex={-1}>{words.ready.heading}</h1>
      <FoundWords view={view} found={giveaways(draft.account, [...known, place.name])} />
      <p class="lead">{words.ready.body}</p>
      <p>{words.ready.who(place.name)}</p>
      <button type="button" id="send" class="utrecht-button utrecht-button--primary-action" onClick={acts.send}>{words.ready.send}</button>
    </>
  )
}
