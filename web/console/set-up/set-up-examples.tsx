// Every set-up screen in every stage as data, for axe and for looking. Separate from the list of all screens because each room brings its own.
import type { WaveSummary } from '../../../src/waves/wire.ts'
import type { ScreenExample } from '../screen-examples.tsx'
import { WavesView } from '../WavesScreen.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { MunicipalityView } from './MunicipalityView.tsx'
import { NewWaveView } from './NewWaveView.tsx'
import type { PeopleSaid } from './PeopleView.tsx'
import { PeopleView } from './PeopleView.tsx'

const nothing = () => undefined
const acting = { busy: false, refused: null }
const profile = {
  name: 'Voorbeeldstad', contact: 'Team Onderzoek, onderzoek@voorbeeld.example', officer: '', phone: '088 123 45 67', hours: 'maandag tot en met vrijdag van 9.00 tot 17.00 uur', walkIn: '', team: '',
  privacyUrl: '', exitUrl: '/weer.html', hosts: ['buurt.voorbeeld.example'], missing: ['officer' as const],
}
const people = {
  people: [{ id: 'a', name: 'Sam', roles: ['coordinator' as const], me: true }, { id: 'b', name: '<b>Anna</b>', roles: ['analyst' as const], me: false }],
  waiting: [{ id: 'c', name: 'Bea', roles: ['analyst' as const], by: 'Sam', mayAgree: false }, { id: 'd', name: 'Cas', roles: ['report-officer' as const], by: 'Anna', mayAgree: true }],
}
const colleagues = (said: PeopleSaid, refused: string | null = null) => <PeopleView people={people} mayInvite busy={false} refused={refused} said={said} onInvite={nothing} onAgree={nothing} onRemove={nothing} onOwnLink={nothing} />

export const setUpExamples = (waves: readonly WaveSummary[]): readonly ScreenExample[] => [
  { name: 'first-steps', signedIn: true, content: <WavesView waves={[]} editions={[]} mayPlan><FirstSteps missing={['officer']} people={{ plan: true, count: false }} roles={['coordinator']} /></WavesView> },
  { name: 'new-wave', signedIn: true, content: <NewWaveView waves={waves} years={[2026]} today="2026-11-25" {...acting} onMake={nothing} /> },
  { name: 'municipality', signedIn: true, content: <MunicipalityView profile={profile} mayWrite saved={false} busy={false} refused="De server is niet bereikbaar. Controleer uw verbinding en probeer het nog eens." onSave={nothing} /> },
  { name: 'people', signedIn: true, content: colleagues({ link: 'https://staf.voorbeeld.example/#/aanmelden/abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', name: 'Anna' }) },
]
