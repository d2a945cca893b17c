// One more message to the officers, with the same look at every word as the account.
import { BackLink } from '../../pages/BackLink.tsx'
import { ErrorSummary } from '../../ErrorSummary.tsx'
import type { ReportPageProps } from './ReportPage.tsx'
import { WritingField } from './WritingField.tsx'

export function MessagePage({ view, acts, mistake }: ReportPageProps & { mistake: string | undefined }) {
  const { words, text, message } = view
  const submit = (event: Event) => {
    event.preventDefault()
    acts.sendMessage()
  }
  return (
    <>
      {mistake && <ErrorSummary heading={text.mistakes.heading} mistake={mistake} field="message" />}
      <form autocomplete="off" onSubmit={submit}>
        <BackLink text={text} />
        <WritingField
          view={view} id="message" heading label={words.message.label} hint={words.message.hint} rows={6} value={message} mistake={mistake} write={acts.write}
        />
        <div class="actions">
          <button type="submit" class="utrecht-button utrecht-button--primary-action">{words.message.send}</button>
        </div>
      </form>
    </>
  )
}
