// The first page without a letter's link: what this is, and the letter's label. shell.ts writes the same page into the static HTML.
import { CodeField } from '../CodeField.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import type { ResidentText } from '../../languages/resident-text.ts'

interface StartPageProps {
  text: ResidentText
  mistake: string | undefined
  wiped: boolean | undefined
  enter: (typed: string) => void
  report: () => void
}

export function StartPage({ text, mistake, wiped, enter, report }: StartPageProps) {
  const submit = (event: Event) => {
    event.preventDefault()
    enter((document.getElementById('label') as HTMLInputElement).value)
  }
  return (
    <>
      {mistake && <ErrorSummary heading={text.mistakes.heading} mistake={mistake} field="label" />}
      {wiped && <p class="notice" role="status">{text.start.wiped}</p>}
      <h1 tabIndex={-1}>{text.start.heading}</h1>
      <p class="lead">{text.start.intro}</p>
      <form class="entry" autocomplete="off" onSubmit={submit}>
        <h2>{text.start.codeHeading}</h2>
        <CodeField id="label" label={text.start.label} hint={text.start.labelHint} mistake={mistake} length={4} />
        <button type="submit" class="utrecht-button utrecht-button--primary-action">{text.next}</button>
      </form>
      <button type="button" class="plain" onClick={report}>{text.start.report}</button>
    </>
  )
}
