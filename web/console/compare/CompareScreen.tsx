// Vergelijken: choose an edition (a meting with the meting it is compared with) and a theme or an area; the address holds both, so that
// a page can be sent to a colleague. Reads editions only: published, already suppressed figures.
import '../../charts/charts.css'
import type { EditionSummary } from '../../../src/results/wire.ts'
import { Loading } from '../Loading.tsx'
import { api } from '../api.ts'
import { to } from '../route.ts'
import type { ScreenProps } from '../screen.ts'
import { useLoad } from '../use-load.ts'
import { CompareView } from './CompareView.tsx'
import { Heading } from '../Heading.tsx'

export function CompareScreen({ route, onEnded }: ScreenProps) {
  const { edition: wanted, measure } = route.screen === 'compare' ? route : {}
  const list = useLoad('editions', (signal) => api.editions(signal))
  return <Loading loaded={list} onEnded={onEnded}>{(editions) => <Chosen editions={editions} wanted={wanted} measure={measure} onEnded={onEnded} />}</Loading>
}

interface ChosenProps { editions: readonly EditionSummary[]; wanted: string | undefined; measure: string | undefined; onEnded: () => void }

function Chosen({ editions, wanted, measure, onEnded }: ChosenProps) {
  const newest = [...editions].sort((a, b) => Number(b.head.baseline !== null) - Number(a.head.baseline !== null) || b.head.date.localeCompare(a.head.date))[0]
  const id = wanted ?? newest?.id
  if (id === undefined) {
    return (
      <>
        <Heading text="Vergelijken" />
        <p class="lead">Er is nog geen uitgave. Tel eerst een meting en publiceer de uitkomsten.</p>
        <p><a href="#/">Naar de metingen</a></p>
      </>
    )
  }
  return <Opened key={id} id={id} editions={editions} measure={measure} onEnded={onEnded} />
}

function Opened({ id, editions, measure, onEnded }: { id: string; editions: readonly EditionSummary[]; measure: string | undefined; onEnded: () => void }) {
  const loaded = useLoad(`edition ${id}`, (signal) => api.edition(id, signal))
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(edition) => (
        <CompareView editions={editions} id={id} edition={edition} chosen={measure}
          onChoose={(nextEdition, nextMeasure) => { location.hash = nextMeasure ? to('vergelijken', nextEdition, nextMeasure) : to('vergelijken', nextEdition) }} />
      )}
    </Loading>
  )
}
