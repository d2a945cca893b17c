// The code, after the label: by now the manifest is verified, and the page can show what stands small on the back of the letter.
import { CodeField } from '../CodeField.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import type { ResidentText } from '../../languages/resident-text.ts'
import type { Screen } from '../view.ts'

interface CodePageProps {
  text: ResidentText
  screen: Extract<Screen, { page: 'code' }>
  enter: (typed: string) => void
  again: () => void
}

export function CodePage({ text, screen, enter, again }: CodePageProps) {
  const submit = (event: Event) => {
    event.preventDefault()
    enter((document.getElementById('code') as HTMLInputElement).value)
  }
  return (
    <>
      <button type="button" class="back" onClick={again}>{text.code.lookAgain}</button>
      {screen.mistake && <ErrorSummary heading={text.mistakes.heading} mistake={screen.mistake} field="code" />}
      <form autocomplete="off" onSubmit={submit}>
        <h1 tabIndex={-1}>{text.code.heading}</h1>
        <CodeField id="code" label={text.code.label} hint={text.code.hint} mistake={screen.mistake} length={13} />
        <button type="submit" class="utrecht-button utrecht-button--primary-action">{text.next}</button>
      </form>
      <p class="hint aside">{text.code.fingerprint(screen.fingerprint)}</p>
    </>
  )
}
