// The frame of the pages for helpers: what the helper needs above, the resident's own pages below, quick exit as everywhere.
// Separate from the resident's App, so that nothing of it is on a resident's phone.
import { useEffect, useState } from 'preact/hooks'
import { LanguageChoice } from '../resident/LanguageChoice.tsx'
import { ScreenPage } from '../resident/pages/ScreenPage.tsx'
import { placeAt } from '../resident/interview.ts'
import type { MunicipalityPlace } from '../resident/place.ts'
import type { Visit } from '../resident/visit.ts'
import type { View } from '../resident/view.ts'
import { EntryPage } from './EntryPage.tsx'
import { KeyingPage } from './KeyingPage.tsx'
import type { Keyed } from './keying.ts'
import { keyedSentence } from './keying.ts'
import { ownVoice, readAloud, stopReading, textToRead } from './read-aloud.ts'
import type { HelpingMode } from './words.ts'
import { heardWords, helperWords, keyingWords } from './words.ts'

export interface HelpingProps {
  mode: HelpingMode
  view: View
  visit: Visit
  place: MunicipalityPlace
  keyed: Keyed
  /** Everything was just wiped. */
  gone: boolean
  enter: (typed: string) => void
  /** Wipes at once and begins anew. */
  done: () => void
  leave: (event: Event) => void
}

export function HelpingApp(props: HelpingProps) {
  const { mode, view, visit, place, gone, done, leave } = props
  const { text, screen, warning } = view
  const heard = heardWords[text.language] ?? heardWords.nl!
  const sending = screen.page === 'sending'
  return (
    <>
      <header>
        <a class="exit-first" href={place.exitUrl} rel="nofollow noreferrer" onClick={leave}>{text.exit}</a>
        {place.example && <p class="example">{text.exampleNotice}</p>}
        {view.pilot && <p class="example">{text.pilotNotice}</p>}
        <div class="bar">
          <p class="municipality">{place.name}</p>
          <LanguageChoice view={view} speak={(language) => void visit.speak(language)} />
        </div>
        <div class="helper">
          <p>{helperWords[mode].name}</p>
          <div class="helper__acts">
            {mode === 'assisted' && <ReadButton key={`${text.language} ${pageOf(view)}`} language={text.language} words={heard} />}
            {/* While it is being sent nothing may be wiped: it would be lost. */}
            {screen.page !== 'start' && !sending && <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={done}>{heard.done}</button>}
          </div>
        </div>
      </header>
      <main>
        {warning && (
          <div class="warning" role="alert">
            <p>{text.idle.warning}</p>
            <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={() => visit.touch()}>{text.idle.stay}</button>
          </div>
        )}
        <Page {...props} gone={gone} />
      </main>
      <aside class="exit" aria-label={text.exit}>
        <a class="exit-button" href={place.exitUrl} rel="nofollow noreferrer" onClick={leave}>{text.exit}</a>
      </aside>
    </>
  )
}

function Page({ mode, view, visit, place, keyed, gone, enter, done }: HelpingProps) {
  const { text, screen } = view
  if (screen.page === 'start') return <EntryPage text={text} words={helperWords[mode]} mistake={screen.mistake} gone={gone || screen.wiped === true} enter={enter} />
  if (screen.page === 'answering' && mode === 'paper') return <KeyingPage key={screen.code} text={text} screen={screen} visit={visit} keyed={keyed} />
  if (screen.page === 'thanks' && mode === 'paper') {
    return (
      <>
        <h1 tabIndex={-1}>{keyingWords.sent}</h1>
        <p class="lead" role="status">{keyedSentence(keyed)}</p>
        <button type="button" class="utrecht-button utrecht-button--primary-action" onClick={done}>{keyingWords.another}</button>
      </>
    )
  }
  const welcome = screen.page === 'answering' && placeAt(screen.questions.instrument, screen.step).page === 'welcome'
  return (
    <>
      {welcome && <p class="heard">{(heardWords[text.language] ?? heardWords.nl!).heard}</p>}
      <ScreenPage view={view} visit={visit} place={place} />
    </>
  )
}

/** There only where this device has a voice of its own for the language. */
function ReadButton({ language, words }: { language: string; words: (typeof heardWords)[string] }) {
  const [voice, setVoice] = useState(() => ownVoice(language))
  const [reading, setReading] = useState(false)
  useEffect(() => {
    const look = () => setVoice(ownVoice(language))
    window.speechSynthesis?.addEventListener?.('voiceschanged', look)
    return () => {
      window.speechSynthesis?.removeEventListener?.('voiceschanged', look)
      stopReading()
    }
  }, [language])
  if (!voice) return null
  const press = () => {
    if (reading) {
      stopReading()
      return setReading(false)
    }
    setReading(true)
    readAloud(textToRead(document.querySelector('main')!), voice, () => setReading(false))
  }
  return <button type="button" class="utrecht-button utrecht-button--secondary-action" aria-pressed={reading} onClick={press}>{reading ? words.stop : words.read}</button>
}

/** What counts as another page for the reader. */
function pageOf({ screen }: View): string {
  return screen.page === 'answering' ? `step ${screen.step}` : screen.page
}
