// The page of results: which edition, in which language, which view, and the choices that view has; everything chosen stands in the address, so that a page
// can be sent to a colleague. Pure markup from data, so that specimens and tests drive it.
import { useMemo } from 'preact/hooks'
import { afterStart } from '../../src/analysis/plan-statement.ts'
import type { EditionSummary } from '../../src/results/wire.ts'
import { domainName, measureKey, measureName } from '../charts/from-comparison.ts'
import { Alert } from '../components/Alert.tsx'
import type { Choice as Option } from '../components/Field.tsx'
import { Field } from '../components/Field.tsx'
import { Heading } from '../console/Heading.tsx'
import { resultsText } from '../languages/results.ts'
import type { ResultsLanguage } from '../languages/results-text.ts'
import { dayIn } from './day-in.ts'
import type { EditionParts } from './edition-parts.ts'
import { TOGETHER, mainItems } from './edition-parts.ts'
import { MethodBox } from './MethodBox.tsx'
import { PlanBox } from './PlanBox.tsx'
import type { Place } from './place.ts'
import { ViewBody } from './ViewBody.tsx'
import type { ViewInput } from './view.ts'
import type { ViewKind } from './views.ts'
import { VIEWS, viewOf } from './views.ts'
import { WhomDidWeHear } from './WhomDidWeHear.tsx'

export interface ResultsPageProps {
  editions: readonly Pick<EditionSummary, 'id' | 'head'>[]
  edition: EditionParts
  place: Place
  /** What stands beside an edition: shapes, earlier waves, figures of others. */
  beside: Pick<ViewInput, 'map' | 'series' | 'beside'>
  hrefOf: (place: Place) => string
  onPlace: (place: Place) => void
  /** Address of the edition as one long page. */
  whole?: string
  /** Address where figures of others are read in, for who may. */
  enter?: string
}

export function ResultsPage({ editions, edition, place, beside, hrefOf, onPlace, whole, enter }: ResultsPageProps) {
  const { language } = place
  const { head } = edition
  const words = resultsText[language]
  const kind = viewOf(place.view)
  const view = useMemo(() => kind.make({ edition, language, choice: { ...(place.item ? { item: place.item } : {}), ...(place.area ? { area: place.area } : {}) }, ...beside }),
    [kind, edition, language, place.item, place.area, beside.map, beside.series, beside.beside])
  const go = (change: Partial<Place>) => onPlace({ ...place, ...change })
  return (
    <div class={`results results--${kind.paper}`} lang={language}>
      <div class="results__bar no-print">
        <Field name="edition" label={words.page.edition} kind="choice" value={place.edition} choices={editions.map((each) => editionOption(each, language))} onInput={(id) => go({ edition: id })} />
        <div class="languages" role="group" aria-label={words.page.language}>
          {Object.values(resultsText).map((each) => (
            <a key={each.language} href={hrefOf({ ...place, language: each.language })} lang={each.language} hreflang={each.language} aria-current={each.language === language ? 'true' : undefined}>{each.endonym}</a>
          ))}
        </div>
      </div>
      <div class="results__body">
        <nav class="results__views no-print" aria-label={words.page.choose}>
          <ol>
            {VIEWS.map(({ name }) => (
              <li key={name}><a href={hrefOf(placeIn(place, name))} aria-current={name === kind.name ? 'page' : undefined}>{words.views[name].name}<small>{words.views[name].about}</small></a></li>
            ))}
          </ol>
          <div class="results__pick">
            <Field name="view" label={words.page.choose} kind="choice" value={kind.name} choices={VIEWS.map(({ name }): Option => ({ value: name, label: words.views[name].name }))} onInput={(name) => onPlace(placeIn(place, name))} />
          </div>
        </nav>
        <article class="results__view">
          <p class="results__kicker">{words.views[kind.name].name}</p>
          <Heading text={view.title} />
          <p class="lead">{head.baseline ? words.head.compared(head.wave.label, head.baseline.label) : words.head.alone(head.wave.label)} {words.head.edition(dayIn(head.date, language), words.head.audiences[head.audience])}</p>
          {afterStart(head) && <Alert kind="info" title={head.baseline ? words.head.afterStart : words.head.afterStartAlone} />}
          {head.baseline?.imported && <Alert kind="info" title={words.head.imported} />}
          <Pickers edition={edition} kind={kind} place={place} series={(beside.series?.length ?? 0) > 2} onPlace={onPlace} />
          <ViewBody key={`${kind.name} ${place.item ?? ''} ${place.area ?? ''} ${language} ${place.edition}`} view={view} head={head} language={language} />
          <div class="actions no-print">
            <button type="button" class="button button--secondary" onClick={() => print()}>{words.page.print}</button>
            {enter && kind.name === 'elders' && <a href={enter}>{words.elsewhere.enter}</a>}
            {whole && <a href={whole}>{words.page.whole}</a>}
          </div>
          {kind.name !== 'gehoord' && kind.name !== 'memo' && <WhomDidWeHear head={head} language={language} more={hrefOf(placeIn(place, 'gehoord'))} />}
          <PlanBox head={head} language={language} />
          <MethodBox head={head} language={language} />
        </article>
      </div>
    </div>
  )
}

/** Another view, with those choices that it has too. */
function placeIn({ item, area, ...place }: Place, name: string): Place {
  const { chooses } = viewOf(name)
  return {
    ...place, view: name, ...(item && chooses.includes('item') ? { item } : {}),
    ...(area && (chooses.includes('place') || (chooses.includes('area') && !TOGETHER.includes(area)) || (chooses.includes('group') && TOGETHER.includes(area))) ? { area } : {}),
  }
}

function editionOption({ id, head }: Pick<EditionSummary, 'id' | 'head'>, language: ResultsLanguage): Option {
  const { page, head: heads } = resultsText[language]
  return { value: id, label: page.choice(head.wave.label, head.baseline?.label ?? null, heads.audiences[head.audience], dayIn(head.date, language)) }
}

function Pickers({ edition, kind, place, series, onPlace }: { edition: EditionParts; kind: ViewKind; place: Place; series: boolean; onPlace: (place: Place) => void }) {
  const { language } = place
  const words = resultsText[language]
  const items = useMemo(() => mainItems(edition).map((item): Option => ({ value: measureKey(item), label: measureName(item, language), group: item.primary ? words.page.primary : words.page.others })), [edition, language])
  const [areas, groups] = useMemo(() => placesOf(edition, language), [edition, language])
  if (kind.chooses.length === 0) return null
  const options = kind.chooses.includes('area') ? areas : kind.chooses.includes('place') ? [...groups, ...areas] : kind.chooses.includes('group') ? groups : []
  // for one topic the place is that of the figure over the years
  const asked = options.length > 1 && (kind.name !== 'onderwerp' || series)
  const first = kind.chooses.includes('area') ? edition.head.areas.find(({ role }) => role === 'focus')?.id : kind.name === 'onderwerp' ? 'focus' : 'all'
  return (
    <div class="fields no-print">
      {kind.chooses.includes('item') && <Field name="item" label={words.page.item} kind="choice" value={place.item ?? items[0]?.value ?? ''} choices={items} onInput={(item) => onPlace({ ...place, item })} />}
      {asked && <Field name="area" label={kind.name === 'onderwerp' ? words.page.seriesOf : words.page.area} kind="choice" value={place.area ?? first ?? ''} choices={options} onInput={(area) => onPlace({ ...place, area })} />}
    </div>
  )
}

/** Areas the edition lists, and the groups it lists. */
function placesOf({ head, rows }: EditionParts, language: ResultsLanguage): [Option[], Option[]] {
  const { page } = resultsText[language]
  const there = new Set(rows.map(({ domain }) => domain))
  const option = (domain: string, group: string): Option => ({ value: domain, label: domainName(domain, head, language), group })
  return [head.areas.filter(({ id }) => there.has(id)).map(({ id }) => option(id, page.areas)), TOGETHER.filter((domain) => there.has(domain)).map((domain) => option(domain, page.together))]
}
