// The account in own words: what not to write stands above the field, what was found below it while somebody types, and why no picture is taken.
import { BackLink } from '../../pages/BackLink.tsx'
import { ErrorSummary } from '../../ErrorSummary.tsx'
import type { ReportPageProps } from './ReportPage.tsx'
import { tooLong } from '../draft.ts'
import { StepProgress } from './StepProgress.tsx'
import { WritingField } from './WritingField.tsx'

export function AccountPage({ view, acts, mistake }: ReportPageProps & { mistake: string | undefined }) {
  const { words, text, draft } = view
  const { account } = words
  const over = tooLong(draft)
  const submit = (event: Event) => {
    event.preventDefault()
    acts.next()
  }
  return (
    <>
      {mistake && <ErrorSummary heading={text.mistakes.heading} mistake={mistake} field="account" />}
      <form autocomplete="off" onSubmit={submit}>
        <BackLink text={text} />
        <StepProgress view={view} question="account" />
        <WritingField
          view={view} id="account" heading label={account.question} hint={account.hint} rows={8} value={draft.account}
          mistake={mistake ?? (over > 0 ? words.tooLong(over) : undefined)} write={(typed) => acts.change({ account: typed })}
        />
        <h2>{account.tipsHeading}</h2>
        <ul class="points">{account.tips.map((tip) => <li key={tip}>{tip}</li>)}</ul>
        <details>
          <summary>{account.photoSummary}</summary>
          {account.photo.map((line) => <p key={line}>{line}</p>)}
        </details>
        <div class="actions">
          <button type="submit" class="utrecht-button utrecht-button--primary-action">{text.next}</button>
        </div>
      </form>
    </>
  )
}
