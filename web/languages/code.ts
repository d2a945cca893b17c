// The words of the page for a typed code, in every language. Separate from the other texts because most people scan: it travels with that
// page, which is loaded once a label was typed.
import type { CodeText } from './resident-text.ts'

const nl: CodeText = {
  heading: 'Vul de code van uw brief in',
  label: 'Code',
  hint: 'Dit zijn 13 letters en cijfers. Kleine letters en spaties mogen.',
  fingerprint: (fingerprint) => `Wilt u zeker weten dat deze pagina bij uw brief hoort? Klein achterop uw brief staat: ${fingerprint}`,
  lookAgain: 'Ander kenmerk invullen',
  mistakes: {
    empty: 'Vul de code van uw brief in.',
    character: (character) => `Het teken ${character} komt niet in een code voor. Kijk het na op uw brief.`,
    length: (found) => `Een code heeft 13 tekens. U vulde er ${found} in.`,
    check: 'Er zit een tikfout in de code. Vergelijk de tekens met uw brief.',
  },
}

const en: CodeText = {
  heading: 'Type the code on your letter',
  label: 'Code',
  hint: 'These are 13 letters and digits. Small letters and spaces are fine.',
  fingerprint: (fingerprint) => `Do you want to be sure that this page belongs to your letter? In small print on its back it says: ${fingerprint}`,
  lookAgain: 'Type another reference',
  mistakes: {
    empty: 'Type the code on your letter.',
    character: (character) => `The character ${character} is never part of a code. Compare it with your letter.`,
    length: (found) => `A code has 13 characters. You typed ${found}.`,
    check: 'There is a slip in the code. Compare the characters with your letter.',
  },
}

/** Language (BCP 47) to words; one line per language of available.ts. */
export const codeTexts: Readonly<Record<string, CodeText>> = { nl, en }
