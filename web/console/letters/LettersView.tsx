// Brieven as markup: what is done, what is missing, and under it the cards that this state has. Separate from the screen, which loads,
// asks the thread and stores, so that specimens can show every stage.
import type { LettersAnswer } from '../../../src/mailings/wire.ts'
import type { WaveDetail } from '../../../src/waves/wire.ts'
import { Alert } from '../../components/Alert.tsx'
import { Button } from '../../components/Button.tsx'
import { to } from '../route.ts'
import { StepFrame } from '../StepFrame.tsx'
import { StepView } from '../StepView.tsx'
import { plural } from '../words.ts'
import { AllowanceCard, DestroyCard, ReturnedCard } from './KeepingCards.tsx'
import type { AllowanceCardProps, DestroyCardProps } from './KeepingCards.tsx'
import { lastReminder, lettersSteps, runsOf, tooMany } from './letters.ts'
import type { OpenedList } from './letters-verbs.ts'
import { MakeCard } from './MakeCard.tsx'
import type { MakeCardProps } from './MakeCard.tsx'
import { Elsewhere, OpenCard } from './OpenCard.tsx'
import type { OpenCardProps } from './OpenCard.tsx'
import { PrintCard } from './PrintCard.tsx'
import type { PrintCardProps } from './PrintCard.tsx'
import { PrinterCard, UnusedCard } from './PrinterCard.tsx'
import type { PrinterCardProps, UnusedCardProps } from './PrinterCard.tsx'
import { SenderCard } from './SenderCard.tsx'
import type { SenderCardProps } from './SenderCard.tsx'

/** What can be done with the list on this device. */
export type Stage =
  | { at: 'none' | 'elsewhere' }
  | ({ at: 'make' } & Pick<MakeCardProps, 'making'>)
  | ({ at: 'locked' } & Pick<OpenCardProps, 'opening' | 'idle' | 'mistake'>)
  | ({ at: 'open'; opened: OpenedList } & Pick<PrintCardProps, 'printing' | 'noted'> & { found: { mailing: string; area: string | null } | null })

export type LettersActs = Omit<SenderCardProps & MakeCardProps & OpenCardProps & PrintCardProps & PrinterCardProps & UnusedCardProps & AllowanceCardProps & DestroyCardProps,
  'making' | 'opening' | 'idle' | 'mistake' | 'printing' | 'noted' | 'found' | 'runs' | 'busy' | 'sender' | 'hosts' | 'toInvite' | 'named' | 'printer' | 'mayList' | 'reminders' | 'today' | 'replacements' | 'last' | 'here' | 'unusedOnly' | 'onAsk' | 'onAgree'> & {
  onFind: (mailing: string) => void
  onAskPrinter: (recipient: string) => void
  onAgreePrinter: (recipient: string) => void
  onAskMore: (upTo: number) => void
  onAgreeMore: (upTo: number) => void
}

export interface LettersViewProps {
  wave: WaveDetail
  letters: LettersAnswer
  stage: Stage
  /** Who runs fieldwork; a colleague may only look and agree. */
  mayAct: boolean
  today: string
  busy: boolean
  refused: string | null
  /** What was just done. */
  said: string | null
  acts: LettersActs
}

export function LettersView({ wave, letters, stage, mayAct, today, busy, refused, said, acts }: LettersViewProps) {
  if (wave.state !== 'ready' && wave.state !== 'field') return <StepView wave={wave} step="brieven">{ended(wave, letters) && mayAct && <DestroyCard {...acts} last={lastReminder(wave)} today={today} here={stage.at === 'locked'} busy={busy} />}</StepView>
  const { sender, list, runs, printer, replacements } = letters
  const made = wave.invited >= wave.preparation.toInvite
  const open = stage.at === 'open' ? stage : null
  const noted = letters.notes ?? 0
  /** Letters that get a new code with the next run; over 2% they wait for a second person. */
  const newCodes = open && !tooMany(letters, open.noted) ? open.noted : 0
  const startable = wave.state === 'ready' && made && (runs.length > 0 || !list)
  return (
    <StepFrame wave={wave} step="brieven" {...lettersSteps(wave, letters)} next={startable ? { label: 'Veldwerk starten', href: to('meting', wave.id, 'starten') } : null}>
      {refused && <Alert kind="mistake" title={refused} />}
      {said && <Alert kind="done" title={said} />}
      {!mayAct && <Alert kind="info" title="Brieven maken en printen doet een collega met de rol veldwerk." />}
      {mayAct && <SenderCard key={JSON.stringify(sender)} {...acts} sender={sender} hosts={letters.hosts} busy={busy} />}
      {mayAct && sender && !list?.destroyedOn && <>
        {stage.at === 'make' && <MakeCard {...acts} making={stage.making} toInvite={wave.preparation.toInvite} />}
        {stage.at === 'locked' && <OpenCard {...acts} opening={stage.opening} idle={stage.idle} mistake={stage.mistake} />}
        {stage.at === 'elsewhere' && <Elsewhere list={list} />}
        {open && !made && <section class="card" aria-label="Codes aanmelden"><h2>Nog niet klaar</h2><p>Niet alle codes zijn bij de server aangemeld. Ga verder: wat er al is, verandert niet.</p><div class="actions"><Button kind="primary" busy={busy} onPress={acts.onWritten}>Verder met aanmelden</Button></div></section>}
        {open && made && <PrintCard {...acts} busy={busy} runs={runsOf(wave, { letters: open.opened.letters, toPrint: open.opened.toPrint + newCodes }, runs, today)} printing={open.printing} noted={newCodes} unusedOnly={printer?.agreed ?? false} />}
      </>}
      {wave.state === 'field' && mayAct && (
        <section class="card" aria-label="Helpdesk">
          <h2>Helpdesk</h2>
          <p>Brief kwijt of code doet het niet? Noteer het. De vervangende brief gaat mee met de volgende print. {noted > 0 && <strong>{plural(noted, 'brief wacht', 'brieven wachten')} op een nieuwe code.</strong>}</p>
          <div class="actions"><Button href={to('meting', wave.id, 'helpdesk')}>Een brief noteren</Button></div>
        </section>
      )}
      {wave.state === 'field' && <AllowanceCard replacements={replacements} noted={open ? open.noted : noted} busy={busy} onAsk={acts.onAskMore} onAgree={acts.onAgreeMore} />}
      {open && made && mayAct && <PrinterCard {...acts} busy={busy} named={open.opened.named} />}
      {open && made && mayAct && <ReturnedCard found={open.found} onFind={acts.onFind} />}
      {(open || printer !== null) && wave.reminders.length > 0 && <UnusedCard printer={printer} mayList={open !== null} reminders={wave.reminders} today={today} busy={busy} onAsk={acts.onAskPrinter} onAgree={acts.onAgreePrinter} onList={acts.onList} />}
      {mayAct && list && !list.destroyedOn && wave.state === 'field' && <DestroyCard {...acts} last={lastReminder(wave)} today={today} here={stage.at === 'open' || stage.at === 'locked'} busy={busy} />}
    </StepFrame>
  )
}

/** Whether a list of a meting after fieldwork still has to be destroyed. */
function ended({ state }: WaveDetail, { list }: LettersAnswer): boolean {
  return state !== 'draft' && state !== 'imported' && list !== null && list.destroyedOn === null
}
