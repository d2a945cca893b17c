// The frame around every page: name of the municipality, language, the page itself, other ways to take part, quick exit.
// Separate from the pages; shell.ts writes the same frame into the static HTML, and a test compares the two.
import { ContactBlock } from './ContactBlock.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { ScreenPage } from './pages/ScreenPage.tsx'
import type { MunicipalityPlace } from './place.ts'
import type { Visit } from './visit.ts'
import type { View, Visiting } from './view.ts'

interface AppProps {
  view: View
  visit: Visiting
  survey: Visit
  place: MunicipalityPlace
  leave: (event: Event) => void
}

export function App({ view, visit, survey, place, leave }: AppProps) {
  const { text, screen, warning } = view
  return (
    <>
      <header>
        <a class="exit-first" href={place.exitUrl} rel="nofollow noreferrer" onClick={leave}>{text.exit}</a>
        {place.example && <p class="example">{text.exampleNotice}</p>}
        {(view.notice || view.pilot) && <p class="example">{view.notice || text.pilotNotice}</p>}
        <div class="bar">
          <p class="municipality">{place.name}</p>
          <LanguageChoice view={view} speak={(language) => void visit.speak(language)} />
        </div>
      </header>
      <main>
        {warning && (
          <div class="warning" role="alert">
            <p>{text.idle.warning}</p>
            <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={() => visit.touch()}>{text.idle.stay}</button>
          </div>
        )}
        <ScreenPage view={view} visit={survey} place={place} />
      </main>
      {screen.page !== 'answering' && screen.page !== 'thanks' && screen.page !== 'report' && <ContactBlock text={text} place={place} />}
      <aside class="exit" aria-label={text.exit}>
        <a class="exit-button" href={place.exitUrl} rel="nofollow noreferrer" onClick={leave}>{text.exit}</a>
      </aside>
    </>
  )
}
