// "Wie hoorden wij?": beside every result, for both waves. Counts are rounded to 5 in the edition itself. Separate because no page may
// show a result without it.
import type { EditionHead } from '../../src/analysis/edition.ts'
import { resultsText } from '../languages/results.ts'
import type { ResultsLanguage } from '../languages/results-text.ts'
import { heardSentences } from './views/heard.ts'

export function WhomDidWeHear({ head, language = 'nl', more }: { head: EditionHead; language?: ResultsLanguage; /** Address of the page that says more. */ more?: string }) {
  const { page } = resultsText[language]
  return (
    <section class="card heard" aria-label={page.heard}>
      <h2>{page.heard}</h2>
      {heardSentences({ head }, language).map((sentence) => <p key={sentence}>{sentence}</p>)}
      {more && <p class="no-print"><a href={more}>{page.heardMore}</a></p>}
    </section>
  )
}
