// The name of a measure in an edition. Separate from the measures themselves because an item that reports every answer has
// only a heading of its own: each of its rows needs the words of its answer, which stand in the published texts.
import { functionalFearItem, functionalFearOptions } from '../instrument/functional-fear.ts'
import type { Instrument } from '../instrument/instrument.ts'
import type { Label } from '../instrument/summary.ts'
import type { OptionWords } from './edition.ts'
import type { Reported } from './measures.ts'

/**
 * "hoe lang mensen in de buurt wonen: 1 tot 5 jaar" where every answer is a row; the words of the answer alone where the
 * item has a figure of its own; the label itself otherwise.
 */
export function labelOf({ item, measure, categories, label }: Pick<Reported, 'item' | 'measure' | 'categories' | 'label'>, { items }: Pick<Instrument, 'items'>, words: OptionWords = {}): Label {
  const derived = item === functionalFearItem.id
  const reported = derived ? functionalFearItem : items.find(({ id }) => id === item)
  const each = reported?.summary?.report.as === 'each' && (measure === 'share' || measure === 'among')
  if (measure !== 'answer' && !each) return label
  return Object.fromEntries(Object.entries(label).map(([language, heading]) => {
    const option = (derived ? functionalFearOptions[language] : words[language]?.[item])?.[String(categories[0])] ?? String(categories[0])
    return [language, measure === 'answer' ? option : `${heading}: ${option}`]
  }))
}
