// Two of the words, or groups of digits, asked back: so that a slip of the pen shows while the words can still be seen. It can always be skipped.
import { ErrorSummary } from '../../ErrorSummary.tsx'
import type { ReportScreen } from '../report-view.ts'
import { LineField } from './LineField.tsx'
import type { ReportPageProps } from './ReportPage.tsx'

export function CheckPage({ view, acts, screen }: ReportPageProps & { screen: Extract<ReportScreen, { at: 'check' }> }) {
  const { words, text, beginnings } = view
  const { check } = words
  const { shape, positions, wrong } = screen
  const typed = (i: number) => (document.getElementById(`part-${i}`) as HTMLInputElement).value
  const submit = (event: Event) => {
    event.preventDefault()
    acts.checked([typed(0), typed(1)])
  }
  const mistakeAt = (position: number) => (wrong === position ? check.wrong(position) : undefined)
  return (
    <>
      {wrong !== undefined && <ErrorSummary heading={text.mistakes.heading} mistake={check.wrong(wrong)} field={`part-${positions.indexOf(wrong)}`} />}
      <form autocomplete="off" onSubmit={submit}>
        <h1 tabIndex={-1}>{check.heading}</h1>
        <p class="lead">{check.body}</p>
        {positions.map((position, i) => (
          <LineField
            key={i} id={`part-${i}`} digits={shape === 'digits'} label={shape === 'digits' ? check.group(position) : check.word(position)}
            mistake={mistakeAt(position)} help={words.words.beginnings} beginnings={beginnings} typing={acts.typing}
          />
        ))}
        <div class="actions">
          <button type="submit" class="utrecht-button utrecht-button--primary-action">{check.done}</button>
          <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={() => acts.showAs(shape)}>{check.look}</button>
          <button type="button" class="utrecht-button utrecht-button--subtle" onClick={acts.finish}>{check.skip}</button>
        </div>
      </form>
    </>
  )
}
