// What can be on screen, as data: visit.ts decides it, the pages draw it. Separate so that neither imports the other.
import type { VNode } from 'preact'
import type { Answers } from '../../src/instrument/answers.ts'
import type { PublishedInstrument } from '../../src/instrument/instrument.ts'
import type { AvailableLanguage } from '../languages/available.ts'
import type { ResidentText } from '../languages/resident-text.ts'
import type { Letter } from './invitation.ts'
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
  | { page: 'code'; letter: Letter; fingerprint: string; mistake?: string }
  | { page: 'loading' }
  | { page: 'unreachable'; again: () => void }
  | { page: 'refused' | 'closed' }
  /** The page comes from the lazy chunk. */
  | { page: 'thanks'; Thanks: (props: ThanksPageProps) => VNode }
  | ({ page: 'answering' } & Answering)
  | { page: 'sending'; stage: Sending; waiting: boolean }

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
