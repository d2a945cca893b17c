// A visit to the pages for reports: what is on screen, and what every act of the person changes. The frame, the clock and the language are the
// survey's (../visit.ts), which gets the page back when somebody goes back to the start, leaves it alone for ten minutes or scans a letter.
// Separate from the pages, which only draw, and from telling.ts and thread.ts, which do the work. Nothing here knows the document but the
// history entries, which hold a number only.
import type { AdvicePage } from '../../../src/advice/wire.ts'
import type { ReportText } from '../../languages/report-text.ts'
import { hasLeft } from '../exit.ts'
import type { MunicipalityPlace } from '../place.ts'
import { keep, wipe } from '../storage.ts'
import type { KeptReport } from '../storage.ts'
import type { View, Visiting } from '../view.ts'
import type { ReportChannel } from './channel.ts'
import { EMPTY, questionsFor, tooLong } from './draft.ts'
import type { Draft } from './draft.ts'
import { ReportPage } from './pages/ReportPage.tsx'
import { PLACES } from './report-view.ts'
import type { OpenThread, Place, ReportActs, ReportScreen } from './report-view.ts'
import { tellingActs } from './telling.ts'
import { threadActs } from './thread.ts'

/** What the survey's visit lends. */
export interface ReportHost {
  survey: Visiting & { startAgain: () => void }
  show: (change: Partial<View>) => void
  give: (to: Visiting) => void
  now: () => number
  language: string
}

/** What was fetched before the first page of these was drawn. */
export interface Opened {
  place: MunicipalityPlace
  words: ReportText
  advice: readonly AdvicePage[]
  channel: ReportChannel
  /** The words and advice of another language. */
  inLanguage: (language: string) => Promise<{ words: ReportText; advice: readonly AdvicePage[] }>
  /** The channel again, before sending anew. */
  channelAgain: () => Promise<ReportChannel>
}

/** What the acts share: everything here is in memory only. */
export interface Desk {
  host: ReportHost
  opened: Opened
  language: string
  draft: Draft
  open: OpenThread | undefined
  message: string
  /** Words or digits that opened nothing: to be mended rather than typed again. */
  typed: string
  beginnings: readonly string[]
  screen: ReportScreen
  /** Grows with every new beginning, so that a late reply of an earlier one changes nothing. */
  turn: number
  show: (screen: ReportScreen) => void
  redraw: () => void
  go: (place: Place) => void
  /** Stores what a reload needs, or wipes it. */
  keep: (report: KeptReport | undefined) => void
  /** Forgets everything that was chosen, written, typed or opened. */
  forget: () => void
}

/** History entries of these pages are numbered from here; advice from further on. */
const FIRST = 1_000
const FIRST_ADVICE = 2_000
const numberOf = (place: Place) => (typeof place === 'string' ? FIRST + PLACES.indexOf(place) : FIRST_ADVICE + place.advice)

export function placeOf(state: unknown, advicePages: number): Place | undefined {
  if (typeof state !== 'number') return undefined
  const advice = state - FIRST_ADVICE
  return advice >= 0 && advice < advicePages ? { advice } : PLACES[state - FIRST]
}

export function reportVisit(host: ReportHost, opened: Opened): Visiting & { enter: (kept?: KeptReport) => void } {
  let kept: KeptReport | undefined
  let touched = host.now()
  let random = 0

  const desk: Desk = {
    host, opened, language: host.language, draft: EMPTY, open: undefined, message: '', typed: '', beginnings: [], turn: 0,
    screen: { at: 'place', place: 'entry' },
    show(screen) {
      if (hasLeft()) return
      desk.screen = screen
      random += 1
      desk.redraw()
    },
    redraw() {
      const { screen } = desk
      const mistake = 'mistake' in screen ? screen.mistake : undefined
      host.show({ screen: { page: 'report', key: keyOf(screen, random), ...(mistake && { mistake }), draw: (text) => ReportPage({ view: { ...desk, ...opened, text }, acts }) } })
    },
    go(place) {
      history.pushState(numberOf(place), '')
      arrive(place)
    },
    keep(report) {
      kept = report
      if (hasLeft()) return
      if (report) keep(sessionStorage, { v: 1, touched, language: desk.language, report })
      else wipe(sessionStorage)
    },
    forget() {
      desk.turn += 1
      desk.draft = EMPTY
      desk.typed = ''
      telling.forget()
      thread.forget()
      desk.keep(undefined)
    },
  }
  const telling = tellingActs(desk)
  const thread = threadActs(desk)
  const acts: ReportActs = { go: desk.go, next, ...telling.acts, ...thread.acts, restart }

  /** A page of the history, or the nearest that makes sense: one that was sent or closed shows nothing again. */
  function arrive(place: Place): void {
    if (desk.screen.at === 'stuck') desk.keep(undefined)
    const needsThread = place === 'thread' || place === 'message' || place === 'remove'
    if (place === 'words') thread.forget()
    desk.show({ at: 'place', place: needsThread && !desk.open ? 'words' : place })
    if (place === 'kinds') telling.prepare()
  }

  function next(): void {
    const { screen } = desk
    if (screen.at !== 'place' || typeof screen.place !== 'string') return
    const over = screen.place === 'account' ? tooLong(desk.draft) : 0
    if (over > 0) return desk.show({ at: 'place', place: 'account', mistake: opened.words.tooLong(over) })
    const areas = opened.channel.state === 'open' ? opened.channel.areas : []
    const order: Place[] = ['seen', 'leaving', ...questionsFor(areas), 'ready']
    const following = order[order.indexOf(screen.place) + 1]
    if (following) desk.go(following)
  }

  /** Back to the neutral start page, with nothing left. */
  function restart(): void {
    desk.forget()
    host.give(host.survey)
    host.survey.startAgain()
  }

  return {
    /** Draws the first page, once the page is ours; goes on with what a reload found. */
    enter(report) {
      desk.go('entry')
      if (report) (report.task && report.task.purpose !== 'report' ? thread : telling).resume(report)
    },
    begin(fragment) {
      desk.forget()
      host.give(host.survey)
      host.survey.begin(fragment)
    },
    arrived(state) {
      // What was sent, and the words for coming back, stay: Back must not bring a question again.
      if (!['place', 'stuck', 'nothing', 'removed', 'opening'].includes(desk.screen.at)) return
      if (desk.screen.at === 'opening') desk.turn += 1
      const place = placeOf(state, opened.advice.length)
      if (place) arrive(place)
      else restart()
    },
    async speak(language) {
      const { turn } = desk
      const found = await opened.inLanguage(language).catch(() => undefined)
      if (!found || turn !== desk.turn) return
      Object.assign(opened, found)
      desk.language = language
      await host.survey.speak(language)
      const { screen } = desk
      // A mistake was named in the language before.
      desk.screen = 'mistake' in screen ? { at: 'place', place: screen.place } : screen
      desk.redraw()
    },
    isBusySending: () => desk.screen.at === 'sending',
    touch() {
      host.survey.touch()
      const due = host.now() - touched > 15_000
      touched = host.now()
      if (due && kept) desk.keep(kept)
    },
    touchedAt: () => touched,
    warn: (on) => host.show({ warning: on && !(desk.screen.at === 'place' && desk.screen.place === 'entry') }),
    expire() {
      desk.forget()
      host.give(host.survey)
      host.survey.expire()
    },
  }
}

/** What counts as another page, so that focus moves: each mistake too, but no letter somebody types. */
function keyOf(screen: ReportScreen, random: number): string {
  if (screen.at === 'sending') return 'report sending'
  if (screen.at !== 'place') return `report ${screen.at} ${random}`
  const place = typeof screen.place === 'string' ? screen.place : `advice ${screen.place.advice}`
  return screen.mistake || place === 'thread' ? `report ${place} ${random}` : `report ${place}`
}
