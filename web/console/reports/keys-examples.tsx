// Sleutels en mensen in every stage, for axe and for looking: nothing yet, words on screen, sheets on screen, waiting for others, ready, open.
import type { Setup } from '../../../src/reports/wire.ts'
import type { Me } from '../../../src/staff/wire.ts'
import type { ScreenExample } from '../screen-examples.tsx'
import type { RecoverySheets } from './desk-keys.ts'
import { KeysView } from './KeysView.tsx'
import type { OwnKeyStage } from './OwnKey.tsx'
import { ReportsNav } from './ReportsNav.tsx'

const nothing = () => undefined
const words = 'zebra yellow wagon violin uniform tunnel syrup salmon ribbon quantum pyramid orchard noodle melody lizard kitten jungle island hammer guitar forest eagle dolphin camera'.split(' ')
const officer = (staff: string, name: string, more: Partial<Setup['officers'][number]> = {}): Setup['officers'][number] => ({ staff, name, state: 'active', recipient: `age1${staff}`, fingerprint: 'Q3WR 8K2M', self: false, stopped: false, ...more })
const setup = (more: Partial<Setup> = {}): Setup => ({ open: false, missing: ['officers', 'recovery', 'drill', 'signer', 'month', 'next-month'], officers: [], signing: null, signingAsked: null, recovery: null, months: [], signed: null, salt: '', nextNumber: 1, webhook: '', ...more })
const month = (name: string, officers: string[]): Setup['months'][number] => ({ month: name, recipient: 'age1m', goneBy: '2026-09-01', officers })
const reviewers = [{ staff: 'r', name: 'Remco', recipient: 'age1r', fingerprint: '7XN4 T9DB', confirmed: true, self: false }, { staff: 's', name: '"><script>document.title="x"</script>', recipient: 'age1s', fingerprint: 'M2PZ 0HVA', confirmed: false, self: false }]
const recovery = { fingerprint: 'KX4P 81MD', recipient: 'age1rec', split: false, drilledOn: null }
const signing = { fingerprint: '7Q2M 0KXV 93ZD HE5T', since: '2026-03-01', publicKey: 'x' }

interface Stage { own?: OwnKeyStage; of?: Setup; sheets?: RecoverySheets; mistake?: string; sign?: boolean; roles?: Me['roles'] }

function view(name: string, { own = { at: 'confirmed', fingerprint: 'Q3WR 8K2M' }, of = setup(), sheets, mistake, sign = false, roles = ['report-officer'] }: Stage): ScreenExample {
  const runs = roles.includes('report-officer')
  return {
    name: `keys-${name}`, signedIn: true, screen: 'report-keys', roles,
    content: (
      <>
        <ReportsNav roles={roles} here="keys" desk={sign ? 'open' : 'locked'} onLock={nothing} />
        <KeysView own={roles.includes('coordinator') ? null : { stage: own, onMake: nothing, onWritten: nothing }}
          people={{ officers: of.officers, reviewers: of.officers.length === 0 ? [] : reviewers, months: of.months, mayGive: sign ? of.months.map((one) => one.month) : null, may: { confirm: true, remove: true }, busy: false, onConfirmOfficer: nothing, onConfirmReviewer: nothing, onGive: nothing, onRelease: nothing, onRemove: nothing }}
          recovery={{ recovery: of.recovery, sheets: sheets ?? null, may: { make: runs, drill: true }, busy: false, ...(mistake ? { mistake } : {}), onMake: nothing, onPrinted: nothing, onDrill: nothing }}
          channel={{ setup: of, coming: ['2026-03', '2026-04'], me: 'Olga', may: { run: runs, confirm: true, sign }, busy: false, onSigner: nothing, onConfirmSigner: nothing, onMonth: nothing, onSignAnew: nothing, onOpen: nothing, onClose: nothing }}
          daily={{ host: of.webhook, may: runs, busy: false, onSet: async () => true }} />
      </>
    ),
  }
}

const people = [officer('o', 'Olga', { self: true }), officer('p', 'Petra')]
const drilled = { ...recovery, drilledOn: '2026-03-02' }

export const keysExamples: readonly ScreenExample[] = [
  view('none', { own: { at: 'none' } }),
  view('making', { own: { at: 'making' } }),
  view('words', { own: { at: 'shown', passphrase: 'zebra-yellow-wagon-violin-uniform-tunnel', fingerprint: 'Q3WR 8K2M' } }),
  view('sheet', { of: setup({ officers: people }), sheets: { sheet: { words, qr: `AGE-SECRET-KEY-1${'Q'.repeat(58)}`, recipient: 'age1rec', fingerprint: 'KX4P 81MD' } } }),
  view('parts', { of: setup({ officers: people }), sheets: { shares: ['A', 'B', 'C'].map((letter) => Array.from({ length: 14 }, () => `${letter}7K2`).join(' ')), fingerprint: 'KX4P 81MD' } }),
  view('waiting', { own: { at: 'asked', fingerprint: 'Q3WR 8K2M' }, of: setup({ officers: [officer('o', 'Olga', { self: true, state: 'asked' }), officer('p', 'Petra', { state: 'asked' }), officer('q', 'Quinten', { stopped: true }), officer('l', 'Leo', { state: 'left' })], recovery, signingAsked: { fingerprint: signing.fingerprint, by: 'Petra' } }), mistake: 'Woord 7, ‘zeeba’, staat niet in de lijst. Bedoelt u: zebra?' }),
  view('months', { of: setup({ officers: people, recovery: drilled, signing, missing: ['month', 'next-month'] }), sign: true }),
  view('ready', { of: setup({ officers: people, recovery: { ...drilled, split: true }, signing, missing: [], months: [month('2026-03', ['o']), month('2026-04', ['o', 'p'])] }), sign: true }),
  view('open', { of: setup({ open: true, webhook: 'chat.gemeente.example', officers: people, recovery: drilled, signing, missing: ['next-month'], months: [month('2026-03', ['o', 'p'])] }) }),
  view('second-person', { of: setup({ officers: [officer('p', 'Petra', { state: 'asked' })], recovery, signingAsked: { fingerprint: signing.fingerprint, by: 'Petra' } }), roles: ['coordinator'] }),
]
