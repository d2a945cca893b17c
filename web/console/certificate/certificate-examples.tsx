// The certificate's page in its stages, as data: for axe and for looking.
import { certificate } from '../../../src/counting/certificate.ts'
import type { CertificateStatement } from '../../../src/counting/certificate-statement.ts'
import type { ScreenExample } from '../screen-examples.tsx'
import { CertificateView } from './CertificateView.tsx'
import type { Said } from './CertificateView.tsx'

const nothing = () => undefined
const digest = (start: string) => (start + 'c31f0a9be27d4480').repeat(4).slice(0, 64)
const none = { size: 0, sealed: 0, payload: 0, wave: 0, instrument: 0, stratum: 0, moved: 0, signature: 0, spent: 0, phase: 0, answers: 0 }
const groups = [['a0', 'Wittevrouwenveld', 1250, 381, 378], ['a1', 'Pottenberg', 640, 190, 190], ['a2', '"><script>document.title="x"</script>', 640, 171, 168]] as const
const counted = groups.reduce((sum, [, , , , kept]) => sum + kept, 0)

const statement: CertificateStatement = {
  format: 'nulmeting certificate 1', municipality: { id: 'voorbeeld', name: 'Voorbeeldstad' },
  wave: { id: 'w2', name: 'Meting 2026', kind: 'resident', starts: '2026-03-02', ends: '2026-04-06' },
  manifest: digest('07'), frozen: { digest: digest('5f'), sealedDigest: digest('81') },
  certificate: certificate({
    wave: 'Meting 2026', strata: groups.map(([id, , drawn, issued]) => ({ id, area: id, drawn, issued })), sealedSet: { count: counted + 4, digest: digest('99') }, frozenDigest: digest('5f'),
    tally: { received: counted + 4, counted, duplicate: 1, invalid: { ...none, answers: 2, signature: 1 }, strata: Object.fromEntries(groups.map(([id, , , , kept]) => [id, kept])) },
    destroyed: { sampleDatabase: '2026-04-07', intakeDatabase: '2026-04-10' }, lastBackupExpires: '2026-05-07',
  }),
  byHand: {}, audit: { seq: 214, digest: digest('b0') }, date: '2026-04-10',
}
const whole: CertificateStatement = { ...statement, byHand: { codeList: '2026-04-08', waveKey: '2026-04-10', keySheets: '2026-04-10' } }

const view = (shown: CertificateStatement, more: { said?: Said; signed?: boolean; fingerprint?: string | null } = {}) => (
  <CertificateView certificate={{ statement: shown, signed: more.signed ? [{ number: 1, statement: shown, signature: 'x', publicKey: 'x' }] : [] }} areas={Object.fromEntries(groups.map(([id, name]) => [id, name]))}
    fingerprint={more.fingerprint === undefined ? 'B7XN 4T9D' : more.fingerprint} said={more.said ?? {}} busy={false} sheet="" onSheet={nothing} onRecord={nothing} onSign={nothing} />
)

export const certificateExamples: readonly ScreenExample[] = [
  { name: 'certificate', signedIn: true, content: view(statement) },
  { name: 'certificate-mistake', signedIn: true, content: view(statement, { said: { mistake: 'Woord 7, ‘zeeba’, staat niet in de lijst. Bedoelt u: zebra?' } }) },
  { name: 'certificate-signed', signedIn: true, content: view(whole, { signed: true, said: { done: 'De verklaring is getekend.' } }) },
  { name: 'certificate-reader', signedIn: true, content: view(whole, { signed: true, fingerprint: null }) },
]
