// From what is on screen to the page that draws it: the only list of the pages for reports.
import { NoticePage } from '../../pages/NoticePage.tsx'
import type { ReportActs, ReportView } from '../report-view.ts'
import { AccountPage } from './AccountPage.tsx'
import { AdvicePage } from './AdvicePage.tsx'
import { CheckPage } from './CheckPage.tsx'
import { ChoicesPage } from './ChoicesPage.tsx'
import { EntryPage } from './EntryPage.tsx'
import { FinishedPage } from './FinishedPage.tsx'
import { MessagePage } from './MessagePage.tsx'
import { OtherWays } from './OtherWays.tsx'
import { OutboxPage } from './OutboxPage.tsx'
import { PointsPage } from './PointsPage.tsx'
import { ReadyPage } from './ReadyPage.tsx'
import { ReceiptPage } from './ReceiptPage.tsx'
import { SeenPage } from './SeenPage.tsx'
import { SentPage } from './SentPage.tsx'
import { ThreadPage } from './ThreadPage.tsx'
import { WordsPage } from './WordsPage.tsx'

/** Every page takes the same: what is on screen, and what may be done. */
export interface ReportPageProps {
  view: ReportView
  acts: ReportActs
}

export function ReportPage(props: ReportPageProps) {
  const { view, acts } = props
  const { screen, words } = view
  switch (screen.at) {
    case 'sending': case 'opening': return <OutboxPage view={view} screen={screen} />
    case 'stuck': return <><NoticePage heading={words.sending.stuckHeading} body={words.sending.stuck[screen.purpose]} act={screen.again} label={words.sending.again} /><OtherWays view={view} /></>
    case 'sent': return <SentPage {...props} />
    case 'receipt': return <ReceiptPage {...props} screen={screen} />
    case 'check': return <CheckPage {...props} screen={screen} />
    case 'finished': return <FinishedPage view={view} withReceipt={screen.withReceipt} />
    case 'nothing': return <><NoticePage {...words.words.nothing} act={() => acts.go('words')} label={words.words.again} /><OtherWays view={view} /></>
    case 'removed': return <><NoticePage heading={words.removed.heading} body={`${words.removed.body(words.day(screen.day))} ${words.removed.still}`} /><p>{words.finished.close}</p></>
    case 'place': return <PlacePage {...props} screen={screen} />
  }
}

function PlacePage({ screen, ...props }: ReportPageProps & { screen: Extract<ReportView['screen'], { at: 'place' }> }) {
  const { view, acts } = props
  const { words, text } = view
  const { place, mistake } = screen
  if (typeof place !== 'string') return <AdvicePage view={view} page={view.advice[place.advice]!} />
  switch (place) {
    case 'entry': return <EntryPage {...props} />
    case 'seen': return <SeenPage {...props} />
    case 'leaving': return <PointsPage text={text} heading={words.leaving.heading} points={words.leaving.points}><Next label={words.leaving.understood} act={acts.next} /></PointsPage>
    case 'kinds': case 'area': case 'spot': case 'since': case 'part': return <ChoicesPage key={place} {...props} question={place} />
    case 'account': return <AccountPage {...props} mistake={mistake} />
    case 'ready': return <ReadyPage {...props} mistake={mistake} />
    case 'words': return <WordsPage {...props} mistake={mistake} />
    case 'thread': return <ThreadPage {...props} open={view.open!} />
    case 'message': return <MessagePage {...props} mistake={mistake} />
    case 'remove': return (
      <PointsPage text={text} heading={words.remove.heading} points={words.remove.points}>
        <Next label={words.remove.yes} act={acts.remove} />
        <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={() => history.back()}>{words.remove.no}</button>
      </PointsPage>
    )
  }
}

function Next({ label, act }: { label: string; act: () => void }) {
  return <button type="button" class="utrecht-button utrecht-button--primary-action" onClick={act}>{label}</button>
}
