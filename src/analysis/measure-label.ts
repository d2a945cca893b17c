// The name of a measure in an edition. Separate from the measures themselves because an item that reports every answer has
// only a heading of its own: each of its rows needs the words of its answer, which stand in the published texts.
import { functionalFearItem, functionalFearOptions } from '../instrument/functional-fear.ts'
import type { Instrument } from '../instrument/instrument.ts'
import type { Label } from '../instrument/summary.ts'
import type { OptionWords } from './edition.ts'
import type { Reported } from './measures.ts'

type Named = Pick<Reported, 'item' | 'measure' | 'categories' | 'label'>

/** The words of the answer where a measure is about one of many ("1 tot 5 jaar"); null for all other measures. */
export function answerOf({ item, measure, categories, label }: Named, { items }: Pick<Instrument, 'items'>, words: OptionWords = {}): Label | null {
  const derived = item === functionalFearItem.id
  const reported = derived ? functionalFearItem : items.find(({ id }) => id === item)
  const each = reported?.summary?.report.as === 'each' && (measure === 'share' || measure === 'among')
  if (measure !== 'answer' && !each) return null
  return Object.fromEntries(Object.keys(label).map((language) => {
    const option = (derived ? functionalFearOptions[language] : words[language]?.[item])?.[String(categories[0])]
    return [language, option ?? String(categories[0])]
  }))
}

/** "hoe lang mensen in de buurt wonen: 1 tot 5 jaar" where every answer is a row; the label itself otherwise. */
export function labelOf(named: Named, instrument: Pick<Instrument, 'items'>, words: OptionWords = {}): Label {
  const answer = answerOf(named, instrument, words)
  if (answer === null) return named.label
  return Object.fromEntries(Object.entries(named.label).map(([language, heading]) => [language, `${heading}: ${answer[language]}`]))
}
