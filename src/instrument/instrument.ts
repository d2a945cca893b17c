// The versioned questionnaire: items and scales, its words in one language, and the hashes that name both.
// Hashes are SHA-256 over canonical JSON (RFC 8785; instruments hold strings, integers, booleans, lists and objects
// only, so sorted keys and JSON.stringify are the whole of it). The item hash says what was asked and nothing else:
// same hash, same question; a corrected table label gives a new instrument hash and the same item hash.
import type { Item } from './item.ts'
import type { Scale } from './scale.ts'

export interface Instrument {
  id: string
  version: number
  items: readonly Item[]
  scales: readonly Scale[]
  /** 2 to 4 ids of items or scales, fixed before the baseline (Holm over these x focus areas). */
  primary?: readonly string[]
}

export interface ItemText {
  question: string
  hint?: string
  /** Option code (as text) -> words. A mark needs only the words of its ends, "0" and "10". */
  options: Record<string, string>
  /** Address of the recording of these very words; no part of the item hash. */
  audio?: string
}

export interface MissingText {
  dontKnow: string
  preferNot: string
}

export interface InstrumentText {
  /** BCP 47 */
  language: string
  direction: 'ltr' | 'rtl'
  /** The language's own name for itself. */
  name: string
  items: Record<string, ItemText>
  missing: MissingText
}

/** The immutable JSON a phone fetches, one per language. */
export interface PublishedInstrument {
  instrument: Instrument
  text: InstrumentText
}

/** Hex SHA-256 of the whole published file: names what a phone fetches and what a manifest binds. */
export async function instrumentHash(published: PublishedInstrument): Promise<string> {
  return sha256Hex(canonical({ instrument: published.instrument, text: published.text }))
}

/** Hex SHA-256 of one item as asked in one language: id, kind, options, routing, question, hint, option and missing words. */
export async function itemHash(item: Item, text: ItemText, missing: MissingText): Promise<string> {
  const { id, kind, options, askedIf, exclusive } = item
  const { question, hint, options: words } = text
  const { dontKnow, preferNot } = missing
  return sha256Hex(canonical({ id, kind, options, askedIf, exclusive, question, hint, words, dontKnow, preferNot }))
}

/** Item id -> item hash, for every item of a published instrument. */
export async function itemHashes(published: PublishedInstrument): Promise<Record<string, string>> {
  const { items } = published.instrument
  const { text } = published
  const hashes = await Promise.all(items.map((item) => {
    const words = text.items[item.id]
    if (words === undefined) throw new RangeError(`itemHashes requires a text for item ${item.id}`)
    return itemHash(item, words, text.missing)
  }))
  return Object.fromEntries(items.map((item, index) => [item.id, hashes[index]!]))
}

/** RFC 8785 for the values an instrument holds; absent (undefined) members are left out, as JSON.stringify does. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined)
    // RFC 8785 3.2.3: keys in the order of their UTF-16 code units, which is what < compares
    members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError('canonical requires whole numbers')
  return JSON.stringify(value)
}

async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
