// Every set-up screen in every stage as data, for axe and for looking. Separate from the list of all screens because each room brings its own.
import type { WaveSummary } from '../../../src/waves/wire.ts'
import type { ScreenExample } from '../screen-examples.tsx'
import { WavesView } from '../WavesScreen.tsx'
import type { WaveDetail } from '../../../src/waves/wire.ts'
import type { AreaMap } from '../../../src/frame/area-map.ts'
import { AreasView } from './AreasView.tsx'
import type { AreasViewProps } from './AreasView.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { MunicipalityView } from './MunicipalityView.tsx'
import { NewWaveView } from './NewWaveView.tsx'
import { planningExamples } from './planning-examples.tsx'
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

const area = (code: string, name: string, role: 'focus' | 'comparison' | 'other' = 'other') => ({ code, name, role, district: 'Noord', boundaryYear: 2026 })
const areas = [area('BU09350101', 'Wittevrouwenveld', 'focus'), area('BU09350102', '<i>Pottenberg</i>', 'comparison'), area('BU09350103', 'Het Eiland')]
const counts = areas.slice(0, 2).map(({ code }, i) => ({ area: code, persons: 3200 - 400 * i, countedOn: '2026-01-01' }))
const map: AreaMap = {
  type: 'Topology', bbox: [0, 0, 200, 100], transform: { scale: [1, 1], translate: [0, 0] }, arcs: [[[100, 0], [0, 100]], [[100, 100], [-100, 0], [0, -100], [100, 0]], [[100, 0], [100, 0], [0, 100], [-100, 0]]],
  objects: { areas: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', id: 'BU09350101', arcs: [[0, 1]] }, { type: 'Polygon', id: 'BU09350102', arcs: [[2, -1]] }] } },
}
const files = { read: null, onFile: nothing, onStore: nothing, onForget: nothing, onChoose: nothing }
const places = (wave: WaveDetail, more: Partial<AreasViewProps>) => <AreasView wave={wave} areas={[]} counts={[]} map={null} {...acting} mayWrite today="2026-11-25" list={files} register={files} drawn={files} {...more} />
const fault = (line: number, column: string) => ({ line, column, fault: 'age-straddles' as const, about: '15 tot 25 jaar <b>' })
const cells = [1, 2, 3, 4].flatMap((age) => [1, 2].map((sex) => ({ area: 'BU09350101', age, sex, persons: 300 + age })))

export const setUpExamples = (waves: readonly WaveSummary[], draft: WaveDetail): readonly ScreenExample[] => [
  { name: 'areas-preview', signedIn: true, content: places(draft, { list: { ...files, read: {
    name: 'kwb-2026.csv', level: 'buurt', municipality: 'GM0935',
    reading: { areas: areas.map((one, i) => ({ ...one, inhabitants: i === 2 ? null : 2310 })), municipalities: [{ code: 'GM0899', name: 'Brunssum' }, { code: 'GM0935', name: 'Maastricht' }], others: 16980, levels: 10 },
  } } }) },
  { name: 'areas-faults', signedIn: true, content: places(draft, { areas, register: { ...files, read: { name: 'brp.csv', reading: { faults: [fault(12, 'leeftijd'), fault(13, '')] } } } }) },
  { name: 'areas-there', signedIn: true, content: places(draft, { areas, counts, map, register: { ...files, read: { name: 'brp.csv', reading: { cells, countedOn: null, without: ['BU09350103'], others: 0, young: 36 } } } }) },
  { name: 'first-steps', signedIn: true, content: <WavesView waves={[]} editions={[]} mayPlan><FirstSteps missing={['officer']} people={{ plan: true, count: false }} roles={['coordinator']} /></WavesView> },
  ...planningExamples(draft, profile),
  { name: 'new-wave', signedIn: true, content: <NewWaveView waves={waves} years={[2026]} today="2026-11-25" {...acting} onMake={nothing} /> },
  { name: 'municipality', signedIn: true, content: <MunicipalityView profile={profile} mayWrite saved={false} busy={false} refused="De server is niet bereikbaar. Controleer uw verbinding en probeer het nog eens." onSave={nothing} /> },
  { name: 'people', signedIn: true, content: colleagues({ link: 'https://staf.voorbeeld.example/#/aanmelden/abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', name: 'Anna' }) },
]
