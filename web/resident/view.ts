// What can be on screen, as data: visit.ts decides it, the pages draw it. Separate so that neither imports the other.
import type { VNode } from 'preact'
import type { Answers } from '../../src/instrument/answers.ts'
import type { PublishedInstrument } from '../../src/instrument/instrument.ts'
import type { AvailableLanguage } from '../languages/available.ts'
import type { ResidentText } from '../languages/resident-text.ts'
import type { Letter } from './invitation.ts'
import type { CodePageProps } from './pages/CodePage.tsx'
import type { ThanksPageProps } from './pages/ThanksPage.tsx'
import type { Sending } from './sending.ts'

/** Somebody who is answering. */
export interface Answering {
  letter: Letter
  code: string
  questions: PublishedInstrument
  answers: Answers
  step: number
  concealed: boolean
}

export type Screen =
  /** `wiped`: ten idle minutes passed. `mistake`: a finished sentence in the language shown. */
  | { page: 'start'; mistake?: string; wiped?: boolean }
  /** The page comes with its own chunk. */
  | { page: 'code'; letter: Letter; mistake?: string; Code: (props: CodePageProps) => VNode }
  | { page: 'loading' }
  | { page: 'unreachable'; again: () => void }
  | { page: 'refused' | 'closed' }
  /** The page comes from the lazy chunk. */
  | { page: 'thanks'; Thanks: (props: ThanksPageProps) => VNode }
  | ({ page: 'answering' } & Answering)
  | { page: 'sending'; stage: Sending; waiting: boolean }
  /** A page of the reports' own chunk, which draws itself. `key`: what counts as another page. */
  | { page: 'report'; key: string; mistake?: string; draw: (text: ResidentText) => VNode }

/** What the pages draw. */
export interface View {
  text: ResidentText
  languages: readonly AvailableLanguage[]
  screen: Screen
  pilot: boolean
  /** Stands above every page of somebody who only looks. */
  notice?: string
  warning: boolean
}

/** What the frame, the browser and the clock tell whoever has the page. */
export interface Visiting {
  /** Begins anew with what a scanned letter put into the address. */
  begin: (fragment: string) => void
  /** A history entry was reached: its number, or nothing of ours. */
  arrived: (state: unknown) => void
  speak: (language: string) => Promise<void>
  isBusySending: () => boolean
  touch: () => void
  touchedAt: () => number
  warn: (on: boolean) => void
  /** Ten idle minutes: everything goes, memory too. */
  expire: () => void
}
