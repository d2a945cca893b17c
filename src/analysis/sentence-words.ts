// The words and number forms of sentences about figures, Dutch (B1) and English. Separate so that a sentence is one line
// of composition and a translator sees all words on one page.
import type { BreakReason, Cell, Measure } from './edition.ts'

export type Language = 'nl' | 'en'

/** "31%" or "6,8": a figure of its measure. */
export function figure(measure: Measure, value: number, language: Language): string {
  return measure === 'mean' ? decimal(value, language) : `${value}%`
}

/** "11 punten", "1 punt", "0,4 punt": a change without its sign. */
export function points(measure: Measure, value: number, language: Language): string {
  const size = Math.abs(value)
  if (measure === 'mean') return `${decimal(size, language)} ${language === 'nl' ? 'punt' : 'points'}`
  const word = language === 'nl' ? (size === 1 ? 'punt' : 'punten') : size === 1 ? 'point' : 'points'
  return `${size} ${word}`
}

/** A bare number of a range, with the decimals its measure has. */
export function number(measure: Measure, value: number, language: Language): string {
  return measure === 'mean' ? decimal(value, language) : String(value)
}

/** "1.310" in Dutch, "1,310" in English. */
export function thousands(value: number, language: Language): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, language === 'nl' ? '.' : ',')
}

/** "31% (27-35)", "ten hoogste 3%", "te weinig antwoorden". A figure without limits stands alone. */
export function cellWords(measure: Measure, cell: Cell, language: Language): string {
  if ('hidden' in cell) return WORDS[language].tooFew
  if (cell.limit) return `${WORDS[language][cell.limit]} ${figure(measure, cell.value, language)}`
  const value = figure(measure, cell.value, language)
  if (cell.low === cell.high) return value
  return `${value} (${number(measure, cell.low, language)}-${number(measure, cell.high, language)})`
}

/** "a, b en c". */
export function listWords(list: readonly string[], language: Language): string {
  return list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} ${language === 'nl' ? 'en' : 'and'} ${list.at(-1)}`
}

function decimal(value: number, language: Language): string {
  const text = value.toFixed(1)
  return language === 'nl' ? text.replace('.', ',') : text
}

export const WORDS = {
  nl: {
    atMost: 'ten hoogste', atLeast: 'ten minste', tooFew: 'te weinig antwoorden', to: 'tot', lower: 'lager', higher: 'hoger',
    demonstrable: 'aantoonbaar', none: 'geen aantoonbaar verschil', from: 'zichtbaar vanaf', that: 'Dat is', baseline: 'bij de nulmeting',
    afterStart: 'bij de nulmeting na de start', incomparable: 'Niet te vergelijken met de nulmeting',
    context: 'zonder marge, dus niet getoetst',
  },
  en: {
    atMost: 'at most', atLeast: 'at least', tooFew: 'too few answers', to: 'to', lower: 'lower', higher: 'higher',
    demonstrable: 'demonstrably', none: 'no demonstrable difference', from: 'visible from', that: 'That is', baseline: 'at the baseline',
    afterStart: 'at the baseline after the start', incomparable: 'Not comparable with the baseline',
    context: 'without a margin, so not tested',
  },
} as const

/** Why a comparison is a break, as a clause after a colon. */
export const BREAKS: Readonly<Record<Language, Readonly<Record<BreakReason, string>>>> = {
  nl: {
    absent: 'de vraag stond maar in een van beide metingen', kind: 'de vraag werd anders beantwoord', options: 'de antwoorden waren anders',
    routing: 'de vraag ging naar andere mensen', wording: 'de vraag is anders gesteld', definition: 'de schaal is anders opgebouwd',
    item: 'een vraag van de schaal is anders', mode: 'mensen deden op een andere manier mee', language: 'mensen deden in andere talen mee',
    declared: 'het is een andere vraag',
  },
  en: {
    absent: 'only one of the two asked this', kind: 'the question was answered in another way', options: 'the answers were different',
    routing: 'the question went to other people', wording: 'the question was worded differently', definition: 'the scale is built differently',
    item: 'a question of the scale is different', mode: 'people took part in another way', language: 'people took part in other languages',
    declared: 'it is another question',
  },
}
