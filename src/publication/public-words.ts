// The words of the public pages, Dutch (B1) and English. Separate so that a translator sees them on one page.
import type { Language } from '../analysis/sentence-words.ts'

export const PUBLIC_WORDS = {
  nl: {
    path: 'uitkomsten', other: 'English', title: 'Uitkomsten van het buurtonderzoek', none: 'Er zijn nog geen uitkomsten.', edition: 'Uitkomsten van', published: 'Gepubliceerd op',
    example: 'Voorbeeldgemeente. Alles wat u hier ziet, is verzonnen.', whom: 'Wie deden mee?', main: 'De belangrijkste uitkomsten', areas: 'Kies uw wijk', data: 'Cijfers als bestand (CSV)', about: 'Beschrijving van het bestand',
    account: 'Hoe is dit onderzocht?', said: 'U zei', doing: 'Wij doen', everybody: 'Hele gemeente', focus: 'Wijken met de aanpak samen', comparison: 'Vergelijkingswijken samen', district: 'Stadsdeel',
    subject: 'Onderwerp', now: 'Nu', before: 'Eerder', change: 'Verandering', tooFew: 'te weinig antwoorden',
    margin: 'Achter elk cijfer staat de marge: het echte cijfer ligt bijna altijd tussen die twee getallen. Waar te weinig mensen antwoordden, tonen we niets. Zo kan niemand herkend worden.',
    hidden: 'Bij deze wijk kunnen wij over geen enkel onderwerp iets laten zien: er deden te weinig mensen mee.', back: 'Terug', notice: 'Antwoorden zijn anoniem.', afterStart: 'De nulmeting is gehouden na de start van de aanpak (nulmeting na de start).',
    answer: { dontKnow: 'weet ik niet', preferNot: 'wil ik niet zeggen' },
  },
  en: {
    path: 'results', other: 'Nederlands', title: 'Results of the neighbourhood survey', none: 'There are no results yet.', edition: 'Results of', published: 'Published on',
    example: 'Example municipality. Everything you see here is invented.', whom: 'Who took part?', main: 'The main results', areas: 'Choose your neighbourhood', data: 'Figures as a file (CSV)', about: 'Description of the file',
    account: 'How was this done?', said: 'You said', doing: 'What we do', everybody: 'Whole municipality', focus: 'Areas with the approach together', comparison: 'Comparison areas together', district: 'District',
    subject: 'Subject', now: 'Now', before: 'Before', change: 'Change', tooFew: 'too few answers',
    margin: 'Behind every figure stands its margin: the true figure nearly always lies between those two numbers. Where too few people answered we show nothing, so that nobody can be recognised.',
    hidden: 'For this neighbourhood we cannot show anything: too few people took part.', back: 'Back', notice: 'Answers are anonymous.', afterStart: 'The baseline was held after the approach began (baseline after the start).',
    answer: { dontKnow: 'I do not know', preferNot: 'prefer not to say' },
  },
} as const satisfies Record<Language, unknown>

/** "25 november 2026" */
export function dayInWords(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
