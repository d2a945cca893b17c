// The words of the letter, its first and its second reminder: the same in every area, at most 150, about living in a neighbourhood and
// nothing else. Separate from its layout, so that a test can count and read them. Phases are those that travel inside the sealed answers.
import { fragmentOf } from '../crypto/invite-code.ts'
import { hoursIn } from './hours.ts'
import type { OpeningHours } from './hours.ts'

/** 0 the letter, 1 the first reminder, 2 the last one. */
export type Phase = 0 | 1 | 2
export const PHASES: readonly Phase[] = [0, 1, 2]

/** What all letters of a wave have in common. */
export interface LetterSender {
  municipality: string
  /** Address of residents' pages, as https://host. */
  host: string
  phone: string
  hours: OpeningHours
  label: string
  /** 16 characters of the manifest's digest. */
  reference: string
  /** Of the manifest; small, on the back. */
  fingerprint: string
  /** Last day, YYYY-MM-DD. */
  until: string
  /** Languages in which the questions can be answered. */
  languages: readonly string[]
  /** Where undelivered letters return to; small above the address. May be empty. */
  returnLine: string
  /** Who signs. May be empty. */
  signedBy: string
  kind: 'resident' | 'professional'
  pilot: boolean
}

export interface LetterWords {
  greeting: string
  paragraphs: string[]
  /** Stands beside the square. */
  how: string
  closing: string[]
}

const THEME = {
  resident: { question: 'Hoe is het om in uw buurt te wonen?', about: 'het wonen in uw buurt', whom: 'Wij vragen het aan mensen in veel buurten.' },
  professional: { question: 'Hoe is het om hier te werken?', about: 'uw werk', whom: 'Wij vragen het aan iedereen die hier werkt.' },
} as const

/** `toEveryone`: false only where reminders go to unused codes; the letter then does not say that nobody looks. */
export function letterWords({ municipality, phone, hours, until, signedBy, kind }: LetterSender, phase: Phase, toEveryone = true): LetterWords {
  const theme = THEME[kind]
  const done = `Hebt u al meegedaan? Dan hoeft u niets te doen.${toEveryone ? ' Wij kijken niet wie meedeed. Daarom krijgt iedereen deze brief.' : ''}`
  const opening = {
    0: `${theme.question} ${municipality} wil dat graag van u weten. ${theme.whom}`,
    1: `Kort geleden schreven wij u over ${theme.about}. ${done}`,
    2: `Dit is onze laatste brief over ${theme.about}. ${done}`,
  }[phase]
  return {
    greeting: 'Geachte mevrouw, meneer,',
    paragraphs: [
      opening,
      'Meedoen duurt ongeveer 8 minuten. Het mag, het hoeft niet. U mag elke vraag overslaan.',
      'Uw antwoorden zijn vertrouwelijk. Ze gaan op slot voordat ze uw telefoon verlaten. Uw naam en adres staan er niet bij.',
      `U kunt meedoen tot en met ${dayInDutch(until)}. Liever op papier, aan de telefoon of samen met iemand? Bel ${phone} (${hoursIn(hours, 'nl')}).`,
    ],
    how: 'Zo doet u mee: scan het vierkant met de camera van uw telefoon. Of ga naar dit adres en typ kenmerk en code over.',
    closing: ['Dank u wel en met vriendelijke groet,', ...(signedBy === '' ? [] : [signedBy]), municipality],
  }
}

/** Every word somebody reads on the front in Dutch, label, code and addresses apart. */
export function wordsOnFront({ greeting, paragraphs, how, closing }: LetterWords): string {
  return [greeting, ...paragraphs, how, ...closing].join(' ')
}

/** The address in the QR code: what follows # never reaches a server. */
export function letterAddress({ host, reference }: Pick<LetterSender, 'host' | 'reference'>, code: string): string {
  return `${host.replace(/\/$/, '')}/#${fragmentOf(reference, code)}`
}

/** "20 maart 2026" */
export function dayInDutch(day: string): string {
  return new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
