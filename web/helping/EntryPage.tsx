// Where a helper begins: what to do, and one field for label and code or the scanned link. Separate from the resident's start page, which
// asks for the label first because nobody there has seen the code before.
import { ErrorSummary } from '../resident/ErrorSummary.tsx'
import type { ResidentText } from '../languages/resident-text.ts'
import type { HelperWords } from './words.ts'
import { keyingWords } from './words.ts'

interface EntryPageProps {
  text: ResidentText
  words: HelperWords
  mistake: string | undefined
  /** Everything was just wiped, by hand or by the clock. */
  gone: boolean
  enter: (typed: string) => void
}

export function EntryPage({ text, words, mistake, gone, enter }: EntryPageProps) {
  const submit = (event: Event) => {
    event.preventDefault()
    const field = document.getElementById('label') as HTMLInputElement
    enter(field.value)
  }
  return (
    <>
      {mistake && <ErrorSummary heading={text.mistakes.heading} mistake={mistake} field="label" />}
      {gone && <p class="notice" role="status">{keyingWords.gone}</p>}
      <h1 tabIndex={-1}>{words.heading}</h1>
      <ol class="points">{words.steps.map((step) => <li key={step}>{step}</li>)}</ol>
      <form class="entry" autocomplete="off" onSubmit={submit}>
        <div class={mistake ? 'field utrecht-form-field utrecht-form-field--invalid' : 'field utrecht-form-field'}>
          <label class="utrecht-form-label" for="label">{keyingWords.entry}</label>
          <p class="hint" id="label-hint">{keyingWords.entryHint}</p>
          {mistake && <p class="mistake" id="label-mistake">{mistake}</p>}
          <input class="utrecht-textbox utrecht-textbox--html-input scan" id="label" type="text" autocomplete="off" autocapitalize="characters" spellcheck={false} aria-describedby={mistake ? 'label-hint label-mistake' : 'label-hint'} aria-invalid={mistake ? true : undefined} />
        </div>
        <button type="submit" class="utrecht-button utrecht-button--primary-action">{text.next}</button>
      </form>
    </>
  )
}
