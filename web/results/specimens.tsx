// The page of results alone, on an edition that stands beside it as a file: what the tests look at and measure, and where a designer begins. Built by the
// tests, not part of what a municipality runs. The address holds the choices, as in the console.
import { render } from 'preact'
import '../theme/municipality.css'
import '../theme/colours.css'
import '../console/console.css'
import '../charts/charts.css'
import './results.css'
import { addressOf, placeOf } from './place.ts'
import type { ResultsPageProps } from './ResultsPage.tsx'
import { ResultsPage } from './ResultsPage.tsx'

type Given = Pick<ResultsPageProps, 'edition' | 'beside'>

const given = await (await fetch('./data.json')).json() as Given
const draw = () => {
  const place = { ...placeOf(location.hash.split('/').slice(2).map(decodeURIComponent)), edition: 'e1' }
  render(
    <main class="page">
      <ResultsPage {...given} editions={[{ id: 'e1', head: given.edition.head }]} place={place} hrefOf={addressOf} onPlace={(next) => { location.hash = addressOf(next) }} />
    </main>,
    document.getElementById('app')!,
  )
}
addEventListener('hashchange', draw)
draw()
