// The words that only pages with a helper, an interviewer or somebody keying have. What a resident hears or reads is there in each language of
// the resident pages; what the helper reads is Dutch. Separate because no phone of a resident loads them.
import type { Mode } from '../../src/crypto/payload.ts'

export type HelpingMode = Exclude<Mode, 'web'>

export interface HelperWords {
  name: string
  heading: string
  steps: readonly string[]
}

/** For the person at the keyboard. */
export const helperWords: Readonly<Record<HelpingMode, HelperWords>> = {
  assisted: {
    name: 'Samen invullen', heading: 'Help iemand met de vragen',
    steps: [
      'Vraag om de brief. Typ kenmerk en code over, of scan het vierkant met een handscanner.',
      'Lees voor wat op het scherm staat, of druk op Lees voor. De ander kiest.',
      'Zeg niets over een antwoord. Schrijf niets op.',
      'Druk aan het eind op Klaar. Dan is alles van dit scherm weg.',
    ],
  },
  phone: {
    name: 'Aan de telefoon', heading: 'Vul de vragen in aan de telefoon',
    steps: [
      'Vraag naar kenmerk en code van de brief, en typ ze over.',
      'Zeg: ‘U hoeft niets. U mag elke vraag overslaan. Ik typ wat u kiest en schrijf verder niets op.’',
      'Lees elke vraag en alle antwoorden voor, precies zoals ze er staan.',
      'Druk aan het eind op Klaar. Dan is alles van dit scherm weg.',
    ],
  },
  paper: {
    name: 'Papier intypen', heading: 'Typ een papieren vragenlijst over',
    steps: [
      'Typ kenmerk en code van het formulier.',
      'Typ bij elke vraag het teken uit het hokje met het kruis. Niets aangekruist? Laat leeg.',
      'Eén op de tien formulieren typt u twee keer, het liefst met een collega. De pagina zegt welke.',
      'Is een formulier verstuurd? Leg het op de stapel om te vernietigen.',
    ],
  },
}

/** For whoever answers, per language. */
export interface HeardWords {
  heard: string
  read: string
  stop: string
  done: string
}

export const heardWords: Readonly<Record<string, HeardWords>> = {
  nl: { heard: 'Wie u helpt, hoort uw antwoorden. Daarna staan ze nergens meer op dit scherm.', read: 'Lees voor', stop: 'Stop met lezen', done: 'Klaar' },
  en: { heard: 'Whoever helps you, hears your answers. Afterwards nothing of them is left on this screen.', read: 'Read aloud', stop: 'Stop reading', done: 'Done' },
}

export const keyingWords = {
  entry: 'Kenmerk en code, of de link uit het vierkant',
  entryHint: '4 en 13 letters en cijfers. Kleine letters en spaties mogen.',
  gone: 'Alles van dit scherm is weg.',
  received: 'Dag waarop het formulier binnenkwam',
  second: 'Dit formulier typt u twee keer. Geef het aan een collega, of typ het zelf nog een keer. U ziet niet wat er de eerste keer stond.',
  secondHeading: 'Nog een keer intypen',
  settleHeading: 'Kijk deze vragen na',
  settle: 'De eerste en de tweede keer staat hier iets anders. Kijk op het formulier en kies wat er staat.',
  next: 'Controleren',
  send: 'Versturen',
  sent: 'Het formulier is verstuurd',
  another: 'Volgend formulier',
  mistakes: { unknown: 'Dit teken staat niet op het formulier.', one: 'Bij deze vraag hoort één teken. Staan er twee kruisen? Laat leeg.', exclusive: 'Deze kruisen kunnen niet samen. Laat leeg.' },
  empty: '(leeg)',
} as const
