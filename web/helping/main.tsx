// Starts a page for a helper, an interviewer or somebody keying: the resident's own visit, in another mode, with a shorter idle limit where the
// device is shared. The mode is fixed by the page that was opened and travels inside the sealed answers.
import { render } from 'preact'
import { guardExit, hasLeft, leave } from '../resident/exit.ts'
import { watchIdle } from '../resident/idle.ts'
import { keyOf, titleOf } from '../resident/page-title.ts'
import { readPlace } from '../resident/place.ts'
import { isSupported } from '../resident/supports.ts'
import { startVisit } from '../resident/visit.ts'
import type { View } from '../resident/view.ts'
import { nl } from '../languages/nl.ts'
import { HelpingApp } from './HelpingApp.tsx'
import type { Keyed } from './keying.ts'
import { stopReading } from './read-aloud.ts'
import type { HelpingMode } from './words.ts'

/** On a shared tablet: asked after one minute, and one minute to answer (WCAG 2.2.1). Elsewhere as on a phone. */
const SHARED = 2 * 60_000

const mode = document.body.getAttribute('data-mode') as HelpingMode
const idle = mode === 'assisted' ? SHARED : undefined
const fragment = location.hash
const cleanAddress = () => history.replaceState(history.state, '', location.pathname)
if (fragment) cleanAddress()

const place = readPlace(document.body)
const root = document.getElementById('app')!
const keyed: Keyed = { forms: 0, twice: 0, compared: 0, differed: 0 }
let language = nl
let shown = ''
let gone = false

const visit = startVisit(nl, () => Date.now(), draw, () => {}, mode, idle)

function draw(view: View): void {
  language = view.text
  document.documentElement.lang = language.language
  document.documentElement.dir = language.direction
  document.title = titleOf(view)
  if (view.screen.page !== 'start') gone = false
  render(<HelpingApp mode={mode} view={view} visit={visit} place={place} keyed={keyed} gone={gone} enter={enter} done={done} leave={leaveNow} />, root)
  const key = keyOf(view.screen)
  if (shown && shown !== key) {
    scrollTo(0, 0)
    const first = root.querySelector<HTMLElement>('.summary') ?? root.querySelector<HTMLElement>('h1')
    first?.focus()
  }
  shown = key
}

/** A scanned link, or label and code in one. */
function enter(typed: string): void {
  const link = typed.indexOf('#')
  if (link >= 0) visit.begin(typed.slice(link).trim())
  else visit.typedLabel(typed)
}

/** Everything of whoever answered goes at once, and the next may begin. */
function done(): void {
  stopReading()
  visit.expire()
  gone = true
  visit.startAgain()
}

function leaveNow(event?: Event): void {
  event?.preventDefault()
  stopReading()
  if (!hasLeft()) render(null, root)
  leave(place.exitUrl, language.exiting)
}

guardExit(leaveNow)
if (!isSupported(window)) document.getElementById('old')!.hidden = false
else {
  visit.startAgain()
  visit.begin(fragment)
  addEventListener('popstate', (event) => visit.arrived(event.state))
  const watch = watchIdle({
    now: () => Date.now(), touched: visit.touchedAt(), applies: () => !visit.isBusySending(), warn: visit.warn,
    expire: () => (idle === undefined ? visit.expire() : done()), ...(idle === undefined ? {} : { limit: idle }),
  })
  const touch = () => {
    watch.touch()
    visit.touch()
  }
  for (const sign of ['click', 'keydown', 'input', 'scroll']) addEventListener(sign, touch, { passive: true, capture: true })
  document.addEventListener('visibilitychange', () => { watch.look() })
  addEventListener('pageshow', () => { watch.look() })
}
