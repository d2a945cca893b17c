// The whole edition on one page, to read and to print: the answer, against comparison areas, what several figures say together, whom we heard, then every
// topic over all areas. Markup from an edition alone, so that specimens and tests can read it without a server.
import { silenceSentence, fearSentence, refusalSentence } from '../../src/analysis/view-sentences.ts'
import { measureKey } from '../charts/from-comparison.ts'
import { Heading } from '../console/Heading.tsx'
import { resultsText } from '../languages/results.ts'
import type { ResultsLanguage } from '../languages/results-text.ts'
import { dayIn } from './day-in.ts'
import type { EditionParts } from './edition-parts.ts'
import { mainItems } from './edition-parts.ts'
import { MethodBox } from './MethodBox.tsx'
import { PlanBox } from './PlanBox.tsx'
import { ResultFigure } from './ResultFigure.tsx'
import { useReveal } from './use-reveal.ts'
import { ViewBody } from './ViewBody.tsx'
import { againstComparison } from './views/against-comparison.ts'
import { areasFigure } from './views/one-item.ts'
import { primaryOutcomes } from './views/primary-outcomes.ts'
import { whatWeCannotSay } from './views/memo.ts'
import { WhomDidWeHear } from './WhomDidWeHear.tsx'

export function EditionView({ edition, language = 'nl' }: { edition: EditionParts; language?: ResultsLanguage }) {
  const { head } = edition
  const words = resultsText[language]
  const items = mainItems(edition)
  const shown = useReveal(items.length)
  const input = { edition, language, choice: {} }
  const against = againstComparison(input)
  const together = [silenceSentence(edition, head.wave.id, language), fearSentence(edition, head.wave.id, language), refusalSentence(edition, 'all', language)].filter((said) => said !== null)
  return (
    <article class="results results--free" lang={language}>
      <Heading text={head.wave.label} />
      <p class="lead">{head.baseline ? words.head.compared(head.wave.label, head.baseline.label) : words.head.alone(head.wave.label)} {words.head.edition(dayIn(head.date, language), words.head.audiences[head.audience])}{head.baseline?.afterStart && ` ${words.head.afterStart}`}</p>
      <div class="actions no-print"><button type="button" class="button button--secondary" onClick={() => print()}>{words.page.print}</button></div>
      <h2>{words.views.gelukt.name}</h2>
      <ViewBody view={primaryOutcomes(input)} head={head} language={language} rank={3} />
      {against.figures.length > 0 && <><h2>{words.views.vergelijkingswijken.name}</h2><ViewBody view={against} head={head} language={language} rank={3} /></>}
      {together.length > 0 && (
        <section class="card" aria-label={words.page.inWords}>
          <h2>{words.page.inWords}</h2>
          {together.map((sentence) => <p key={sentence}>{sentence}</p>)}
        </section>
      )}
      <WhomDidWeHear head={head} language={language} />
      <h2>{words.page.others}</h2>
      {items.slice(0, shown).map((item) => (
        <section key={measureKey(item)} class="card"><ResultFigure figure={areasFigure(edition, item, language)} head={head} language={language} rank={3} /></section>
      ))}
      <section class="card" aria-label={words.memo.cannot}>
        <h2>{words.memo.cannot.replace(/^\d+\. /, '')}</h2>
        <ul>{whatWeCannotSay(edition, language).map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
      </section>
      <PlanBox head={head} language={language} />
      <MethodBox head={head} language={language} />
    </article>
  )
}
