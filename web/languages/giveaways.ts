// What in a report could give its writer or somebody else away: names, house numbers, phone numbers and the like, and from where
// something was seen. Separate and pure because it runs with every word somebody types, on their own device only: a reporter's phone, and the console
// where a signal is written. It warns and never blocks; what it misses a second person looks for before anything leaves the team.
// No lookbehind anywhere: Safari before 16.4 could not read this file. No \p together with the flag i: such a pattern takes an old phone a
// tenth of a second to make.
import { commonNames, everydayWords, OWN_PLACE, SPOKEN_OF, streetEndings, TITLES, VANTAGE } from './giveaway-words.ts'

export const giveawayKinds = ['name', 'address', 'contact', 'vantage'] as const
export type GiveawayKind = (typeof giveawayKinds)[number]

/** What was found, by kind: the words themselves, at most three of a kind, as somebody wrote them. */
export type Giveaways = Partial<Record<GiveawayKind, string[]>>

const MOST = 3
/** Characters looked at: far more than a report holds, and little enough for an old phone when a book is pasted. */
const LONGEST = 20_000
/** A letter of a word, and none of a word any more, roughly; the exact look is isWhole's. */
const LETTER = '[^\\s\\d.,;:!?()"“”\'’/@#&+-]'
const whole = (source: string, flags = 'gi') => new RegExp(`(?:${source.replace(/\\p\{L\}/g, LETTER)})(?![\\w\\u00c0-\\u024f])`, flags)

const DATE = /^\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d/
const NUMBER = /[+\d](?:[ .\-/()]{0,2}\d){6,16}/g
const CONTACT = [
  /[^\s@]{0,64}@[^\s@]{3,64}/g,
  whole('[A-Z\\d]{1,3}-[A-Z\\d]{2,3}-[A-Z\\d]{1,2}'),
  whole('[A-Z]{2}\\d{2}[A-Z]{4}\\d{6,12}'),
]
const ADDRESS = [
  whole(`${LETTER}{2,40}(?:${streetEndings}),? \\d{1,5} ?[a-z]?(?! ?(?:keer|maal|uur|minuten|dag|dagen|week|weken|maanden|jaar|man|mannen|jongens|mensen|personen|auto|meter|times|days|men|boys|people|cars))`),
  whole('(?:huisnummer|nummer|nr\\.?|huis|woning|flat|appartement|app?t\\.?|kamer|portiek|deur|house|number|no\\.?|apartment|door|hausnummer|numara|numer) ?\\d{1,5} ?[a-z]?'),
  whole('(?:\\d{1,2}(?:e|de|ste|st|nd|rd|th)?|begane|eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|first|second|third|fourth|fifth|top|bovenste|onderste) ?(?:verdieping|etage|hoog|grond|floor)'),
  whole('op \\d{1,4}[a-z]'),
  whole('[1-9]\\d{3} ?[A-Z]{2}', 'g'),
  whole('[1-9]\\d{3}[a-z]{2}', 'g'),
]
const SEEN_FROM = [...VANTAGE.map((source) => whole(source)), whole(OWN_PLACE)]
const COMMON = whole(commonNames)
const SPOKEN = whole(`(?:${SPOKEN_OF}) (${LETTER}{2,})`)
const TITLED = /(?:\s(?:van|de|der|den|ten|ter|el|al|ben)){0,2}\s\p{Lu}[\p{L}'’-]+/uy
const TITLE = whole(TITLES)
const STREET_NAME = new RegExp(`(?:${streetEndings})$`)
/** A word that starts with a capital and goes on in small letters: a name when nothing else explains it. */
const CAPITAL = /\p{Lu}\p{Ll}[\p{L}'’-]*/gu
const IN_WORD = /[\p{L}\p{N}]/u

/** Looks through a text. `known`: names that give nobody away, such as those of the neighbourhoods offered. */
export function giveaways(text: string, known: readonly string[] = []): Giveaways {
  const plain = westernDigits(text.slice(0, LONGEST).normalize('NFC'))
  const found: Giveaways = {}
  const add = (kind: GiveawayKind, words: string) => {
    const said = words.trim()
    const list = found[kind] ?? []
    if (said && list.length < MOST && !list.includes(said)) found[kind] = [...list, said]
  }
  const addAll = (kind: GiveawayKind, patterns: readonly RegExp[]) => {
    for (const pattern of patterns) for (const { text: words } of matches(pattern, plain)) if (kind !== 'contact' || isContact(words)) add(kind, words)
  }
  for (const { text: number } of matches(NUMBER, plain)) if (!DATE.test(number) && number.replace(/\D/g, '').length >= 7) add('contact', number)
  addAll('contact', CONTACT)
  addAll('address', ADDRESS)
  addAll('vantage', SEEN_FROM)
  for (const name of names(plain, known)) add('name', name)
  return found
}

/** A number plate has letters and digits; three groups of digits are a date or a score. */
function isContact(words: string): boolean {
  return words.includes('@') || (/\d/.test(words) && /[a-z]/i.test(words))
}

function names(text: string, known: readonly string[]): string[] {
  const found: string[] = []
  for (const { text: title, index } of matches(TITLE, text)) {
    TITLED.lastIndex = index + title.length
    const name = TITLED.exec(text)?.[0]
    if (name) found.push(title + name)
  }
  for (const { groups } of matches(SPOKEN, text)) if (!everydayWords.has(groups[0]!.toLowerCase())) found.push(groups[0]!)
  for (const { text: name } of matches(COMMON, text)) found.push(name)
  // Who writes in capitals only says nothing with one.
  const capitals = (text.match(/\p{Lu}/gu) ?? []).length
  if (capitals * 2 > (text.match(/\p{L}/gu) ?? []).length) return found
  const allowed = new Set(known.flatMap((name) => name.toLowerCase().split(/[^\p{L}'’-]+/u)))
  let before = -1
  for (const { text: word, index } of matches(CAPITAL, text)) {
    const small = word.toLowerCase()
    if (everydayWords.has(small) || allowed.has(small) || STREET_NAME.test(small)) before = -1
    else {
      // At the start of a sentence every word has a capital; beside another such word it is a name all the same.
      const opens = /(?:^|[.!?:;\n\r"“„(\-–•*])\s*$/.test(text.slice(Math.max(0, index - 4), index))
      if (!opens || before === index - 1) found.push(word)
      before = index + word.length
    }
  }
  return found
}

interface Match { text: string; index: number; groups: (string | undefined)[] }

/** Every match that is no part of a longer word. */
function* matches(pattern: RegExp, text: string): Generator<Match> {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { 0: words, index } = match
    const begins = index === 0 || !IN_WORD.test(text[index - 1]!) || !IN_WORD.test(words[0]!)
    const end = text[index + words.length]
    if (begins && (end === undefined || !IN_WORD.test(end) || !IN_WORD.test(words[words.length - 1]!))) yield { text: words, index, groups: match.slice(1) }
    // Inside a word the next try begins a character further: a long match must not hide a shorter one behind it.
    if (!begins || words === '') pattern.lastIndex = index + 1
  }
}

/** Arabic and Persian digits as the ones patterns know; the length stays. */
function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
}
