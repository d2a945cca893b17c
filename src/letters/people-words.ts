// The faults of a file of names and addresses in words, Dutch for the console and English for the command line.
// Separate from reading, which finds them; a fault names a column or what it did not know, never a whole line of somebody.
import type { PeopleFault } from './people-file.ts'

/** "Regel 12: de postcode 12 AB klopt niet." */
export function peopleFaultText(fault: PeopleFault, language: 'nl' | 'en'): string {
  return language === 'nl' ? `Regel ${fault.line}: ${inDutch(fault)}` : `line ${fault.line}: ${inEnglish(fault)}`
}

function inDutch(fault: PeopleFault): string {
  switch (fault.fault) {
    case 'empty': return 'het bestand is leeg.'
    case 'no-rows': return 'onder de kop staat niemand.'
    case 'quote': return 'een aanhalingsteken is niet gesloten.'
    case 'column-missing': return `de kolom ‘${fault.column}’ ontbreekt.`
    case 'missing': return `‘${fault.column}’ is leeg.`
    case 'cells': return `er staan ${fault.found} vakken; de kop heeft er ${fault.expected}.`
    case 'unknown-group': return `‘${fault.found}’ hoort niet bij deze meting.`
    case 'which-group': return `‘${fault.found}’ heeft meer groepen; vul de kolom ‘groep’ in.`
    case 'postcode': return `‘${fault.found}’ is geen postcode.`
    case 'control': return `in ‘${fault.found}’ staan vreemde tekens, of meer dan 100.`
    case 'twice': return `dezelfde persoon staat al op regel ${fault.earlier}.`
  }
}

function inEnglish(fault: PeopleFault): string {
  switch (fault.fault) {
    case 'empty': return 'the file is empty'
    case 'no-rows': return 'there are no rows below the header'
    case 'quote': return 'a quotation mark is not closed'
    case 'column-missing': return `the column "${fault.column}" is missing`
    case 'missing': return `"${fault.column}" is empty`
    case 'cells': return `this line has ${fault.found} cells; the header has ${fault.expected}`
    case 'unknown-group': return `"${fault.found}" is no area or group of this measurement`
    case 'which-group': return `"${fault.found}" has more than one group; fill in the column "groep"`
    case 'postcode': return `"${fault.found}" is not a postcode`
    case 'control': return `"${fault.found}" holds strange characters, or more than 100`
    case 'twice': return `the same person stands on line ${fault.earlier}`
  }
}
