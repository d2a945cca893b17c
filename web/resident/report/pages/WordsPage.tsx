// Words or digits, typed to come back: in any case, with any spaces, four letters of a word are enough. Slips are named before anything is asked.
import { BackLink } from '../../pages/BackLink.tsx'
import { ErrorSummary } from '../../ErrorSummary.tsx'
import { Beginnings } from './Beginnings.tsx'
import type { ReportPageProps } from './ReportPage.tsx'
import { unremembered } from './unremembered.ts'

export function WordsPage({ view, acts, mistake }: ReportPageProps & { mistake: string | undefined }) {
  const { words, text, beginnings, typed } = view
  const asked = words.words
  const submit = (event: Event) => {
    event.preventDefault()
    acts.comeBack((document.getElementById('words') as HTMLTextAreaElement).value)
  }
  return (
    <>
      {mistake && <ErrorSummary heading={text.mistakes.heading} mistake={mistake} field="words" />}
      <form autocomplete="off" onSubmit={submit}>
        <BackLink text={text} />
        <div class={mistake ? 'field utrecht-form-field utrecht-form-field--invalid' : 'field utrecht-form-field'}>
          <h1 tabIndex={-1}>{asked.heading}</h1>
          <label class="utrecht-form-label" for="words">{asked.label}</label>
          <p class="hint" id="words-hint">{asked.hint}</p>
          {mistake && <p class="mistake" id="words-mistake">{mistake}</p>}
          <textarea
            class="writing"
            id="words"
            rows={3}
            dir="ltr"
            {...unremembered}
            autocapitalize="none"
            defaultValue={typed}
            aria-describedby={mistake ? 'words-hint words-mistake' : 'words-hint'}
            aria-invalid={mistake ? true : undefined}
            onFocus={() => acts.typing('')}
            onInput={(event) => acts.typing(event.currentTarget.value)}
          />
          <Beginnings field="words" help={asked.beginnings} beginnings={beginnings} typing={acts.typing} />
        </div>
        <button type="submit" class="utrecht-button utrecht-button--primary-action">{asked.open}</button>
      </form>
    </>
  )
}
