// Starts the resident page: takes the letter's code out of the address before anything else, looks whether this browser can do it,
// draws. Keep this bundle small: everything imported here stands before the first question (the budget test counts it).
import { render } from 'preact'
import { App } from './App.tsx'
import { guardExit, hasLeft, leave } from './exit.ts'
import { watchIdle } from './idle.ts'
import { keyOf, titleOf } from './page-title.ts'
import { readPlace } from './place.ts'
import { isSupported } from './supports.ts'
import { startVisit } from './visit.ts'
import type { View, Visiting } from './view.ts'
import { nl } from '../languages/nl.ts'

const fragment = location.hash
const cleanAddress = () => history.replaceState(history.state, '', location.pathname)
if (fragment) cleanAddress()

const place = readPlace(document.body)
const root = document.getElementById('app')!
let language = nl
let shown = ''

/** Whose page it is: the survey's, or that of the reports once somebody asked for them. */
let visit: Visiting
let survey = startVisit(nl, () => Date.now(), draw, (next) => { visit = next })
visit = survey

function draw(view: View): void {
  language = view.text
  document.documentElement.lang = language.language
  document.documentElement.dir = language.direction
  document.title = titleOf(view)
  render(<App view={view} visit={visit} survey={survey} place={place} leave={leaveNow} />, root)
  const key = keyOf(view.screen)
  // The very first page was there before the script: focus stays where it is.
  if (shown && shown !== key) {
    scrollTo(0, 0)
    const first = root.querySelector<HTMLElement>('.summary') ?? root.querySelector<HTMLElement>('h1')
    first?.focus()
  }
  shown = key
}

function leaveNow(event?: Event): void {
  event?.preventDefault()
  if (!hasLeft()) render(null, root)
  leave(place.exitUrl, language.exiting)
}

/** The static page's own words: phone, walk-in, paper; the form and the way to reports go, as nothing could be sent. */
function showAlternatives(): void {
  document.getElementById('old')!.hidden = false
  root.querySelector('form')!.remove()
  root.querySelector('.plain')!.remove()
}

guardExit(leaveNow)
if (!isSupported(window)) showAlternatives()
else {
  // The console's own link to look at the questions: nothing of it is in this bundle but this line.
  if (fragment.indexOf('#kijk.') === 0) void import('./preview.ts').then(({ startPreview }) => (visit = survey = startPreview(fragment, nl, draw)).begin(''))
  else visit.begin(fragment)
  addEventListener('popstate', (event) => visit.arrived(event.state))
  addEventListener('hashchange', () => {
    const scanned = location.hash
    if (!scanned) return
    cleanAddress()
    if (!visit.isBusySending()) visit.begin(scanned)
  })
  const watch = watchIdle({
    now: () => Date.now(),
    touched: visit.touchedAt(),
    applies: () => !visit.isBusySending(),
    warn: (on) => visit.warn(on),
    expire: () => visit.expire(),
  })
  const touch = () => {
    watch.touch()
    visit.touch()
  }
  // Click rather than the press before it: the warning would go, and the page move, under the finger.
  for (const sign of ['click', 'keydown', 'input', 'scroll']) addEventListener(sign, touch, { passive: true, capture: true })
  document.addEventListener('visibilitychange', () => { watch.look() })
  addEventListener('pageshow', () => { watch.look() })
}
