// A thread as its reporter sees it: how it stands, the officers' messages, and never a word of what was told. A message that does not fit its place
// shows as damaged or forged; the others stay readable.
import { BackLink } from '../../pages/BackLink.tsx'
import type { ChainLink } from '../../../../src/crypto/report-chain.ts'
import type { ReportText } from '../../../languages/report-text.ts'
import type { OpenThread } from '../report-view.ts'
import type { ReportPageProps } from './ReportPage.tsx'

export function ThreadPage({ view, acts, open }: ReportPageProps & { open: OpenThread }) {
  const { thread: words } = view.words
  const { thread, page, news } = open
  const last = thread.links.reduce<string>((status, link) => ('message' in link ? link.message.status : status), 'received')
  return (
    <>
      <BackLink text={view.text} />
      <h1 tabIndex={-1}>{words.heading}</h1>
      {news && <p class="notice" role="status">{news === 'sent' ? words.sent : words.raced}</p>}
      {page === 0 && <><h2>{words.status}</h2><p class="lead">{words.statuses[last]}</p></>}
      <h2>{words.messages}</h2>
      {thread.links.length === 0 && <p>{words.none}</p>}
      <ul class="messages">
        {[...thread.links].reverse().map((link, i) => <li key={i} translate={false}><Message link={link} words={words} /></li>)}
      </ul>
      <div class="actions">
        {page > 0 && <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={() => acts.turn(page - 1)}>{words.newer}</button>}
        {thread.oldest > 0 && <button type="button" class="utrecht-button utrecht-button--secondary-action" onClick={() => acts.turn(page + 1)}>{words.older}</button>}
      </div>
      <p class="hint">{words.own}</p>
      <div class="actions">
        <button type="button" class="utrecht-button utrecht-button--primary-action" onClick={() => acts.go('message')}>{words.write}</button>
        <button type="button" class="utrecht-button utrecht-button--subtle" onClick={() => acts.go('remove')}>{words.remove}</button>
      </div>
    </>
  )
}

function Message({ link, words }: { link: ChainLink; words: ReportText['thread'] }) {
  if (!('message' in link)) return <p class="mistake">{words.broken}</p>
  const { text, status } = link.message
  return (
    <>
      <p class="hint">{words.from}</p>
      {!link.sound && <p class="mistake">{words.missing}</p>}
      <p class="said" dir="auto">{text || words.statuses[status]}</p>
    </>
  )
}
