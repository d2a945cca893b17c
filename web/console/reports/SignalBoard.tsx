// The board: every signal with its state and its agreements. The team sees drafts that wait and who wrote and judged; a partner's contact sees
// what was sent to their organisation, and their own agreements. Separate from single signals so that the order is said once: what waits first.
import type { Partner, SignalView, SignalsAnswer } from '../../../src/signals/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { Heading } from '../Heading.tsx'
import { to } from '../route.ts'
import { inWords, plural } from '../words.ts'
import { AgreementForm } from './AgreementForm.tsx'
import { AgreementLine } from './AgreementLine.tsx'
import type { AgreementLineProps } from './AgreementLine.tsx'
import { signalStateNames } from './report-words.ts'
import { SignalText } from './SignalText.tsx'

export interface SignalBoardProps {
  answer: SignalsAnswer
  partners: readonly Partner[]
  /** The organisation a contact reads for; null inside the team. */
  own: string | null
  areas: Readonly<Record<string, string>>
  may: { write: boolean; review: boolean }
  busy: boolean
  refused?: string
  said?: string
  onAgree: (signal: string, agreement: { partner: string; what: string; dueOn: string }) => Promise<boolean>
  onSettle: AgreementLineProps['onSettle']
  onReopen: (agreement: string) => void
  onWithdraw: (signal: string) => void
}

const ORDER = { returned: 0, draft: 1, released: 2, withdrawn: 3 } as const

export function SignalBoard(props: SignalBoardProps) {
  const { answer: { signals }, own, may, refused, said } = props
  const sorted = [...signals].sort((a, b) => ORDER[a.state] - ORDER[b.state])
  const waiting = signals.filter(({ state, team }) => state === 'draft' && team !== null && !team.mine).length
  return (
    <>
      <Heading text="Signalen" />
      <p class="lead">{own === null ? 'Wat het team verlaat: plek en gedrag, nagekeken door een tweede persoon. En wat daarop is afgesproken.' : 'Wat de gemeente met uw organisatie deelt, en wat daarop is afgesproken.'}</p>
      {refused && <Alert kind="mistake" title={refused} />}
      {said && <Alert kind="done" title={said} />}
      {may.review && waiting > 0 && <Alert kind="info" title={`${plural(waiting, 'signaal wacht', 'signalen wachten')} op nakijken.`} />}
      {may.write && <div class="actions"><Button kind="primary" href={to('meldingen', 'signalen', 'nieuw')}>Nieuw signaal</Button></div>}
      {signals.length === 0 && <p>Er zijn nu geen signalen.</p>}
      <ul class="waves">{sorted.map((signal) => <Signal key={signal.id} signal={signal} {...props} />)}</ul>
    </>
  )
}

function Signal({ signal, partners, own, areas, may, busy, onAgree, onSettle, onReopen, onWithdraw, answer: { today } }: SignalBoardProps & { signal: SignalView }) {
  const { id, kind, state, team, content, visibleOn, agreements } = signal
  const nameOf = (partner: string) => partners.find((one) => one.id === partner)?.name ?? 'een partner'
  const names = signal.partners.map(nameOf).join(', ')
  const review = may.review && state === 'draft' && team !== null && !team.mine
  const rewrite = may.write && (state === 'returned' || (state === 'draft' && team !== null && team.mine))
  return (
    <li class="card signal">
      <h2>{kind === 'referral' ? 'Verwijzing naar het netwerk' : 'Signaal'} {own === null && <span class={`state state--${STYLE[state]}`}>{signalStateNames[state]}</span>}</h2>
      {content
        ? <SignalText content={content} areas={areas} />
        : state === 'withdrawn' ? <p>Dit signaal is ingetrokken.</p>
          : <p>{team?.draft ? 'De tekst is verzegeld voor wie nakijkt.' : 'De tekst is er niet meer.'}</p>}
      {team && <p class="signal__who">Geschreven op {inWords(signal.writtenOn)} door {team.writer}.{team.reviewer && team.reviewedOn && ` Nagekeken op ${inWords(team.reviewedOn)} door ${team.reviewer}.`} Voor: {names}.{state === 'released' && visibleOn && visibleOn > today && ` Partners zien het vanaf ${inWords(visibleOn)}.`}</p>}
      {(review || rewrite) && (
        <div class="actions">
          {review && <Button kind="primary" href={to('meldingen', 'signalen', id, 'nakijken')}>Nakijken</Button>}
          {rewrite && <Button kind="primary" href={to('meldingen', 'signalen', id, 'wijzigen')}>{state === 'returned' ? 'Opnieuw schrijven' : 'Wijzigen'}</Button>}
        </div>
      )}
      {state === 'released' && (
        <>
          <h3>Afspraken</h3>
          {agreements.length === 0 ? <p>Er is nog niets afgesproken.</p> : (
            <ul class="agreements">{agreements.map((one) => <AgreementLine key={one.id} agreement={one} partner={nameOf(one.partner)} today={today} mayReopen={may.write} busy={busy} onSettle={onSettle} onReopen={onReopen} />)}</ul>
          )}
          <AgreementForm key={id} signal={id} partners={signal.partners.map((partner) => ({ id: partner, name: nameOf(partner) }))} today={today} busy={busy} onAgree={(agreement) => onAgree(id, agreement)} />
        </>
      )}
      {team && state !== 'withdrawn' && (
        <details>
          <summary>Intrekken</summary>
          <p>Niemand ziet dit dan nog. Dat kunt u niet terugdraaien.</p>
          <Button kind="danger" busy={busy} onPress={() => onWithdraw(id)}>Ja, intrekken</Button>
        </details>
      )}
    </li>
  )
}

const STYLE = { draft: 'closed', returned: 'closed', released: 'sealed', withdrawn: 'draft' } as const
