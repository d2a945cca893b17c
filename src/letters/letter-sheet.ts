// One letter as data, front and back: what the printed page and the console both draw. Separate from either, so that a letter printed in
// a browser and one printed from the command line are the same letter.
import { printedCode } from '../crypto/invite-code.ts'
import { languageLines } from './language-lines.ts'
import type { LanguageLine } from './language-lines.ts'
import { letterAddress, letterWords } from './letter.ts'
import type { LetterSender, LetterWords, Phase } from './letter.ts'
import { letterQr } from './letter-qr.ts'
import type { LetterQr } from './letter-qr.ts'
import type { MailedLetter } from './mailing.ts'

/** What all letters of one print run share. */
export interface LetterFrame {
  words: LetterWords
  lines: LanguageLine[]
  returnLine: string
  /** The address to type, without scheme. */
  site: string
  label: string
  fingerprint: string
  pilot: boolean
}

/** What is one letter's own. */
export interface LetterSheet {
  mailing: number
  /** Lines in the window of the envelope; empty where the printing house fills them. */
  to: string[]
  code: string
  qr: LetterQr
}

export function letterFrame(sender: LetterSender, phase: Phase, toEveryone = true): LetterFrame {
  const { phone, hours, languages, returnLine, host, label, fingerprint, pilot } = sender
  return {
    words: letterWords(sender, phase, toEveryone), lines: languageLines(phone, hours, languages), returnLine,
    site: host.replace(/^https?:\/\//, '').replace(/\/$/, ''), label, fingerprint, pilot,
  }
}

export function letterSheet(sender: Pick<LetterSender, 'host' | 'reference'>, { mailing, code, person }: MailedLetter): LetterSheet {
  return {
    mailing, code: printedCode(code), qr: letterQr(letterAddress(sender, code)),
    to: person ? [person.name, person.street, `${person.postcode}  ${person.place}`] : [],
  }
}
