// V8. Trust: whether people think that who reports is protected, and that they are treated fairly; every answer beside the share that agrees.
import { capital } from '../../../src/analysis/sentence.ts'
import { coreInstrument } from '../../../src/instrument/batteries/core.ts'
import { measureName, dumbbellRow } from '../../charts/from-comparison.ts'
import { resultsText } from '../../languages/results.ts'
import { answersFigure } from '../answers.ts'
import { domainOf, labelIn, mainItems, placeWords, readingAt, saidOf } from '../edition-parts.ts'
import { readingFigure } from '../reading-figure.ts'
import { areasFigure } from './one-item.ts'
import type { ResultView, ViewInput } from '../view.ts'

const TRUST = coreInstrument.scales.find(({ id }) => id === 'trust')!.items.map(({ id }) => id)

export function trust({ edition, choice, language }: ViewInput): ResultView {
  const { head } = edition
  const words = resultsText[language]
  const domain = domainOf(edition, choice.area)
  const items = mainItems(edition).filter(({ item }) => TRUST.includes(item))
  const scale = mainItems(edition).find(({ item }) => item === 'trust')
  const rows = items.flatMap((item) => {
    const reading = readingAt(edition, item, domain)
    return reading ? [{ item, reading, row: dumbbellRow(reading, capital(labelIn(item, language)), saidOf(head, item, reading, null, language), language) }] : []
  })
  const where = domain === 'all' ? null : placeWords(domain, head, language)
  return {
    name: 'vertrouwen', title: words.views.vertrouwen.name,
    lead: rows.length > 0 ? rows.map(({ item, reading }) => saidOf(head, item, reading, where, language)) : [words.page.nothingHere],
    figures: [
      ...(rows.length > 0 ? [readingFigure(edition, { id: `vertrouwen-${domain}`, title: words.trust.title, sentence: words.trust.say, rows, ordered: true, compact: true }, language)] : []),
      ...items.flatMap((item) => answersFigure(edition, item, language, ['all', 'focus', 'comparison']) ?? []),
      ...(scale ? [{ ...areasFigure(edition, scale, language), title: words.item.areas(measureName(scale, language)) }] : []),
    ],
    said: [], notes: [],
  }
}
