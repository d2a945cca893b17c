// A key sheet: the printed private half of a wave, archive or edition key, as 24 words and a QR text, read back before it counts.
// Separate because only the staff's devices load the word list. The words are BIP 39 (English) over the 32 secret bytes of an age
// identity; the QR text is the identity itself, so that any age tool opens the files without this product.
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { identityToRecipient } from 'age-encryption'
import { identityOf, secretOf } from './age-identity.ts'
import { inCrockford } from './crockford.ts'
import { sha256, utf8 } from './digest.ts'
import { editDistance, nearestWords } from './nearest-words.ts'

const PREFIX = 'age-secret-key-'

export interface KeySheet {
  /** 24 words, in order. */
  words: readonly string[]
  /** The age identity, upper case: fits the QR code's alphanumeric mode. */
  qr: string
  /** age1... */
  recipient: string
  /** Eight characters that name the key, printed on the sheet and shown wherever the key is asked for. */
  fingerprint: string
}

/**
 * What was typed or scanned. Positions count from 1. `word`: not in the list, with the nearest words that are; `misread`: a word
 * of the list, but the sheet is right when it is replaced by `meant`; `other-key`: a whole, valid sheet of another key.
 */
export type KeySheetReading =
  | { identity: string }
  | { mistake: 'empty' | 'checksum' | 'qr' }
  | { mistake: 'count'; found: number }
  | { mistake: 'word'; position: number; typed: string; nearest: readonly string[] }
  | { mistake: 'misread'; position: number; typed: string; meant: string }
  | { mistake: 'other-key'; found: string; expected: string }

/** The sheet of an age identity. */
export async function keySheet(identity: string): Promise<KeySheet> {
  const recipient = await identityToRecipient(identity)
  return {
    words: entropyToMnemonic(secretOf(identity), wordlist).split(' '),
    qr: identity.toUpperCase(),
    recipient,
    fingerprint: await keyFingerprint(recipient),
  }
}

/** The short name of a key: two groups of four Crockford characters from the SHA-256 of its recipient. */
export async function keyFingerprint(recipient: string): Promise<string> {
  return inCrockford((await sha256(utf8(recipient))).subarray(0, 5)).replace(/^(.{4})/, '$1 ')
}

/** Reads a typed (24 words, numbered or not, four letters of each are enough) or scanned sheet of the key with this recipient; null: of whichever key. */
export async function readKeySheet(text: string, recipient: string | null): Promise<KeySheetReading> {
  const tidy = text.normalize('NFKC').trim()
  const scanned = tidy.replace(/\s/g, '').toLowerCase().startsWith(PREFIX)
  return scanned ? readScanned(tidy.replace(/\s/g, ''), recipient) : readTyped(tidy.toLowerCase().match(/\p{L}+/gu) ?? [], recipient)
}

async function readScanned(text: string, recipient: string | null): Promise<KeySheetReading> {
  try {
    return await ofKey(identityOf(secretOf(text)), recipient)
  } catch {
    return { mistake: 'qr' }
  }
}

async function readTyped(typed: readonly string[], recipient: string | null): Promise<KeySheetReading> {
  if (typed.length === 0) return { mistake: 'empty' }
  const words = typed.map(wholeWord)
  const unknown = words.findIndex((word) => word === undefined)
  if (unknown >= 0) return { mistake: 'word', position: unknown + 1, typed: typed[unknown]!, nearest: nearestWords(typed[unknown]!, wordlist) }
  if (words.length !== 24) return { mistake: 'count', found: words.length }
  const known = words as string[]
  const secret = secretOfWords(known)
  const reading = secret ? await ofKey(identityOf(secret), recipient) : { mistake: 'checksum' as const }
  return 'identity' in reading || recipient === null ? reading : (await misread(known, recipient)) ?? reading
}

/** Four letters tell every word of the list apart (BIP 39). */
function wholeWord(typed: string): string | undefined {
  if (wordlist.includes(typed)) return typed
  const matches = typed.length >= 4 ? wordlist.filter((word) => word.startsWith(typed)) : []
  return matches.length === 1 ? matches[0] : undefined
}

/** The one word whose replacement gives the expected key, looked for among words one or two letters away; null when there is none. */
async function misread(words: readonly string[], recipient: string): Promise<KeySheetReading | null> {
  for (const [index, typed] of words.entries()) {
    for (const meant of wordlist) {
      if (meant === typed || editDistance(typed, meant) > 2) continue
      const secret = secretOfWords(words.with(index, meant))
      if (secret && (await identityToRecipient(identityOf(secret))) === recipient) return { mistake: 'misread', position: index + 1, typed, meant }
    }
  }
  return null
}

async function ofKey(identity: string, recipient: string | null): Promise<KeySheetReading> {
  const found = await identityToRecipient(identity)
  if (recipient === null || found === recipient) return { identity }
  return { mistake: 'other-key', found: await keyFingerprint(found), expected: await keyFingerprint(recipient) }
}

function secretOfWords(words: readonly string[]): Uint8Array | null {
  try {
    return mnemonicToEntropy(words.join(' '), wordlist)
  } catch {
    return null
  }
}
