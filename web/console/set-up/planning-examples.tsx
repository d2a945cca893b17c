// Vragenlijst, Steekproef, Sleutelbladen, Vastleggen and Starten in every stage as data, for axe and for looking. Separate from set-up-examples.tsx
// because these need a meting whose plan is partly there.
import type { KeySheet } from '../../../src/crypto/key-sheet.ts'
import type { ItemVerdict } from '../../../src/instrument/item-verdicts.ts'
import type { MunicipalityProfile } from '../../../src/areas/wire.ts'
import type { WaveDetail } from '../../../src/waves/wire.ts'
import type { ScreenExample } from '../screen-examples.tsx'
import { KeySheetsView } from './KeySheetsView.tsx'
import type { KeySheetsViewProps } from './KeySheetsView.tsx'
import { QuestionnaireView } from './QuestionnaireView.tsx'
import type { QuestionnaireViewProps } from './QuestionnaireView.tsx'
import { SamplingView } from './SamplingView.tsx'
import type { SamplingViewProps } from './SamplingView.tsx'
import { StartView } from './StartScreen.tsx'
import type { StartViewProps } from './StartScreen.tsx'

const nothing = () => undefined
const hash = (letter: string) => letter.repeat(64)
const preparation = (more: Partial<WaveDetail['preparation']> = {}) => ({ areas: 3, counted: 3, languages: 2, toInvite: 460, key: 'confirmed' as const, ...more })
const area = (code: string, name: string) => ({ code, name, role: 'other' as const, district: 'Noord', boundaryYear: 2026 })
const areas = [area('BU09350101', 'Wittevrouwenveld'), area('BU09350102', '<i>Pottenberg</i>'), area('BU09350103', 'Het Eiland')]
const counts = areas.map(({ code }, i) => ({ area: code, persons: [3200, 2800, 40][i]!, countedOn: '2026-01-01' }))
const words = Array.from({ length: 24 }, (_, i) => ['abandon', 'ability', 'zebra', 'winter', 'ocean', 'letter'][i % 6]!)
const sheet = { words, qr: 'AGE-SECRET-KEY-1EXAMPLE', fingerprint: 'KX4P 81MD', recipient: 'age1example', identity: '' } as KeySheet
const verdicts: readonly ItemVerdict[] = [
  { id: 'a', question: 'Hoe vindt u het om in uw buurt te wonen?', change: 'same', languages: [] },
  { id: 'b', question: 'Voelt u zich weleens onveilig in uw <b>buurt</b>?', change: 'reworded', languages: ['nl'] },
  { id: 'c', question: 'Vertelde u het aan iemand?', change: 'new', languages: [] },
  { id: 'd', question: 'Hoe lang woont u hier?', change: 'gone', languages: [] },
]

export const planningExamples = (given: WaveDetail, profile: MunicipalityProfile): readonly ScreenExample[] => {
  const draft: WaveDetail = { ...given, state: 'draft', invited: 0, strata: [], instruments: {}, keyConfirmed: false, keyFingerprint: null, recipient: null, preparation: preparation() }
  const asked = { ...draft, instruments: { nl: hash('a'), en: hash('b') } }
  const ready: WaveDetail = { ...asked, state: 'ready', invited: 460, keyConfirmed: true, keyFingerprint: 'KX4P 81MD' }
  const strata = areas.slice(0, 2).map(({ code }) => ({ id: code, area: code, population: 3000, toInvite: 230, drawn: 0, issued: null }) as unknown as WaveDetail['strata'][number])
  const whole = { ...profile, missing: [] }
  const questions = (more: Partial<QuestionnaireViewProps> = {}) => <QuestionnaireView wave={asked} profile={profile} earlier={null} verdicts={null} busy={false} refused={null} mayWrite protocol="https:" onChoose={nothing} {...more} />
  const sample = (more: Partial<SamplingViewProps> = {}) => <SamplingView wave={draft} areas={areas} counts={counts} busy={false} refused={null} mayWrite onStore={nothing} {...more} />
  const keys = (more: Partial<KeySheetsViewProps> = {}) => <KeySheetsView wave={draft} archive={null} made={null} busy={false} refused={null} mistake={undefined} mayMake onMake={nothing} onReadBack={nothing} onPrint={nothing} {...more} />
  const start = (more: Partial<StartViewProps> = {}) => <StartView wave={ready} profile={profile} planDraft={false} busy={false} refused={null} mayAct onFix={nothing} onStart={nothing} {...more} />
  const stage = (name: string, content: preact.JSX.Element): ScreenExample => ({ name, signedIn: true, content })
  return [
    stage('questionnaire-none', questions({ wave: { ...draft, preparation: preparation({ languages: 0 }) } })),
    stage('questionnaire-first', questions()),
    stage('questionnaire-again', questions({ earlier: { ...asked, id: 'w0', name: 'Nulmeting <b>2025</b>' }, verdicts })),
    stage('questionnaire-same', questions({ earlier: { ...asked, id: 'w0', name: 'Nulmeting 2025' }, verdicts: verdicts.slice(0, 1) })),
    stage('questionnaire-refused', questions({ refused: 'De server is niet bereikbaar. Controleer uw verbinding en probeer het nog eens.', profile: { ...profile, hosts: [] } })),
    stage('questionnaire-fixed', questions({ wave: ready, mayWrite: false })),
    stage('sampling-none', sample({ counts: [], wave: { ...draft, preparation: preparation({ counted: 0, toInvite: 0 }) } })),
    stage('sampling-too-small', sample({ wave: { ...draft, preparation: preparation({ toInvite: 0 }) } })),
    stage('sampling-saved', sample({ wave: { ...draft, strata } })),
    stage('sampling-staff', sample({ wave: { ...draft, kind: 'professional' } })),
    stage('key-sheets-archive', keys()),
    stage('key-sheets-wave', keys({ archive: 'B7XN 4T9D' })),
    stage('key-sheets-made', keys({ archive: 'B7XN 4T9D', made: sheet, mistake: 'Woord 5, ‘zeeba’, staat niet in de lijst. Bedoelt u: zebra?', wave: { ...draft, pilot: true } })),
    stage('key-sheets-other', keys({ mayMake: false })),
    stage('key-sheets-done', keys({ archive: 'B7XN 4T9D', wave: { ...ready, state: 'draft' } })),
    stage('fix-waits', start({ wave: { ...draft, preparation: preparation({ key: 'none', languages: 0 }) } })),
    stage('fix', start({ wave: { ...asked, keyConfirmed: true } })),
    stage('start-waits', start({ wave: { ...ready, invited: 200 }, planDraft: true })),
    stage('start', start({ profile: whole })),
    stage('start-other', start({ profile: whole, mayAct: false })),
    stage('start-over', start({ wave: { ...ready, state: 'field' }, profile: whole })),
  ]
}
