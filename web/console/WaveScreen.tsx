// One meting: what is done, what is missing, one next button; the seven steps; then dates, letters per area, answers of the whole meting (no count per area crosses while fieldwork runs), and
// the state of its key. Nothing here moves with a single answer: counts come once a day, rounded down to 5.
import { certificateText } from '../../src/counting/certificate-text.ts'
import { Button } from '../components/Button.tsx'
import { DataTable } from '../components/DataTable.tsx'
import type { WaveDetail, WaveStratum } from '../../src/waves/wire.ts'
import type { EditionSummary } from '../../src/results/wire.ts'
import { api } from './api.ts'
import { Loading } from './Loading.tsx'
import { newestEdition } from './newest-edition.ts'
import { to } from './route.ts'
import type { ScreenProps } from './screen.ts'
import { useLoad } from './use-load.ts'
import { sevenSteps } from './seven-steps.ts'
import { PilotMark, SIGNS } from './StepFrame.tsx'
import { stepsOf } from './wave-steps.ts'
import { audienceName, inWords, number } from './words.ts'
import { countsOf } from './WavesScreen.tsx'
import { Heading } from './Heading.tsx'

export function WaveScreen({ route, onEnded }: ScreenProps) {
  const id = 'wave' in route ? route.wave : ''
  const loaded = useLoad(`wave ${id}`, async (signal) => {
    const [wave, editions, areas] = await Promise.all([api.wave(id, signal), api.editions(signal), api.areas(signal)])
    return { wave, editions, areas: Object.fromEntries(areas.filter(({ boundaryYear }) => boundaryYear === wave.plan.boundaryYear).map(({ code, name }) => [code, name])) }
  })
  return <Loading loaded={loaded} onEnded={onEnded}>{(value) => <WaveView {...value} />}</Loading>
}

export interface WaveViewProps {
  wave: WaveDetail
  editions: readonly EditionSummary[]
  /** Name of an area by its id. */
  areas: Readonly<Record<string, string>>
}

export function WaveView({ wave, editions, areas }: WaveViewProps) {
  const own = editions.filter(({ head }) => head.wave.id === wave.id)
  const edition = newestEdition(editions, wave.id)
  const steps = stepsOf(wave, edition)
  return (
    <>
      <p class="crumb"><a href="#/">Metingen</a></p>
      <Heading text={wave.name}> <span class={`state state--${wave.state}`}>{steps.state}</span></Heading>
      <PilotMark pilot={wave.pilot} />
      <section class="card card--next" aria-label="Volgende stap">
        <ul class="steps">
          <li class="steps__done" data-sign="✓"><span class="only-heard">Gedaan: </span>{steps.done}</li>
          <li data-sign="→"><span class="only-heard">Nog te doen: </span>{steps.missing}</li>
        </ul>
        {steps.next && <div class="actions"><Button kind="primary" href={steps.next.href}>{steps.next.label}</Button>
          {wave.state === 'sealed' && own.length > 0 && <a href={to('meting', wave.id, 'publiceren')}>Nog een uitgave maken</a>}</div>}
      </section>
      {wave.state !== 'imported' && (
        <section class="card" aria-label="De zeven stappen">
          <h2>De zeven stappen</h2>
          <ol class="seven">
            {sevenSteps(wave, edition).map(({ name, title, sign, says, href }) => (
              <li key={name} class={`seven__step--${sign}`}>
                <span class="seven__sign" aria-hidden="true">{SIGNS[sign]}</span><a href={href}>{title}</a><span class="seven__says">{says}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <section class="card" aria-label="Feiten">
        <h2>De meting</h2>
        <dl class="facts">
          <div><dt>Veldwerk</dt><dd>{inWords(wave.starts)}<small>tot en met {inWords(wave.ends)}</small></dd></div>
          <div><dt>Brieven en antwoorden</dt><dd>{wave.invited > 0 ? number(wave.invited) : 'geen'}<small>{countsOf({ ...wave, invited: 0 }) || 'nog geen telling'}</small></dd></div>
          <div><dt>Sleutelblad</dt><dd>{keyState(wave)}{wave.keyFingerprint && wave.state !== 'sealed' && <small class="mono">{wave.keyFingerprint}</small>}</dd></div>
        </dl>
      </section>
      {wave.strata.length > 0 && (
        <section class="card" aria-label="Per wijk">
          <DataTable caption="Brieven per wijk" columns={strataColumns(areas)} rows={wave.strata} />
          {wave.asOf && wave.state === 'field' && <p>Antwoorden tellen we één keer per dag, naar beneden afgerond op 5. Zo laat geen getal zien wie net meedeed.</p>}
        </section>
      )}
      {wave.certificate && (
        <section class="card" aria-label="Verklaring">
          <h2>Verklaring</h2>
          <p>{certificateText(wave.certificate, 'nl')}</p>
          <p><a href={to('meting', wave.id, 'verklaring')}>Hele verklaring: vastleggen wat u zelf vernietigde, tekenen en afdrukken</a></p>
        </section>
      )}
      {wave.state === 'sealed' && !wave.pilot && <p><a href={to('meting', wave.id, 'bestanden')}>Bestanden voor onderzoekers</a> (SPSS, CSV, R)</p>}
      {own.length > 0 && (
        <section class="card" aria-label="Uitgaven">
          <h2>Uitgaven</h2>
          <ul>
            {own.map(({ id, head }) => (
              <li key={id}>
                <a href={to('uitgave', id)}>{inWords(head.date)}, voor {audienceName(head.audience)}</a>{head.baseline && <>, vergeleken met {head.baseline.label}: <a href={to('vergelijken', id)}>vergelijken</a></>}
                {' '}<a href={`/api/editions/${id}/account/nl`}>verantwoording</a>{head.audience === 'public' && <> <a href={to('uitgave', id, 'antwoorden')}>u zei, wij doen</a></>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function strataColumns(areas: Readonly<Record<string, string>>) {
  return [
    { heading: 'Wijk', text: ({ area }: WaveStratum) => areas[area] ?? area },
    { heading: 'Mensen', numeric: true, text: ({ population }: WaveStratum) => number(population) },
    { heading: 'Brieven', numeric: true, text: ({ invited }: WaveStratum) => number(invited) },
  ]
}

function keyState(wave: WaveDetail): string {
  if (wave.state === 'sealed') return 'niet meer nodig'
  if (wave.state === 'imported') return 'geen'
  if (wave.recipient === null) return 'nog niet gemaakt'
  return wave.keyConfirmed ? 'gecontroleerd' : 'nog niet gecontroleerd'
}
