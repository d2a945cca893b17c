// The words of the certificate's page: what people destroy, and the numbers from invited to counted in the order in which they follow from one
// another. Separate so that a test can add them up.
import type { Certificate } from '../../../src/counting/certificate.ts'
import type { HandThing } from '../../../src/counting/certificate-statement.ts'

export const HAND_NAMES: Readonly<Record<HandThing, string>> = {
  codeList: 'De lijst met codes', mergeFile: 'Het bestand met namen en adressen', waveKey: 'De sleutel van deze meting op laptops', keySheets: 'De sleutelbladen van deze meting in de kluizen',
}

/** Invited; of those began to send; received = counted + twice + not valid. */
export function numbersOf(c: Certificate): { name: string; value: number }[] {
  return [
    { name: 'Uitgenodigd', value: c.drawn },
    ...(c.replaced === undefined ? [] : [{ name: 'Vervangen codes', value: c.replaced }]),
    { name: 'Begonnen met versturen', value: c.issued },
    { name: 'Antwoorden ontvangen', value: c.received },
    { name: 'Dubbel, één keer geteld', value: c.duplicate },
    { name: 'Ongeldig, niet geteld', value: c.invalid },
    { name: 'Geteld', value: c.counted },
  ]
}
