// The first page: how it is going, then every meting. Separate from the list of metingen, which is the same wherever it stands, and from
// what it shows, so that specimens can drive that. Who only reads may not see metingen and gets editions alone.
import { api } from '../api.ts'
import { Heading } from '../Heading.tsx'
import { Loading } from '../Loading.tsx'
import type { ScreenProps } from '../screen.ts'
import { useLoad } from '../use-load.ts'
import { FirstSteps } from '../set-up/FirstSteps.tsx'
import { WavesView } from '../WavesScreen.tsx'
import type { EditionSummary } from '../../../src/results/wire.ts'
import type { Me, People } from '../../../src/staff/wire.ts'
import { Overview, ReaderOverview } from './Overview.tsx'

export function OverviewScreen(props: ScreenProps) {
  const { roles } = props.me
  return roles.includes('coordinator') || roles.includes('analyst') ? <ForRunning {...props} /> : <ForReading {...props} />
}

function ForRunning({ me, onEnded }: ScreenProps) {
  const loaded = useLoad('overview', async (signal) => {
    const [waves, editions, plan] = await Promise.all([api.waves(signal), api.editions(signal), api.plan(signal)])
    const [running, newest] = await Promise.all([Promise.all(waves.filter(({ state }) => state === 'field').map(({ id }) => api.wave(id, signal))), newestOf(editions, signal)])
    // Asked only while there is nothing else to show.
    const first = waves.length > 0 ? null : { municipality: await api.municipality(signal), people: await api.people(signal) }
    return { waves, editions, plan: plan.state, running, newest, first }
  })
  return <Loading loaded={loaded} onEnded={onEnded}>
    {(value) => (
      <WavesView {...value} mayPlan={me.roles.includes('coordinator')}>
        {value.first
          ? <FirstSteps missing={value.first.municipality.missing} people={{ plan: can(value.first.people, 'coordinator'), count: can(value.first.people, 'analyst') }} roles={me.roles} />
          : <Overview {...value} today={new Date().toISOString().slice(0, 10)} />}
      </WavesView>
    )}
  </Loading>
}

const can = ({ people }: People, role: Me['roles'][number]) => people.some(({ roles }) => roles.includes(role))

function ForReading({ onEnded }: ScreenProps) {
  const loaded = useLoad('editions', async (signal) => {
    const editions = await api.editions(signal)
    return { editions, newest: await newestOf(editions, signal) }
  })
  return <Loading loaded={loaded} onEnded={onEnded}>{(value) => <><Heading text="Uitkomsten" /><ReaderOverview {...value} /></>}</Loading>
}

/** The newest edition that compares, the steering group's before a wider one of the same meting. */
async function newestOf(editions: readonly EditionSummary[], signal: AbortSignal) {
  const comparing = editions.filter(({ head }) => head.baseline !== null)
  const latest = comparing.at(-1)
  const first = latest && comparing.find(({ wave }) => wave === latest.wave)
  return first ? { id: first.id, edition: await api.edition(first.id, signal) } : null
}
