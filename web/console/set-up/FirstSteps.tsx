// What a municipality needs before its first meting: two people, two safes, its own words. Stands on the first page until there is a
// meting, so that nobody begins alone and finds out at the end. Markup from data.
import type { Me } from '../../../src/staff/wire.ts'
import { Button } from '../../components/Button.tsx'
import type { MunicipalityProfile } from '../../../src/areas/wire.ts'
import { to } from '../route.ts'

export interface FirstStepsProps {
  missing: MunicipalityProfile['missing']
  /** Whether somebody can plan and somebody else can count. */
  people: { plan: boolean; count: boolean }
  roles: Me['roles']
}

export function FirstSteps({ missing, people, roles }: FirstStepsProps) {
  const mayPlan = roles.includes('coordinator')
  const two = people.plan && people.count
  return (
    <section class="card card--next" aria-label="Wat u nodig hebt">
      <h2>Wat u nodig hebt</h2>
      <ul class="needs">
        <Need done={two} title="Twee mensen">
          Een adviseur voor het veldwerk: plannen, brieven, volgen. En een collega van onderzoek die telt en publiceert.
          Hebt u die collega niet? Leen iemand van de regio. Zo heeft niemand in zijn eentje de brieven én de sleutel. <a href={to('collegas')}>{two ? 'Collega’s bekijken' : 'Collega uitnodigen'}</a>
        </Need>
        <Need done={null} title="Twee kluizen">Voor twee papieren sleutelbladen, op twee plekken. Zonder sleutelblad kan niemand de antwoorden tellen.</Need>
        <Need done={missing.length === 0} title="De gegevens van uw gemeente">
          De naam, wie bewoners kunnen bellen en wanneer, bij wie zij terechtkunnen, en uw functionaris gegevensbescherming (FG). Zonder die gegevens start het veldwerk niet. <a href={to('gemeente')}>{missing.length === 0 ? 'Bekijken' : 'Invullen'}</a>
        </Need>
        <Need done={null} title="Een server">Die regelt uw afdeling IT of de regio, één keer, voor alle metingen. Dat is al gebeurd: u leest nu deze pagina.</Need>
      </ul>
      <p>Wie doet wat en wanneer? Lees <a href={to('hulp')}>Een meting doen in tien stappen</a>.</p>
      {mayPlan && <div class="actions"><Button kind="primary" href={to('nieuwe-meting')}>Nieuwe meting</Button></div>}
    </section>
  )
}

function Need({ done, title, children }: { done: boolean | null; title: string; children: preact.ComponentChildren }) {
  const sign = done === null ? '•' : done ? '✓' : '→'
  return (
    <li class={done ? 'needs__done' : undefined} data-sign={sign}>
      <strong>{done !== null && <span class="only-heard">{done ? 'Geregeld: ' : 'Nog te doen: '}</span>}{title}</strong> {children}
    </li>
  )
}
