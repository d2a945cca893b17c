// Reads the words of an instrument in one language from a file: every fault with its place, or the text. A language
// that lacks a single option is refused, because half a translation shows somebody an empty answer.
import type { Instrument, InstrumentText, PublishedInstrument } from './instrument.ts'
import type { Item } from './item.ts'
import { readInstrument } from './read-instrument.ts'
import { matches, members, newFaults, oneOf, text } from './shape.ts'
import type { Faults } from './shape.ts'

/** The text, or every fault as a line "items.age.options: lacks "4"". */
export function readText(value: unknown, instrument: Pick<Instrument, 'items'>): { text: InstrumentText } | { faults: string[] } {
  const faults = newFaults()
  const root = members(faults, 'text', value, ['language', 'direction', 'name', 'items', 'missing'])
  if (root === undefined) return { faults: faults.list }
  matches(faults, 'language', root.language, /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language code such as nl or ar')
  oneOf(faults, 'direction', root.direction, ['ltr', 'rtl'])
  text(faults, 'name', root.name, 60)
  const missing = members(faults, 'missing', root.missing, ['dontKnow', 'preferNot'])
  if (missing !== undefined) {
    text(faults, 'missing.dontKnow', missing.dontKnow, 60)
    text(faults, 'missing.preferNot', missing.preferNot, 60)
    if (missing.dontKnow === missing.preferNot) faults.add('missing', 'has the same words twice')
  }
  const items = members(faults, 'items', root.items, instrument.items.map(({ id }) => id))
  if (items !== undefined) {
    for (const item of instrument.items) {
      if (Object.hasOwn(items, item.id)) checkItemText(faults, `items.${item.id}`, items[item.id], item)
    }
  }
  return faults.list.length > 0 ? { faults: faults.list } : { text: value as InstrumentText }
}

/** A published file: the instrument and its text in one language. */
export function readPublished(value: unknown): { published: PublishedInstrument } | { faults: string[] } {
  const faults = newFaults()
  const root = members(faults, 'file', value, ['instrument', 'text'])
  if (root === undefined || faults.list.length > 0) return { faults: faults.list }
  const instrument = readInstrument(root.instrument)
  if ('faults' in instrument) return instrument
  const words = readText(root.text, instrument.instrument)
  if ('faults' in words) return words
  return { published: { instrument: instrument.instrument, text: words.text } }
}

function checkItemText(faults: Faults, where: string, value: unknown, item: Item): void {
  const words = members(faults, where, value, ['question', 'hint?', 'options', 'audio?'])
  if (words === undefined) return
  text(faults, `${where}.question`, words.question, 400)
  text(faults, `${where}.hint`, words.hint, 400)
  // the phone may ask nobody but its own host
  matches(faults, `${where}.audio`, words.audio, /^\/(?!\/)[A-Za-z0-9/._-]{1,200}$/, 'a path on this host')
  const codes = item.kind === 'mark' ? ['0', '10'] : item.options.map(String)
  const options = members(faults, `${where}.options`, words.options, codes)
  if (options === undefined) return
  for (const [code, label] of Object.entries(options)) text(faults, `${where}.options.${code}`, label, 120)
  if (new Set(Object.values(options)).size !== Object.keys(options).length) {
    faults.add(`${where}.options`, 'has the same words twice')
  }
}
