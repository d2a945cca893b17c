// A receipt: the one secret with which a reporter comes back, 66 random bits, written as six words (Dutch or English) or as twenty digits.
// Separate from receipt-keys.ts because it loads the word lists: on a phone only when somebody wants to come back. English is the list of
// BIP 39 (bitcoin/bips, MIT); Dutch is our own. No word and no first four letters stand in both lists, so what is typed names its list.
import { wordlist as wordsEn } from '@scure/bip39/wordlists/english.js'
import { nearestWords } from './nearest-words.ts'
import { wordsNl } from './words-nl.ts'

export type WordList = 'nl' | 'en'

export const WORD_LISTS: Readonly<Record<WordList, readonly string[]>> = { nl: wordsNl, en: wordsEn }
export const WORDS = 6
export const DIGITS = 20
/** 66 bits, in 9 bytes whose first six bits are zero. */
const BITS = 66n
/** More than any receipt takes, typed as generously as can be. */
const LONGEST = 400

/**
 * What was typed. Positions count from 1. `count`: so many words or digits were found; `word`: not in the lists, with the nearest that are;
 * `mixed`: words of both lists; `digits`: twenty digits that no receipt has; `long`: more than a receipt.
 */
export type ReceiptReading =
  | { secret: Uint8Array<ArrayBuffer>; as: WordList | 'digits' }
  | { mistake: 'empty' | 'mixed' | 'digits' | 'long' }
  | { mistake: 'count'; of: 'words' | 'digits'; found: number; needed: number }
  | { mistake: 'word'; position: number; typed: string; nearest: readonly string[] }

/** A new secret: 9 bytes. Made for every report, so that all look alike; most are never shown. */
export function newReceipt(): Uint8Array<ArrayBuffer> {
  const secret = crypto.getRandomValues(new Uint8Array(9))
  secret[0]! &= 3
  return secret
}

/** The six words of a secret. */
export function receiptWords(secret: Uint8Array, list: WordList): string[] {
  const value = numberOf(secret)
  return Array.from({ length: WORDS }, (_, i) => WORD_LISTS[list][Number((value >> BigInt(11 * (WORDS - 1 - i))) & 2047n)]!)
}

/** The same secret as five groups of four digits. */
export function receiptDigits(secret: Uint8Array): string[] {
  return numberOf(secret).toString().padStart(DIGITS, '0').match(/\d{4}/g)!
}

/**
 * Reads words or digits. Upper case, spaces, hyphens, points, full-width or other scripts' digits, composed or decomposed letters are all
 * the same (NFKC); four letters of a word are enough.
 */
export function readReceipt(text: string): ReceiptReading {
  if (text.length > LONGEST) return { mistake: 'long' }
  const tidy = decimal(text.normalize('NFKC').toLowerCase().normalize('NFKC'))
  const words = tidy.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  const digits = tidy.replace(/\D/g, '')
  if (words.length === 0) return digits === '' ? { mistake: 'empty' } : readDigits(digits)
  return readWords(words)
}

/** Words that begin with what was typed, both lists or one, for help while typing; at most `most`, none for less than two letters. */
export function wordsBeginning(typed: string, list?: WordList, most = 8): string[] {
  const beginning = typed.normalize('NFKC').toLowerCase().trim().slice(0, 12)
  if (beginning.length < 2) return []
  const lists = list ? [WORD_LISTS[list]] : [wordsNl, wordsEn]
  return lists.flatMap((words) => words.filter((word) => word.startsWith(beginning))).slice(0, most)
}

/** Whether what was typed is the word at a position (from 1) of this receipt: two are asked back, with help. */
export function isWordAt(secret: Uint8Array, list: WordList, position: number, typed: string): boolean {
  const [word] = typed.normalize('NFKC').toLowerCase().match(/\p{L}+/u) ?? []
  return word !== undefined && wholeWord(word, list) === receiptWords(secret, list)[position - 1]
}

function readDigits(digits: string): ReceiptReading {
  if (digits.length !== DIGITS) return { mistake: 'count', of: 'digits', found: digits.length, needed: DIGITS }
  const value = BigInt(digits)
  return value >> BITS === 0n ? { secret: secretOf(value), as: 'digits' } : { mistake: 'digits' }
}

function readWords(typed: readonly string[]): ReceiptReading {
  const found = typed.map((word) => ({ nl: wholeWord(word, 'nl'), en: wholeWord(word, 'en') }))
  const unknown = found.findIndex(({ nl, en }) => nl === undefined && en === undefined)
  if (unknown >= 0) {
    const nearest = nearestWords(typed[unknown]!.slice(0, 12), [...wordsNl, ...wordsEn])
    return { mistake: 'word', position: unknown + 1, typed: typed[unknown]!.slice(0, 20), nearest }
  }
  if (typed.length !== WORDS) return { mistake: 'count', of: 'words', found: typed.length, needed: WORDS }
  const list = (['nl', 'en'] as const).find((one) => found.every((word) => word[one] !== undefined))
  if (list === undefined) return { mistake: 'mixed' }
  return { secret: secretOf(found.reduce((value, word) => (value << 11n) | BigInt(WORD_LISTS[list].indexOf(word[list]!)), 0n)), as: list }
}

/** Four letters tell every word of both lists apart. */
function wholeWord(typed: string, list: WordList): string | undefined {
  if (WORD_LISTS[list].includes(typed)) return typed
  const matches = typed.length >= 4 ? WORD_LISTS[list].filter((word) => word.startsWith(typed)) : []
  return matches.length === 1 ? matches[0] : undefined
}

/** Digits of any script as 0 to 9 (each script's ten stand in a row in Unicode). */
function decimal(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    let value = 0
    for (let code = digit.codePointAt(0)! - 1; value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code)); code -= 1) value += 1
    return /[0-9]/.test(digit) ? digit : String(value % 10)
  })
}

function numberOf(secret: Uint8Array): bigint {
  if (secret.length !== 9 || secret[0]! > 3) throw new RangeError('a receipt is 66 bits in 9 bytes')
  return secret.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
}

function secretOf(value: bigint): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: 9 }, (_, i) => Number((value >> BigInt(8 * (8 - i))) & 255n))
}
