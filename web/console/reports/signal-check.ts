// What a signal must have before it goes to a second person, in words that lead to the field. Pure; the server checks again, and the second
// person judges what no rule can.
import type { ComplexCriterion, SignalContent } from '../../../src/signals/wire.ts'
import { criterionNames } from './report-words.ts'

export type SignalInput = Omit<SignalContent, 'criteria'> & { criteria: SignalContent['criteria']; partners: readonly string[] }

/** All four make a case one for the network. */
export const COMPLEX = Object.keys(criterionNames) as readonly ComplexCriterion[]
export const TEXT_MOST = 1000

export function signalMistakes({ area, text, partners }: SignalInput): { field: string; text: string }[] {
  const length = text.trim().length
  return [
    ...(area === '' ? [{ field: 'area', text: 'Kies de buurt. Weet u die niet, dan kan dit geen signaal zijn.' }] : []),
    ...(length === 0 ? [{ field: 'text', text: 'Schrijf in een paar zinnen wat er speelt.' }] : length > TEXT_MOST ? [{ field: 'text', text: `De tekst is ${length} tekens lang. Hooguit ${TEXT_MOST} past.` }] : []),
    ...(partners.length === 0 ? [{ field: 'partners', text: 'Kies voor wie dit is.' }] : partners.length > 10 ? [{ field: 'partners', text: 'Kies hooguit tien partners.' }] : []),
  ]
}
