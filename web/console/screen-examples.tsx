// Every screen in every stage as data: name and markup, as a signed-in person of an example municipality sees it. They drive the
// accessibility test and the pictures people look at; the flows use the real server.
import type { ComponentChildren } from 'preact'
import type { Me } from '../../src/staff/wire.ts'
import type { WaveDetail, WaveSummary } from '../../src/waves/wire.ts'
import { editionExample, loneExample } from '../results/edition-example.ts'
import { EditionView } from '../results/EditionView.tsx'
import { adviceExamples } from './advice/advice-examples.tsx'
import { papersExamples } from './papers/papers-examples.tsx'
import { certificateExamples } from './certificate/certificate-examples.tsx'
import { CloseView } from './CloseScreen.tsx'
import { addressOf } from '../results/place.ts'
import { ResultsPage } from '../results/ResultsPage.tsx'
import type { CountStage } from './count/CountView.tsx'
import { CountView } from './count/CountView.tsx'
import { answersExamples } from './answers/answers-examples.tsx'
import { elsewhereExamples } from './elsewhere/elsewhere-examples.tsx'
import { exportExamples } from './export/export-examples.tsx'
import { followExamples } from './follow/follow-examples.tsx'
import { Heading } from './Heading.tsx'
import { Overview, ReaderOverview } from './overview/Overview.tsx'
import { helpExamples } from './help/help-examples.tsx'
import { lettersExamples } from './letters/letters-examples.tsx'
import { planExamples } from './plan/plan-examples.tsx'
import { PublishView } from './publish/PublishView.tsx'
import { setUpExamples } from './set-up/set-up-examples.tsx'
import { SignInScreen } from './SignInScreen.tsx'
import { reportsExamples } from './reports/reports-examples.tsx'
import { Unreachable } from './request.ts'
import type { Route } from './route.ts'
import { WavesView } from './WavesScreen.tsx'
import { WaveView } from './WaveScreen.tsx'

/** `screen`: which way of the menu it belongs to; `roles`: of who looks, when it is another than who runs a meting. */
export interface ScreenExample { name: string; signedIn: boolean; content: ComponentChildren; screen?: Route['screen']; roles?: Me['roles'] }

const nothing = () => undefined
const later = async () => undefined

export const exampleMe: Me = { name: 'Sam', roles: ['coordinator', 'analyst'], municipality: { id: 'voorbeeld', name: 'Voorbeeldstad', example: true } }

const summary = (id: string, name: string, more: Partial<WaveSummary> = {}): WaveSummary => ({
  id, name, label: 'K7M2', kind: 'resident', pilot: false, state: 'field', starts: '2026-10-26', ends: '2026-11-30', invited: 9600, received: 145,
  asOf: '2026-11-21', frozenDigest: null, certificate: null, preparation: { areas: 13, counted: 13, languages: 2, toInvite: 9600, key: 'confirmed' }, ...more,
})
const third = summary('w3', 'Meting 2026, najaar')
const all = [
  third, summary('w2', 'Meting 2026', { state: 'sealed', starts: '2026-03-02', ends: '2026-04-06', received: 2890 }),
  summary('w1', 'Nulmeting 2024', { state: 'sealed', starts: '2024-03-04', ends: '2024-04-08', received: 2910 }),
  summary('p1', '"><script>document.title="x"</script>', { pilot: true, state: 'closed', starts: '2024-01-08', ends: '2024-01-20', invited: 120, received: null }),
  ...(['draft', 'ready', 'grace', 'counting', 'counted', 'imported'] as const).map((state, index) => summary(state, `Meting in stand ${state}`, { state, starts: `2020-0${index + 1}-01`, ends: `2020-0${index + 1}-28`, received: null })),
]
const detail = (wave: WaveSummary): WaveDetail => ({
  ...wave, reminders: [], graceHours: 48, approachStartedOn: null, instruments: {}, recipient: 'age1', keyFingerprint: 'Q3WR 8K2M', keyConfirmed: true, closesAt: null,
  manifest: null, manifestDigest: null, frozen: null,
  plan: { boundaryYear: 2024, battery: 'core', languages: ['nl'], selection: 'person', ageFloor: 18, primaryOutcomes: [] },
  strata: editionExample.head.areas.map((area, index) => ({ id: area.id, area: area.id, population: 4200 - 150 * index, invited: index < 3 ? 1250 : 640, toInvite: 640, issued: null })),
})
const areas = Object.fromEntries(editionExample.head.areas.map(({ id, name }) => [id, name]))
const editions = [{ id: 'e2', number: 2, wave: 'w2', audience: 'steering' as const, publishedOn: '2026-05-12', head: editionExample.head }]
const keys = { archive: { recipient: 'age1', fingerprint: 'B7XN 4T9D' }, edition: { publicKey: 'x' } }

const tally = { received: 150, counted: 148, duplicate: 1, invalid: { size: 0, sealed: 1, payload: 0, wave: 0, instrument: 0, stratum: 0, moved: 0, signature: 0, spent: 0, phase: 0, answers: 0 }, strata: {} }
const counted = { digest: '5f0c9a7be2d1448c', tally, sealedSet: { count: 150, digest: '00' }, certificate: null, letters: { fingerprint: '7Q2M 0KXV 93ZD HE5T', compared: false }, archive: { fingerprint: 'KX4P 81MD', compared: false } }
const count = (stage: CountStage) => <CountView wave={{ ...detail({ ...third, state: 'closed' }) }} stage={stage} onStop={nothing} form={{ sheet: '', onSheet: nothing, letter: '', onLetter: nothing, archive: '', onArchive: nothing, how: 'finish', onHow: nothing, onStart: nothing }} />
const publish = (stage: Parameters<typeof PublishView>[0]['stage']) =>
  <PublishView wave={all[1]!} waves={all} tables={[{ id: 't1', label: 'Buurtpeiling 2021' }]} subjects={[{ id: 'unsafeHere', label: 'voelt zich weleens onveilig in de buurt', sensitive: false }, { id: 'silence', label: 'vindt dat mensen zwijgen uit angst', sensitive: true }]} keys={keys} stage={stage} onPrepare={nothing} onPublish={nothing} onStop={nothing} />
const compare = (view: string, choice: { item?: string; area?: string } = {}, edition = editionExample) =>
  <ResultsPage editions={editions} edition={edition} place={{ edition: 'e2', view, language: 'nl', ...choice }} beside={{}} hrefOf={addressOf} onPlace={nothing} />

const overview = { waves: all, running: [detail(third)], editions, plan: 'draft' as const, newest: { id: 'e2', edition: editionExample }, today: '2026-11-25' }

export const screenExamples: readonly ScreenExample[] = [
  { name: 'sign-in', signedIn: false, content: <SignInScreen why={null} onSignIn={later} /> },
  { name: 'sign-in-ended', signedIn: false, content: <SignInScreen why="ended" onSignIn={later} /> },
  { name: 'sign-in-refused', signedIn: false, content: <SignInScreen why={{ refused: new Unreachable('x') }} onSignIn={later} /> },
  { name: 'waves', signedIn: true, content: <WavesView waves={all} editions={editions} /> },
  { name: 'overview', signedIn: true, content: <WavesView waves={all} editions={editions}><Overview {...overview} /></WavesView> },
  { name: 'overview-reader', signedIn: true, content: <><Heading text="Uitkomsten" /><ReaderOverview {...overview} /></> },
  { name: 'waves-none', signedIn: true, content: <WavesView waves={[]} editions={[]} /> },
  { name: 'wave-field', signedIn: true, content: <WaveView wave={detail(third)} editions={editions} areas={areas} /> },
  { name: 'wave-counted', signedIn: true, content: <WaveView wave={detail(all[1]!)} editions={editions} areas={areas} /> },
  { name: 'wave-draft', signedIn: true, content: <WaveView wave={detail({ ...all[4]!, pilot: true, preparation: { areas: 13, counted: 0, languages: 0, toInvite: 0, key: 'none' } })} editions={editions} areas={areas} /> },
  ...helpExamples,
  ...lettersExamples((state) => ({ ...detail({ ...third, state }), reminders: ['2026-11-05', '2026-11-16'], manifestDigest: '00'.repeat(32) })),
  ...planExamples,
  ...adviceExamples,
  ...reportsExamples,
  ...followExamples((state) => ({ ...detail({ ...third, state }), reminders: ['2026-11-05', '2026-11-16'] })),
  ...setUpExamples(all, detail({ ...all[4]!, preparation: { areas: 0, counted: 0, languages: 0, toInvite: 0, key: 'none' } })),
  { name: 'close', signedIn: true, content: <CloseView wave={detail(third)} busy={false} onClose={nothing} /> },
  { name: 'count-key', signedIn: true, content: count({ at: 'key' }) },
  { name: 'count-mistake', signedIn: true, content: count({ at: 'key', mistake: 'Woord 7, ‘zeeba’, staat niet in de lijst. Bedoelt u: zebra?' }) },
  { name: 'count-running', signedIn: true, content: count({ at: 'counting', progress: { phase: 'opening', done: 63, total: 150 } }) },
  { name: 'count-done', signedIn: true, content: count({ at: 'done', how: 'finish', said: { counted, earlier: null, text: 'Meting 2026, najaar: 9.600 uitnodigingen verstuurd, 152 toegangsbewijzen uitgegeven, 150 antwoorden ontvangen, 148 geteld.' } }) },
  { name: 'count-check-differs', signedIn: true, content: count({ at: 'done', how: 'check', said: { counted, earlier: 'ffff', text: null } }) },
  ...certificateExamples,
  ...papersExamples,
  { name: 'publish-choose', signedIn: true, content: publish({ at: 'choose' }) },
  { name: 'publish-preparing', signedIn: true, content: publish({ at: 'preparing', progress: { done: 2, total: 5, what: 'suppress' } }) },
  { name: 'publish-look', signedIn: true, content: publish({ at: 'look', preview: editionExample, asksEditionKey: true }) },
  { name: 'publish-done', signedIn: true, content: publish({ at: 'published', edition: 'e2', compared: true }) },
  ...answersExamples,
  ...exportExamples,
  ...elsewhereExamples,
  { name: 'compare-theme', signedIn: true, content: compare('gelukt') },
  { name: 'compare-break', signedIn: true, content: compare('onderwerp', { item: 'trust.share.1.2' }) },
  { name: 'compare-area', signedIn: true, content: compare('wijk', { area: 'a0' }) },
  { name: 'compare-alone', signedIn: true, content: compare('gelukt', {}, loneExample) },
  { name: 'edition', signedIn: true, content: <EditionView edition={editionExample} /> },
]
