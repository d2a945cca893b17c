// Vergelijken: the page of results with what it needs. The edition is fetched once; shapes of areas, other waves and figures of others follow when a view
// asks for them. Every choice is an address. Reads editions only: published, already suppressed figures.
import '../../charts/charts.css'
import '../../results/results.css'
import { useMemo } from 'preact/hooks'
import type { EditionDetail, EditionSummary } from '../../../src/results/wire.ts'
import { resultsText } from '../../languages/results.ts'
import type { Place } from '../../results/place.ts'
import { addressOf, placeOf } from '../../results/place.ts'
import { ResultsPage } from '../../results/ResultsPage.tsx'
import { Loading } from '../Loading.tsx'
import { api } from '../api.ts'
import { besides } from './besides.ts'
import { to } from '../route.ts'
import type { ScreenProps } from '../screen.ts'
import type { Loaded } from '../use-load.ts'
import { useLoad } from '../use-load.ts'
import { Heading } from '../Heading.tsx'

type Wanted = Partial<Omit<Place, 'language'>> & { language?: string }

export function CompareScreen({ me, route, onEnded }: ScreenProps) {
  const wanted: Wanted = route.screen === 'compare' ? route : {}
  const list = useLoad('editions', (signal) => api.editions(signal))
  return <Loading loaded={list} onEnded={onEnded}>{(editions) => <Chosen editions={editions} wanted={wanted} mayEnter={me.roles.includes('analyst')} onEnded={onEnded} />}</Loading>
}

/** The newest edition that compares, else the newest. */
function Chosen({ editions, wanted, mayEnter, onEnded }: { editions: readonly EditionSummary[]; wanted: Wanted; mayEnter: boolean; onEnded: () => void }) {
  const newest = [...editions].sort((a, b) => Number(b.head.baseline !== null) - Number(a.head.baseline !== null) || b.head.date.localeCompare(a.head.date) || b.number - a.number)[0]
  const id = wanted.edition ?? newest?.id
  const place = placeOf([id, wanted.view, wanted.item, wanted.area, wanted.language])
  if (id === undefined) {
    const { page } = resultsText[place.language]
    return (
      <>
        <Heading text={page.heading} />
        <p class="lead">{page.noEdition}</p>
        <p><a href="#/">{page.toWaves}</a></p>
      </>
    )
  }
  return <Opened key={id} editions={editions} place={place} mayEnter={mayEnter} onEnded={onEnded} />
}

function Opened({ editions, place, mayEnter, onEnded }: { editions: readonly EditionSummary[]; place: Place; mayEnter: boolean; onEnded: () => void }) {
  const loaded = useLoad(`edition ${place.edition}`, (signal) => api.edition(place.edition, signal))
  return (
    <Loading loaded={loaded} onEnded={onEnded}>
      {(edition) => <Beside editions={editions} edition={edition} place={place} mayEnter={mayEnter} />}
    </Loading>
  )
}

/** What stands beside the edition comes when it comes: the page is there before, and stays when there is none of it. */
function Beside({ editions, edition, place, mayEnter }: { editions: readonly EditionSummary[]; edition: EditionDetail; place: Place; mayEnter: boolean }) {
  const year = edition.head.boundaryYear
  const map = there(useLoad(`map ${year}`, (signal) => api.areaMap(year, signal)))
  const others = there(useLoad(`elsewhere ${place.edition}`, async (signal) => besides(edition, await api.benchmarks(signal))))
  const item = place.item ?? ''
  const series = there(useLoad(`series ${item}`, (signal) => (item === '' ? Promise.resolve([]) : api.series(item, signal))))
  const beside = useMemo(() => ({ map: map ?? null, series: series ?? null, beside: others ?? [] }), [map, series, others])
  return <ResultsPage editions={editions} edition={edition} place={place} beside={beside} hrefOf={addressOf} onPlace={(next) => { location.hash = addressOf(next) }} whole={to('uitgave', place.edition)} {...(mayEnter ? { enter: to('elders') } : {})} />
}

function there<T>(loaded: Loaded<T>): T | undefined {
  return loaded.state === 'there' ? loaded.value : undefined
}
