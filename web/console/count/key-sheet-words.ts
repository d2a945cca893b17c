// What is wrong with a typed or pasted key sheet, in Dutch, naming the word. Separate because counting and publishing ask for sheets alike.
import type { Mistake } from './counting.ts'

/** One sentence that says what to look at on the sheet. */
export function keySheetText(mistake: Mistake): string {
  switch (mistake.mistake) {
    case 'empty': return 'Vul de 24 woorden van het sleutelblad in, of plak de tekst van de QR-code.'
    case 'count': return mistake.found === 1 ? 'Er staat 1 woord. Een sleutelblad heeft 24 woorden.' : `Er staan ${mistake.found} woorden. Een sleutelblad heeft 24 woorden.`
    case 'word': return `Woord ${mistake.position}, ‘${mistake.typed}’, staat niet in de lijst.${mistake.nearest.length > 0 ? ` Bedoelt u: ${mistake.nearest.join(', ')}?` : ' Kijk nog eens op het blad.'}`
    case 'misread': return `Woord ${mistake.position} is ‘${mistake.typed}’. Op het blad staat waarschijnlijk ‘${mistake.meant}’.`
    case 'checksum': return 'De woorden passen niet bij elkaar. Controleer de volgorde en elk woord.'
    case 'qr': return 'De tekst van de QR-code is niet compleet. Plak hem opnieuw, of typ de 24 woorden.'
    case 'other-key': return `Dit is een ander sleutelblad: op dit blad staat ${mistake.found}, nodig is ${mistake.expected}.`
  }
}
