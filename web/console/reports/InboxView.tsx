// The inbox as markup: every report by the name of its case, with what its head says and how colleagues coded it. Nothing tells when a report
// came. Filters work on what is shown; search works on what this person opened, on this device.
import { useState } from 'preact/hooks'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Field } from '../../components/Field.tsx'
import { to } from '../route.ts'
import { inWords, number, plural } from '../words.ts'
import type { CaseRow, MonthState } from './case.ts'
import { keyOf } from './case.ts'
import { filterRows, NO_FILTER } from './inbox-filter.ts'
import type { InboxFilter } from './inbox-filter.ts'
import { kindNames, monthName, seriousnessNames, spotNames, weekName } from './report-words.ts'

export interface InboxViewProps {
  rows: readonly CaseRow[]
  months: readonly MonthState[]
  /** Name of an area by its code. */
  areas: Readonly<Record<string, string>>
  /** Where the searched words were found, by key; null when nothing was searched. */
  found: ReadonlyMap<string, 'text' | 'messages' | 'note'> | null
  onSearch: (words: string) => void
  onRefresh: () => void
}

const AT_ONCE = 50
const STATES = { open: 'open', closed: 'afgesloten', junk: 'geen melding' } as const

export function InboxView({ rows, months, areas, found, onSearch, onRefresh }: InboxViewProps) {
  const [filter, setFilter] = useState<InboxFilter>(NO_FILTER)
  const [shown, setShown] = useState(AT_ONCE)
  const set = (change: Partial<InboxFilter>) => { setFilter({ ...filter, ...change }); setShown(AT_ONCE) }
  const wanted = filterRows(rows, filter).filter((row) => found === null || found.has(keyOf(row)))
  const names = new Map(rows.map((row) => [keyOf(row), row.name]))
  const locked = months.filter((month) => month.locked)
  return (
    <>
      {locked.length > 0 && (
        <Alert kind="info" title={`Voor u op slot: ${locked.map(({ month }) => monthName(month)).join(', ')}.`}>
          <p>Een collega die deze maanden kan openen, geeft u toegang bij <a href={to('meldingen', 'sleutels')}>Sleutels en mensen</a>.</p>
        </Alert>
      )}
      <form class="card filters" aria-label="Kiezen welke meldingen u ziet" noValidate onSubmit={(event) => event.preventDefault()}>
        <div class="fields">
          <Field name="state" label="Stand" kind="choice" value={filter.state} onInput={(state) => set({ state: state as InboxFilter['state'] })}
            choices={[{ value: 'open', label: 'Open' }, { value: 'unread', label: 'Open, nog niet gelezen' }, { value: 'closed', label: 'Afgesloten' }, { value: 'junk', label: 'Geen melding' }, { value: 'damaged', label: 'Beschadigd of vervalst' }, { value: 'all', label: 'Alles' }]} />
          <Field name="area" label="Buurt" kind="choice" value={filter.area} onInput={(area) => set({ area })}
            choices={[{ value: '', label: 'Alle buurten' }, ...Object.entries(areas).map(([value, label]) => ({ value, label }))]} />
          <Field name="kind" label="Soort" kind="choice" value={filter.kind} onInput={(kind) => set({ kind })}
            choices={[{ value: '', label: 'Alle soorten' }, ...Object.entries(kindNames).map(([value, label]) => ({ value, label }))]} />
        </div>
        <SearchField onSearch={onSearch} />
      </form>
      <p role="status">{wanted.length === 0 ? 'Geen meldingen bij deze keuze.' : `${plural(wanted.length, 'melding', 'meldingen')} van ${number(rows.length)}.`}</p>
      <ul class="cases">
        {wanted.slice(0, shown).map((row) => <Case key={keyOf(row)} row={row} areas={areas} found={found?.get(keyOf(row))} into={row.mergedInto === null ? undefined : names.get(keyOf({ month: row.month, thread: row.mergedInto }))} />)}
      </ul>
      <div class="actions">
        {wanted.length > shown && <Button onPress={() => setShown(shown + AT_ONCE)}>Toon er nog {Math.min(AT_ONCE, wanted.length - shown)}</Button>}
        <Button onPress={onRefresh}>Opnieuw ophalen</Button>
      </div>
      {months.length > 0 && <p class="lead">Meldingen van {monthName(months.at(-1)!.month)} worden uiterlijk {inWords(months.at(-1)!.goneBy)} vernietigd, met hun sleutel.</p>}
    </>
  )
}

function Case({ row, areas, found, into }: { row: CaseRow; areas: Readonly<Record<string, string>>; found: string | undefined; into: string | undefined }) {
  const coding = row.coding === 'damaged' ? null : row.coding
  const area = coding?.area || row.facts?.area || ''
  return (
    <li class={`case${row.read ? '' : ' case--unread'}`}>
      <h2 class="case__name"><a href={to('meldingen', 'melding', row.month, row.thread)}>{row.name}</a></h2>
      <p class="case__what">
        {row.facts === null
          ? <strong>Beschadigd of vervalst</strong>
          : <>{(coding ? [coding.behaviour] : row.facts.kinds).map((kind) => kindNames[kind]).join(', ') || 'soort niet gezegd'}, {spotNames[coding?.spot ?? row.facts.spot]}{area && <>, {areas[area] ?? area}</>}</>}
      </p>
      <p class="case__more">
        {!row.read && <span class="state state--closed">nog niet gelezen</span>}
        {row.state !== 'open' && <span class="state">{STATES[row.state]}</span>}
        {coding && <span class="state">{seriousnessNames[coding.seriousness]}</span>}
        {row.coding === 'damaged' && <span class="state state--closed">codering beschadigd of vervalst</span>}
        {into !== undefined && <span class="state">dubbel van {into}</span>}
        {found && <span class="state state--field">gevonden in {found === 'text' ? 'de melding' : found === 'messages' ? 'de berichten' : 'de aantekening'}</span>}
        {row.facts && <span>{weekName(coding?.week ?? row.facts.week)}</span>}
        {row.received > 0 && <span>{plural(row.received, 'bericht van de melder', 'berichten van de melder')}</span>}
        {row.sent > 0 && <span>{plural(row.sent, 'antwoord', 'antwoorden')}</span>}
      </p>
    </li>
  )
}

function SearchField({ onSearch }: { onSearch: (words: string) => void }) {
  const [words, setWords] = useState('')
  return (
    <div class="search">
      <Field name="search" label="Zoeken" secret hint="Zoekt in de meldingen die u in deze sessie opende, alleen op dit apparaat." value={words} onInput={setWords} />
      <Button onPress={() => onSearch(words)}>Zoeken</Button>
      {words !== '' && <Button onPress={() => { setWords(''); onSearch('') }}>Wissen</Button>}
    </div>
  )
}
