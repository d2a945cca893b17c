// One visit, from the letter to the thanks: what is on screen, and what every act of the person changes.
// Separate from the pages (they only draw what stands here) and from the pure machines it drives. All traces on the phone go through
// storage.ts, all requests through api.ts; nothing here knows the document but the history entries, which hold a number only.
import { ManifestRefused } from '../../src/crypto/manifest.ts'
import type { Mode } from '../../src/crypto/payload.ts'
import { parseCode, parseFragment } from '../../src/crypto/invite-code.ts'
import type { Answer, Answers } from '../../src/instrument/answers.ts'
import { availableLanguages } from '../languages/available.ts'
import type { ResidentText } from '../languages/resident-text.ts'
import { reached, Refused, Unreachable, referenceOfLabel } from './api.ts'
import { hasLeft } from './exit.ts'
import { answered, nextStep, settle, WELCOME } from './interview.ts'
import { isOpen, openInstrument, openLetter, packParcel, stratumFor } from './invitation.ts'
import type { Letter } from './invitation.ts'
import type { Opening } from './report/start.ts'
import type { Parcel, Sending } from './sending.ts'
import { keep, recall, wipe } from './storage.ts'
import type { TypedCode } from './typed-code.ts'
import { readTypedLabel } from './typed-entry.ts'
import type { Answering, Screen, View, Visiting } from './view.ts'
import { backOff, untilWorthTrying } from './worth-trying.ts'

export type Visit = ReturnType<typeof startVisit>

/** The code from "Versturen" on. A failed import is not remembered by any browser we support: it can be tried again. */
const loadFinishing = () => import('./finishing.ts')

/** Starts a visit; `draw` is called after every change, `give` when the page becomes another's or ours again. `idle`: milliseconds it lasts untouched. */
export function startVisit(text: ResidentText, now: () => number, draw: (view: View) => void, give: (to: Visiting) => void = () => {}, mode: Mode = 'web', idle?: number) {
  let view: View = { text, languages: availableLanguages, screen: { page: 'start' }, pilot: false, warning: false }
  let touched = now()
  let parcel: Parcel | undefined
  let wanted = text.language
  let turn = 0 // grows with every new beginning, so that a late reply of an earlier one changes nothing

  function show(change: Partial<View>): void {
    if (hasLeft()) return
    view = { ...view, ...change }
    store()
    draw(view)
  }

  function store(): void {
    const { screen } = view
    if (hasLeft()) return
    if (screen.page === 'answering') {
      const { letter, code, step, answers, concealed } = screen
      keep(sessionStorage, { v: 1, touched, language: view.text.language, answering: { reference: letter.reference, code, step, answers, concealed } })
    } else if (screen.page === 'sending') storeSending(screen.stage)
  }

  function storeSending(stage: Sending): void {
    const needsParcel = stage.at === 'prepare' || stage.at === 'credential' || (stage.at === 'stuck' && stage.before.at !== 'response')
    keep(sessionStorage, { v: 1, touched, language: view.text.language, sending: stage, ...(needsParcel && parcel ? { parcel } : {}) })
  }

  /** Runs an opening; tells the failures apart. */
  async function attempt(work: (mine: () => boolean) => Promise<void>): Promise<void> {
    const started = ++turn
    const mine = () => started === turn && !hasLeft()
    try {
      await work(mine)
    } catch (error) {
      if (!mine()) return
      // Whatever is not a lost connection stops here: a manifest or instrument that cannot be read is not trusted either.
      const refused = !(error instanceof Unreachable)
      if (refused) wipe(sessionStorage)
      show({ screen: refused ? { page: 'refused' } : { page: 'unreachable', again: () => void attempt(work) } })
      if (!refused) await untilWorthTrying(backOff(2))
      if (mine() && view.screen.page === 'unreachable') void attempt(work)
    }
  }

  function open(code: string, reference: string, kept?: { step: number; answers: Answers; concealed: boolean }): Promise<void> {
    return attempt(async (mine) => {
      if (view.screen.page !== 'loading') show({ screen: { page: 'loading' } })
      const letter = await openLetter(reference)
      const offered = availableLanguages.filter(({ language }) => language in letter.manifest.instruments)
      const chosen = offered.find(({ language }) => language === wanted) ?? offered[0]
      if (!chosen) throw new ManifestRefused('no language of this wave is known here')
      const [taking, questions, words] = await Promise.all([isOpen(letter, code), openInstrument(letter, chosen.language), reached(chosen.load())])
      if (!mine()) return
      if (!taking) return void end({ page: 'closed' })
      const answers = kept?.answers ?? {}
      const step = settle(questions.instrument, answers, kept?.step ?? WELCOME)
      history.replaceState(step, '')
      touched = now()
      show({ text: words, languages: offered, pilot: letter.manifest.pilot, screen: { page: 'answering', letter, code, questions, answers, step, concealed: kept?.concealed ?? false } })
      if (step !== WELCOME) prepareFor(letter, code).catch(() => undefined)
    })
  }

  async function prepareFor(letter: Letter, code: string): Promise<void> {
    const [finishing, { stratum }] = await Promise.all([loadFinishing(), stratumFor(letter, code)])
    finishing.prepare(stratum.spki)
  }

  function end(screen: Screen): void {
    wipe(sessionStorage)
    parcel = undefined
    show({ screen, warning: false })
  }

  function answering(): Answering | undefined {
    return view.screen.page === 'answering' ? view.screen : undefined
  }

  function change(what: Partial<Answering>): void {
    const screen = view.screen
    if (screen.page === 'answering') show({ screen: { ...screen, ...what } })
  }

  async function dispatch(stage: Sending): Promise<void> {
    let finishing: typeof import('./finishing.ts') | undefined
    const showStage = (at: Sending, waiting: boolean) => show({ screen: { page: 'sending', stage: at, waiting }, warning: false })
    for (let tries = 0; !finishing && !hasLeft(); tries += 1) {
      showStage(stage, tries > 0)
      finishing = await loadFinishing().catch(() => untilWorthTrying(backOff(tries + 1))) || undefined
    }
    if (!finishing || hasLeft()) return
    const ended = await finishing.finish(stage, parcel, {
      keep: storeSending,
      show: showStage,
      pause: (tries) => untilWorthTrying(backOff(tries)),
      stopped: hasLeft,
    })
    if (ended.at === 'received') end({ page: 'thanks', Thanks: finishing.Thanks })
    if (ended.at === 'closed') end({ page: 'closed' })
  }

  return {
    /** Begins: a letter's link, a visit this tab kept, or an empty start. `fragment` has already left the address bar. */
    begin(fragment: string): void {
      const link = parseFragment(fragment)
      const kept = recall(sessionStorage, now(), idle)
      if (kept === 'expired') return show({ screen: { page: 'start', wiped: true } })
      if (kept) wanted = kept.language
      if (kept?.report || fragment.slice(0, 2) === '#v') return this.report({ kept: kept?.report, fingerprint: fragment.slice(3) })
      if (kept?.sending) {
        parcel = kept.parcel
        touched = kept.touched
        void this.speak(wanted)
        return void dispatch(kept.sending)
      }
      const before = kept?.answering
      if (link) {
        const { code } = parseCode(link.typed) as { code?: string }
        if (code && before?.code === code && before.reference === link.reference) return void open(code, before.reference, { ...before, step: WELCOME })
        wipe(sessionStorage)
        if (code) return void open(code, link.reference)
      } else if (before) return void open(before.code, before.reference, before)
      show(fragment.length > 1 ? { screen: { page: 'start', mistake: view.text.mistakes.link } } : {})
    },
    typedLabel(typed: string): void {
      const reading = readTypedLabel(typed, view.text)
      if ('mistake' in reading) return show({ screen: { page: 'start', mistake: reading.mistake } })
      void attempt(async (mine) => {
        try {
          const reference = await referenceOfLabel(reading.label)
          if (reading.code) return mine() ? void open(reading.code, reference) : undefined
          const [letter, { CodePage }] = await Promise.all([openLetter(reference), reached(import('./pages/CodePage.tsx'))])
          if (mine()) show({ screen: { page: 'code', letter, Code: CodePage } })
        } catch (error) {
          if (!(error instanceof Refused)) throw error
          if (mine()) show({ screen: { page: 'start', mistake: view.text.mistakes.labelUnknown } })
        }
      })
    },
    typedCode(reading: TypedCode): void {
      if (view.screen.page !== 'code') return
      if ('mistake' in reading) show({ screen: { ...view.screen, mistake: reading.mistake } })
      else void open(reading.code, view.screen.letter.reference)
    },
    startAgain: () => show({ screen: { page: 'start' } }),
    /** Reports and advice: pages of their own, loaded when somebody asks. */
    report(opening?: Opening): void {
      void attempt(async (mine) => {
        const { startReports } = await reached(import('./report/start.ts'))
        const enter = await startReports({ survey: this, show, give, now, language: wanted }, opening)
        if (mine()) enter()
      })
    },
    async speak(language: string): Promise<void> {
      const started = turn
      const chosen = view.languages.find((one) => one.language === language)
      const words = chosen && (await chosen.load().catch(() => undefined))
      const open = answering()
      const questions = open && words && (await openInstrument(open.letter, language).catch(() => undefined))
      // Without a connection the page stays as it is: no answer is lost for a language.
      if (!words || started !== turn || (open && !questions)) return
      wanted = language
      // A mistake was named in the language before.
      show({ text: words, screen: { ...view.screen, mistake: undefined, ...(questions && { questions }) } as Screen })
    },
    answer(id: string, answer: Answer | undefined): void {
      const open = answering()
      if (open) change({ answers: answered(open.answers, id, answer) })
    },
    /** All answers at once: what somebody keyed in. */
    fill: (answers: Answers) => change({ answers }),
    conceal: (concealed: boolean) => change({ concealed }),
    next(): void {
      const open = answering()
      if (!open) return
      if (open.step === WELCOME) prepareFor(open.letter, open.code).catch(() => undefined)
      const step = nextStep(open.questions.instrument, open.answers, open.step)
      history.pushState(step, '')
      change({ step })
    },
    /** A history entry was reached: its number, or nothing of ours. */
    arrived(state: unknown): void {
      const open = answering()
      if (open) change({ step: settle(open.questions.instrument, open.answers, typeof state === 'number' ? state : WELCOME) })
    },
    /** `today`: the day that decides the phase. */
    async send(today = new Date(now())): Promise<void> {
      const open = answering()
      if (!open) return
      try {
        parcel = await packParcel(open.letter, open.code, open.questions, open.answers, today, mode)
      } catch {
        return show({ screen: { page: 'sending', stage: { at: 'stuck', before: { at: 'prepare' } }, waiting: false } })
      }
      await dispatch({ at: 'prepare' })
    },
    tryAgain(): void {
      const { screen } = view
      if (screen.page === 'sending' && screen.stage.at === 'stuck') void dispatch(screen.stage.before)
    },
    /** Ten idle minutes: everything goes, memory too. */
    expire(): void {
      turn += 1
      wipe(sessionStorage)
      parcel = undefined
      const { page } = view.screen
      const kind = page === 'start' || page === 'thanks' || page === 'closed'
      show({ warning: false, screen: kind ? view.screen : { page: 'start', wiped: true } })
    },
    warn: (warning: boolean) => show({ warning: warning && answering() !== undefined }),
    touch(): void {
      const moment = now()
      const due = moment - touched > 15_000
      touched = moment
      if (due) store()
    },
    /** From "Versturen" until the acknowledgement nothing is wiped for idleness. */
    isBusySending: () => view.screen.page === 'sending' && view.screen.stage.at !== 'stuck',
    touchedAt: () => touched,
  }
}
