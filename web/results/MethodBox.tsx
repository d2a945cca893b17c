// How the figures were made, in a box that every print carries: margins, weights, tests, what is hidden. Separate because it is read by
// the few who check, on every page that shows figures.
import type { EditionHead } from '../../src/analysis/edition.ts'
import { listWords } from '../../src/analysis/sentence-words.ts'
import { resultsText } from '../languages/results.ts'
import type { ResultsLanguage } from '../languages/results-text.ts'
import { dayIn } from './day-in.ts'

export function MethodBox({ head, language = 'nl' }: { head: EditionHead; language?: ResultsLanguage }) {
  const words = resultsText[language]
  const { method } = words
  const deff = listWords(head.response.map(({ deff }) => (language === 'nl' ? String(deff).replace('.', ',') : String(deff))), language)
  const leftOut = new Set(head.leftOut.map(({ item }) => item)).size
  return (
    <section class="card method" aria-label={words.page.method}>
      <h2>{words.page.method}</h2>
      <ul>
        <li>{method.weighted(listWords(head.recipe.margins.map((margin) => method.margins[margin]), language), deff)}</li>
        <li>{method.interval(Math.round(100 * (1 - head.recipe.level)))} {method.n}</li>
        <li>{method.families}</li>
        <li>{method.rounded}</li>
        {leftOut > 0 && <li>{method.leftOut(leftOut)}</li>}
        <li>{words.head.edition(dayIn(head.date, language), words.head.audiences[head.audience])} {method.edition(head.boundaryYear, head.engine)}</li>
      </ul>
    </section>
  )
}
