// What is still missing before reports can be told, and what is wrong with a typed part of the recovery key, in words. Pure.
import type { Missing } from '../../../src/reports/wire.ts'
import { keySheetText } from '../count/key-sheet-words.ts'
import type { DrillSaid } from './desk-keys.ts'

export const missingNames: Readonly<Record<Missing, string>> = {
  officers: 'Twee mensen die lezen, allebei bevestigd.',
  recovery: 'Een herstelblad.',
  drill: 'Iemand anders die laat zien dat het herstelblad opent.',
  signer: 'Een handtekening die een tweede persoon heeft bevestigd.',
  month: 'De sleutel van deze maand, in een getekende lijst.',
  'next-month': 'De sleutel van de volgende maand.',
}

export function drillText(mistake: Extract<DrillSaid, { mistake: unknown }>['mistake']): string {
  switch (mistake.mistake) {
    case 'part': return `Deel ${mistake.position} klopt niet. Het heeft veertien groepjes van vier tekens. Kijk nog eens op het blad.`
    case 'same': return 'Dit is twee keer hetzelfde deel. Neem een ander blad.'
    case 'other-key': return 'found' in mistake ? keySheetText(mistake) : 'Deze twee delen horen bij een andere sleutel.'
    default: return keySheetText(mistake)
  }
}
