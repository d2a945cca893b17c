// The code, after the label: by now the manifest is verified, and the page can show what stands small on the back of the letter.
// A chunk of its own, with its words: most people scan and never see it.
import { manifestFingerprint } from '../../../src/crypto/manifest.ts'
import { codeTexts } from '../../languages/code.ts'
import type { ResidentText } from '../../languages/resident-text.ts'
import { CodeField } from '../CodeField.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { readTypedCode } from '../typed-code.ts'
import type { TypedCode } from '../typed-code.ts'

export interface CodePageProps {
  text: ResidentText
  /** Of the verified manifest: 64 hex. */
  digest: string
  mistake: string | undefined
  enter: (reading: TypedCode) => void
  again: () => void
}

export function CodePage({ text, digest, mistake, enter, again }: CodePageProps) {
  const words = codeTexts[text.language]!
  const submit = (event: Event) => {
    event.preventDefault()
    enter(readTypedCode((document.getElementById('code') as HTMLInputElement).value, words))
  }
  return (
    <>
      <button type="button" class="back" onClick={again}>{words.lookAgain}</button>
      {mistake && <ErrorSummary heading={text.mistakes.heading} mistake={mistake} field="code" />}
      <form autocomplete="off" onSubmit={submit}>
        <h1 tabIndex={-1}>{words.heading}</h1>
        <CodeField id="code" label={words.label} hint={words.hint} mistake={mistake} length={13} />
        <button type="submit" class="utrecht-button utrecht-button--primary-action">{text.next}</button>
      </form>
      <p class="hint aside">{words.fingerprint(manifestFingerprint(digest))}</p>
    </>
  )
}
