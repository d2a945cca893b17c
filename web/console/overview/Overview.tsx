// The top of the first page as markup: this week, what runs, what changed last. For who only reads: what changed last and the editions.
import type { PlanAnswer } from '../../../src/plans/wire.ts'
import type { EditionSummary } from '../../../src/results/wire.ts'
import type { WaveDetail, WaveSummary } from '../../../src/waves/wire.ts'
import type { EditionParts } from '../../results/edition-parts.ts'
import { to } from '../route.ts'
import { audienceName, inWords, plural } from '../words.ts'
import { lastChanges, runningOf, tasksOf } from './overview.ts'

export interface OverviewProps {
  waves: readonly WaveSummary[]
  running: readonly WaveDetail[]
  editions: readonly EditionSummary[]
  plan: PlanAnswer['state']
  /** The newest edition that compares, with its id. */
  newest: { id: string; edition: EditionParts } | null
  today: string
}

export function Overview({ waves, running, editions, plan, newest, today }: OverviewProps) {
  const tasks = tasksOf(waves, running, editions, plan, today)
  return (
    <div class="overview">
      <section class="card card--next" aria-label="Deze week">
        <h2>Deze week</h2>
        {tasks.length === 0 ? <p>Er is nu niets te doen.</p> : (
          <ul class="tasks">{tasks.map(({ text, href, day }) => (
            <li key={text}><a href={href}>{text}</a>{day && <span class="tasks__day">{day < today ? `had gemoeten op ${inWords(day)}` : inWords(day)}</span>}</li>
          ))}</ul>
        )}
      </section>
      {running.map((wave) => runningOf(wave, today)).map(({ id, name, ends, daysLeft, answers, margin }) => (
        <section class="card" key={id} aria-label={`Loopt nu: ${name}`}>
          <h2>Loopt nu: <a href={to('meting', id)}>{name}</a></h2>
          <p>{answers} {margin}</p>
          <p>Het veldwerk loopt tot en met {inWords(ends)}: {daysLeft === 0 ? 'vandaag is de laatste dag' : `nog ${plural(daysLeft, 'dag', 'dagen')}`}.</p>
        </section>
      ))}
      {newest && <LastChange {...newest} />}
    </div>
  )
}

/** The answer to "is het gelukt?", with the way to everything behind it. */
export function LastChange({ id, edition }: { id: string; edition: EditionParts }) {
  const { head } = edition
  return (
    <section class="card overview__wide" aria-label="Laatste uitkomst">
      <h2>Laatste uitkomst: {head.wave.label}</h2>
      <p>Uitgave van {inWords(head.date)}, vergeleken met {head.baseline?.label}.{head.plan.evaluation ? '' : ' Vooraf was niets vastgelegd.'}</p>
      <dl class="changes">{lastChanges(edition).map(({ name, where, sentences }) => (
        <div key={name}><dt>{name} <small>{where}</small></dt>{sentences.map((sentence) => <dd key={sentence}>{sentence}</dd>)}</div>
      ))}</dl>
      <p><a href={to('vergelijken', id)}>Alle wijken en onderwerpen</a></p>
    </section>
  )
}

/** What somebody sees who only reads: the last change and every edition meant for them. */
export function ReaderOverview({ editions, newest }: Pick<OverviewProps, 'editions' | 'newest'>) {
  return (
    <div class="overview">
      {newest && <LastChange {...newest} />}
      <section class="card" aria-label="Uitgaven">
        <h2>Uitgaven</h2>
        {editions.length === 0 ? <p>Er is nog geen uitgave voor u.</p> : (
          <ul>{[...editions].reverse().map(({ id, head }) => (
            <li key={id}><a href={to('uitgave', id)}>{head.wave.label}</a>, {inWords(head.date)}, voor {audienceName(head.audience)}{head.baseline && <>: <a href={to('vergelijken', id)}>vergelijken</a></>}</li>
          ))}</ul>
        )}
      </section>
    </div>
  )
}
