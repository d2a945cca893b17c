// The overview: every meting with its state in words, how many letters went out and how many answers came in (once a day, rounded down
// to 5), and the one next button. Markup from data; what stands above the list is given by who loads it (overview/OverviewScreen.tsx).
import type { ComponentChildren } from 'preact'
import { Button } from '../components/Button.tsx'
import type { WaveSummary } from '../../src/waves/wire.ts'
import type { EditionSummary } from '../../src/results/wire.ts'
import type { Leads } from './newest-edition.ts'
import { newestEdition } from './newest-edition.ts'
import { to } from './route.ts'
import { stepsOf } from './wave-steps.ts'
import { inWords, number, plural } from './words.ts'
import { Heading } from './Heading.tsx'

export interface WavesViewProps {
  waves: readonly WaveSummary[]
  editions: readonly EditionSummary[]
  /** What stands between the heading and the list. */
  children?: ComponentChildren
  /** Whether who looks may plan a new one. */
  mayPlan?: boolean
}

export function WavesView({ waves, editions, children, mayPlan = false }: WavesViewProps) {
  return (
    <>
      <Heading text="Metingen" />
      {waves.length === 0
        ? <p class="lead">Er is nog geen meting.</p>
        : <p class="lead">De stand van elke meting en wat nu de volgende stap is.</p>}
      {children}
      {mayPlan && waves.length > 0 && <p class="actions"><Button href={to('nieuwe-meting')}>Nieuwe meting</Button></p>}
      <ul class="waves">
        {[...waves].sort((a, b) => (a.starts < b.starts ? 1 : -1)).map((wave) => <WaveRow key={wave.id} wave={wave} edition={newestEdition(editions, wave.id)} />)}
      </ul>
    </>
  )
}

function WaveRow({ wave, edition }: { wave: WaveSummary; edition: Leads | null }) {
  const steps = stepsOf(wave, edition)
  return (
    <li class="card wave">
      <div>
        <h2><a href={to('meting', wave.id)}>{wave.name}</a> <span class={`state state--${wave.state}`}>{steps.state}</span>{wave.pilot && <> <span class="state">PROEF</span></>}</h2>
        <p>{inWords(wave.starts)} tot en met {inWords(wave.ends)}</p>
        <p class="wave__counts">{countsOf(wave)}</p>
        <p class="wave__missing">{steps.missing}</p>
      </div>
      <div class="wave__do">{steps.next && <Button kind="primary" href={steps.next.href}>{steps.next.label}<span class="only-heard">: {wave.name}</span></Button>}</div>
    </li>
  )
}

/** Letters and answers as allowed: what the certificate says, or the daily figure, "at least" because it is rounded down. */
export function countsOf(wave: Pick<WaveSummary, 'state' | 'invited' | 'received' | 'asOf' | 'certificate'>): string {
  const letters = wave.invited > 0 ? plural(wave.invited, 'brief', 'brieven') : ''
  if (wave.certificate) return [letters, `${plural(wave.certificate.counted, 'antwoord', 'antwoorden')} geteld`].filter(Boolean).join(', ')
  if (wave.received === null) return [letters, wave.state === 'field' ? 'de eerste telling van antwoorden volgt morgenochtend' : ''].filter(Boolean).join(', ')
  const answers = `minstens ${number(wave.received)} antwoorden${wave.asOf ? ` (stand van ${inWords(wave.asOf)})` : ''}`
  return [letters, answers].filter(Boolean).join(', ')
}
