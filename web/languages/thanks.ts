// The words of the thank-you page in every language: the same for all who come there, whatever became of their letter.
// Separate from the other texts because nobody needs them before the first question; they travel with the sealing code.
import type { ThanksText } from './resident-text.ts'

const nl: ThanksText = {
  heading: 'Bedankt voor het meedoen',
  once: 'Elke brief telt één keer mee.',
  used: (phone) => `Denkt u dat iemand anders uw brief gebruikte? Bel dan ${phone}.`,
  close: 'U kunt deze pagina nu sluiten. Op dit scherm is niets bewaard.',
  helpHeading: 'Wilt u met iemand praten?',
  help: [
    { name: 'Bij gevaar', when: 'Bel meteen.', number: '112', dial: '112' },
    { name: 'Meld Misdaad Anoniem', when: 'Vertel wat u weet, zonder uw naam.', number: '0800-7000', dial: '08007000' },
    { name: 'Slachtofferhulp', when: 'Voor hulp als u iets naars meemaakte.', number: '0900-0101', dial: '09000101' },
  ],
  team: 'Het team in uw wijk',
}

const en: ThanksText = {
  heading: 'Thank you for taking part',
  once: 'Every letter counts once.',
  used: (phone) => `Do you think somebody else used your letter? Call ${phone}.`,
  close: 'You can close this page now. Nothing was kept on this screen.',
  helpHeading: 'Would you like to talk to somebody?',
  help: [
    { name: 'In danger', when: 'Call at once.', number: '112', dial: '112' },
    { name: 'Meld Misdaad Anoniem', when: 'Tell what you know, without your name.', number: '0800-7000', dial: '08007000' },
    { name: 'Slachtofferhulp (victim support)', when: 'For help after something bad happened to you.', number: '0900-0101', dial: '09000101' },
  ],
  team: 'The team in your district',
}

/** Language (BCP 47) to words; one line per language of available.ts. */
export const thanksTexts: Readonly<Record<string, ThanksText>> = { nl, en }
