// Looking at a questionnaire before it is fixed: the same pages with the same questions, that keep nothing and send nothing but for the
// questions themselves. In a chunk of its own, loaded only for an address that asks for it (`#kijk.nl-HASH.en-HASH`, made by the console),
// so that a resident's phone never has it. No code, no manifest, no sealing: there is nothing here that could answer.
import type { Manifest } from '../../src/crypto/manifest.ts'
import type { Answers } from '../../src/instrument/answers.ts'
import { availableLanguages } from '../languages/available.ts'
import { previewNotices } from '../languages/preview.ts'
import type { ResidentText } from '../languages/resident-text.ts'
import { answered, nextStep, settle, WELCOME } from './interview.ts'
import { openInstrument } from './invitation.ts'
import type { Letter } from './invitation.ts'
import type { Answering, View } from './view.ts'
import type { Visit } from './visit.ts'

/** Digest by language from the address; null when it names none. */
export function previewed(fragment: string): Record<string, string> | null {
  const found = Array.from(fragment.matchAll(/\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)-([0-9a-f]{64})(?=\.|$)/g), ([, language, hash]) => [language!, hash!] as const)
  return found.length > 0 ? Object.fromEntries(found) : null
}

const noticeIn = (language: string) => previewNotices[language] ?? previewNotices.en!

/** A visit that only looks. `draw` is called after every change. */
export function startPreview(fragment: string, text: ResidentText, draw: (view: View) => void): Visit {
  const hashes = previewed(fragment) ?? {}
  const offered = availableLanguages.filter(({ language }) => language in hashes)
  // What opening the questions needs of a letter, and nothing else of one.
  const letter = { reference: '', digest: '', manifest: { instruments: hashes } as unknown as Manifest } satisfies Letter
  let view: View = { text, languages: offered, screen: { page: 'loading' }, pilot: false, notice: noticeIn(text.language), warning: false }
  const show = (change: Partial<View>) => draw(view = { ...view, ...change })
  const open = (): Answering | undefined => (view.screen.page === 'answering' ? view.screen : undefined)
  const change = (what: Partial<Answering>) => { if (view.screen.page === 'answering') show({ screen: { ...view.screen, ...what } }) }

  async function speak(language: string): Promise<void> {
    const chosen = offered.find((one) => one.language === language) ?? offered[0]
    if (!chosen) return show({ screen: { page: 'refused' } })
    try {
      const [words, questions] = await Promise.all([chosen.load(), openInstrument(letter, chosen.language)])
      const before = open()
      const answers: Answers = before?.answers ?? {}
      show({ text: words, notice: noticeIn(chosen.language), screen: { page: 'answering', letter, code: '', questions, answers, step: before?.step ?? WELCOME, concealed: before?.concealed ?? false } })
    } catch {
      if (!open()) show({ screen: { page: 'unreachable', again: () => void speak(language) } })
    }
  }

  return {
    begin: () => void speak(text.language),
    speak,
    typedLabel: () => undefined,
    typedCode: () => undefined,
    startAgain: () => undefined,
    report: () => undefined,
    answer(id, answer) {
      const here = open()
      if (here) change({ answers: answered(here.answers, id, answer) })
    },
    fill: (answers) => change({ answers }),
    conceal: (concealed) => change({ concealed }),
    next() {
      const here = open()
      if (!here) return
      const step = nextStep(here.questions.instrument, here.answers, here.step)
      history.pushState(step, '')
      change({ step })
    },
    arrived(state) {
      const here = open()
      if (here) change({ step: settle(here.questions.instrument, here.answers, typeof state === 'number' ? state : WELCOME) })
    },
    async send() {
      // The page itself comes with the sealing code, which stays unused.
      const { Thanks } = await import('./finishing.ts')
      show({ screen: { page: 'thanks', Thanks } })
    },
    tryAgain: () => undefined,
    expire: () => undefined,
    warn: () => undefined,
    touch: () => undefined,
    isBusySending: () => false,
    touchedAt: () => Date.now(),
  }
}
