// An instrument text with one question put in other words: what a municipality does when it edits a battery, and what
// turns a comparison of that item into a break. Separate from the texts, which never change in place.
import type { InstrumentText } from './instrument.ts'

/** A copy of the text in which one item asks in other words; RangeError when there is no such item. */
export function reworded(text: InstrumentText, id: string, question: string): InstrumentText {
  const words = text.items[id]
  if (words === undefined) throw new RangeError(`reworded requires an item of the text, and ${id} is none`)
  return { ...text, items: { ...text.items, [id]: { ...words, question } } }
}
