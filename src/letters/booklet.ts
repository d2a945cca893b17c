// A paper questionnaire from an instrument: the same items in the same order and words, each option with the mark that is typed when it is
// keyed in, and routing said in sentences. Pure and separate from its layout; keying (web/helping) reads the same marks.
import { DONT_KNOW, PREFER_NOT, SKIPPED } from '../instrument/item.ts'
import type { Item } from '../instrument/item.ts'
import type { PublishedInstrument } from '../instrument/instrument.ts'
import type { Condition } from '../instrument/relevance.ts'
import type { Answer } from '../instrument/answers.ts'
import { bookletWords } from './booklet-words.ts'
import type { BookletWords } from './booklet-words.ts'

export interface BookletOption {
  /** Printed beside the box and typed when keying: a number, W for "weet ik niet", N for "wil ik niet zeggen". */
  mark: string
  text: string
}

export interface BookletItem {
  id: string
  number: number
  kind: Item['kind']
  question: string
  hint: string
  /** Who answers it, and where everybody else goes on; '' when everybody does. */
  routing: string
  options: BookletOption[]
  missing: BookletOption[]
}

export interface Booklet {
  language: string
  direction: 'ltr' | 'rtl'
  words: BookletWords
  items: BookletItem[]
}

const MISSING = { W: DONT_KNOW, N: PREFER_NOT } as const

/** The booklet of a published instrument; null when there are no words for its language. */
export function bookletOf({ instrument, text }: PublishedInstrument): Booklet | null {
  const words = bookletWords[text.language]
  if (!words) return null
  const numbers = new Map(instrument.items.map((item, i) => [item.id, i + 1]))
  const items = instrument.items.map((item, i): BookletItem => {
    const asked = text.items[item.id]!
    const option = (code: number) => ({ mark: String(code), text: asked.options[code] ?? '' })
    return {
      id: item.id, number: i + 1, kind: item.kind, question: asked.question, hint: asked.hint ?? (item.kind === 'several' ? words.several : ''),
      routing: routingOf(instrument.items, i, numbers, text, words),
      options: item.options.map(option), missing: [{ mark: 'W', text: text.missing.dontKnow }, { mark: 'N', text: text.missing.preferNot }],
    }
  })
  return { language: text.language, direction: text.direction, words, items }
}

function routingOf(items: readonly Item[], index: number, numbers: ReadonlyMap<string, number>, text: PublishedInstrument['text'], words: BookletWords): string {
  const { askedIf } = items[index]!
  if (!askedIf) return ''
  const same = JSON.stringify(askedIf)
  const next = items.findIndex((item, i) => i > index && JSON.stringify(item.askedIf) !== same)
  return `${words.only(conditionText(askedIf, numbers, text, words))} ${next < 0 ? words.otherwiseEnd : words.otherwise(next + 1)}`
}

/** A condition as words; codes that nobody can cross (skipped, not asked) are left out. */
function conditionText(condition: Condition, numbers: ReadonlyMap<string, number>, text: PublishedInstrument['text'], words: BookletWords): string {
  const part = (one: Condition) => conditionText(one, numbers, text, words)
  if ('all' in condition) return condition.all.map(part).join(words.and)
  if ('any' in condition) return condition.any.map(part).join(words.or)
  const denied = 'not' in condition
  const plain = denied ? condition.not : condition
  if (!('item' in plain)) throw new RangeError('conditionText requires denials of a single item')
  const options = plain.in.filter((code) => code < SKIPPED - 1 || code === DONT_KNOW || code === PREFER_NOT)
    .map((code) => (code === DONT_KNOW ? text.missing.dontKnow : code === PREFER_NOT ? text.missing.preferNot : (text.items[plain.item]!.options[code] ?? String(code))))
  return (denied ? words.choseNot : words.chose)(numbers.get(plain.item)!, options)
}

/** What was typed for an item, or what is wrong: '' is skipped, "w"/"n" the missing codes, numbers for options, several with spaces or commas. */
export function readKeyed(item: Pick<Item, 'kind' | 'options' | 'exclusive'>, typed: string): { answer: Answer | undefined } | { mistake: 'unknown' | 'one' | 'exclusive' } {
  const marks = typed.trim().toUpperCase().split(/[\s,.;]+/).filter(Boolean)
  if (marks.length === 0) return { answer: undefined }
  if (marks.length === 1 && Object.hasOwn(MISSING, marks[0]!)) return { answer: MISSING[marks[0] as keyof typeof MISSING] }
  const codes = marks.map((mark) => (/^\d{1,2}$/.test(mark) ? Number(mark) : NaN))
  if (!codes.every((code) => item.options.includes(code))) return { mistake: 'unknown' }
  if (item.kind !== 'several') return codes.length === 1 ? { answer: codes[0]! } : { mistake: 'one' }
  if (item.exclusive !== undefined && codes.includes(item.exclusive) && codes.length > 1) return { mistake: 'exclusive' }
  return { answer: [...new Set(codes)].sort((a, b) => a - b) }
}

/** The inverse of readKeyed: what would have been typed. */
export function keyedText(answer: Answer | undefined): string {
  if (answer === undefined) return ''
  if (typeof answer !== 'number') return answer.join(' ')
  return answer === DONT_KNOW ? 'W' : answer === PREFER_NOT ? 'N' : String(answer)
}
