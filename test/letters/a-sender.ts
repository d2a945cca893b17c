// What the letters of a test have in common. Separate because several suites print them.
import type { LetterSender } from '../../src/letters/letter.ts'

export function aSender(with_: Partial<LetterSender> = {}): LetterSender {
  return {
    municipality: 'Gemeente Veldwijk', host: 'https://meedoen.veldwijk.example', phone: '0800 1234', hours: { from: 1, to: 5, opens: '9.00', closes: '17.00' },
    label: 'K7M2', reference: '0123456789abcdef', fingerprint: 'ABCD EFGH JKMN PQRS', until: '2026-03-20', languages: ['nl', 'en'],
    returnLine: 'Postbus 1, 1234 AB Veldwijk', signedBy: 'A. Voorbeeld, burgemeester', kind: 'resident', pilot: false, ...with_,
  }
}
