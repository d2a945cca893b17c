// V5. The silence funnel: who saw pressure, how many of them told those who can act on it, and why the others did not. In public for everybody and
// groups only, as all that is sensitive.
import type { EditionItem } from '../../../src/analysis/edition.ts'
import { silenceSentence } from '../../../src/analysis/view-sentences.ts'
import { resultsText } from '../../languages/results.ts'
import type { ResultsLanguage } from '../../languages/results-text.ts'
import { dumbbellRow } from '../../charts/from-comparison.ts'
import type { EditionParts } from '../edition-parts.ts'
import { labelIn, readingAt, saidOf, domainOf } from '../edition-parts.ts'
import { capital } from '../../../src/analysis/sentence.ts'
import { readingFigure } from '../reading-figure.ts'
import { sharesFigure } from '../shares-figure.ts'
import type { ResultFigure, ResultView, ViewInput } from '../view.ts'

export function silence({ edition, choice, language }: ViewInput): ResultView {
  const words = resultsText[language]
  const domain = domainOf(edition, choice.area)
  const said = silenceSentence(edition, edition.head.wave.id, language, domain)
  const steps = stepsFigure(edition, domain, language)
  const reasons = sharesFigure(edition, {
    id: 'zwijgen-redenen', title: words.silence.reasons, sentence: words.silence.reasonsSay, domain,
    items: edition.head.items.filter(({ item, measure }) => item === 'whyNot' && measure === 'among'),
  }, language)
  const figures = [...(steps ? [steps] : []), ...(reasons ? [reasons] : [])]
  return { name: 'zwijgen', title: words.views.zwijgen.name, lead: said ? [said] : [words.silence.none], figures, said: [], notes: figures.length > 0 ? [words.silence.base] : [] }
}

function stepsFigure(edition: EditionParts, domain: string, language: ResultsLanguage): ResultFigure | null {
  const words = resultsText[language]
  const wanted: [string, EditionItem['measure']][] = [['seenPressure', 'share'], ['ownPressure', 'share'], ['told', 'among'], ['silence', 'share']]
  const rows = wanted.flatMap(([id, measure]) => edition.head.items.filter((item) => item.item === id && item.measure === measure).flatMap((item) => {
    const reading = readingAt(edition, item, domain)
    return reading ? [{ item, reading, row: dumbbellRow(reading, capital(labelIn(item, language)), saidOf(edition.head, item, reading, null, language), language) }] : []
  }))
  return rows.length === 0 ? null : readingFigure(edition, { id: 'zwijgen-stappen', title: words.silence.steps, sentence: words.silence.stepsSay, rows, ordered: true, compact: true }, language)
}
