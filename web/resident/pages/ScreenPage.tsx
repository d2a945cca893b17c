// From what is on screen to the page that draws it: the only list of pages.
import { placeAt } from '../interview.ts'
import type { MunicipalityPlace } from '../place.ts'
import type { Visit } from '../visit.ts'
import type { View } from '../view.ts'
import { LeavingPage } from './LeavingPage.tsx'
import { NoticePage } from './NoticePage.tsx'
import { QuestionPage } from './QuestionPage.tsx'
import { ReadyPage } from './ReadyPage.tsx'
import { SendingPage } from './SendingPage.tsx'
import { StartPage } from './StartPage.tsx'
import { WelcomePage } from './WelcomePage.tsx'

export function ScreenPage({ view, visit, place }: { view: View; visit: Visit; place: MunicipalityPlace }) {
  const { text, screen } = view
  switch (screen.page) {
    case 'start': return <StartPage text={text} mistake={screen.mistake} wiped={screen.wiped} enter={visit.typedLabel} report={() => visit.report()} />
    case 'code': return <screen.Code text={text} digest={screen.letter.digest} mistake={screen.mistake} enter={visit.typedCode} again={visit.startAgain} />
    case 'loading': return <p class="loading" role="status">{text.loading}</p>
    case 'unreachable': return <NoticePage {...text.unreachable} act={screen.again} label={text.unreachable.again} />
    case 'refused': return <NoticePage {...text.refused} />
    case 'closed': return <NoticePage {...text.closed} />
    case 'sending': return <SendingPage text={text} screen={screen} again={visit.tryAgain} />
    case 'report': return screen.draw(text)
    case 'thanks': return <screen.Thanks language={text.language} place={place} />
    case 'answering': {
      const at = placeAt(screen.questions.instrument, screen.step)
      if (at.page === 'welcome') return <WelcomePage text={text} instrument={screen.questions.instrument} place={place} begin={visit.next} />
      if (at.page === 'leaving') return <LeavingPage text={text} next={visit.next} />
      if (at.page === 'ready') return <ReadyPage text={text} send={() => void visit.send()} />
      return <QuestionPage key={at.item.id} text={text} item={at.item} screen={screen} visit={visit} />
    }
  }
}
