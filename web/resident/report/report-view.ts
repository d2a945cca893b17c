// What can be on screen of the pages for reports, as data: report-visit.ts decides it, the pages draw it. Separate so that neither imports the other.
import type { AdvicePage } from '../../../src/advice/wire.ts'
import type { ReceiptReading, WordList } from '../../../src/crypto/receipt.ts'
import type { ReporterThread } from '../../../src/crypto/report-thread.ts'
import type { ReportText } from '../../languages/report-text.ts'
import type { ResidentText } from '../../languages/resident-text.ts'
import type { MunicipalityPlace } from '../place.ts'
import type { Purpose } from '../../../src/reports/wire.ts'
import type { ReportChannel } from './channel.ts'
import type { Draft } from './draft.ts'

/** Pages that a history entry can name, by number: what somebody chose, wrote or typed is never in it. */
export const PLACES = ['entry', 'seen', 'leaving', 'kinds', 'area', 'spot', 'since', 'part', 'account', 'ready', 'words', 'thread', 'message', 'remove'] as const
export type Place = (typeof PLACES)[number] | { advice: number }

/** In which shape a receipt is shown. */
export type Shape = WordList | 'digits'

export type ReportScreen =
  | { at: 'place'; place: Place; mistake?: string }
  | { at: 'sending'; purpose: Purpose; waiting: { seconds: number } | null }
  /** `again`: the same bytes once more, or the text sealed anew. */
  | { at: 'stuck'; purpose: Purpose; again: () => void }
  | { at: 'sent' }
  | { at: 'receipt'; shape: Shape; parts: readonly string[] }
  /** Two places of the receipt, counted from 1, are asked back. */
  | { at: 'check'; shape: Shape; positions: readonly [number, number]; wrong?: number }
  | { at: 'finished'; withReceipt: boolean }
  | { at: 'opening'; waiting: boolean }
  | { at: 'nothing' }
  | { at: 'removed'; day: string }

/** A thread that was opened, and the page of its messages that is shown. */
export interface OpenThread {
  thread: ReporterThread
  page: number
  /** Said once above the messages. */
  news?: 'sent' | 'raced'
}

/** All that the pages draw from. */
export interface ReportView {
  text: ResidentText
  words: ReportText
  place: MunicipalityPlace
  channel: ReportChannel
  advice: readonly AdvicePage[]
  screen: ReportScreen
  draft: Draft
  open: OpenThread | undefined
  /** The message that is being written. */
  message: string
  typed: string
  /** Words that begin as the last one that was typed. */
  beginnings: readonly string[]
}

/** What the pages may do. */
export interface ReportActs {
  go: (place: Place) => void
  next: () => void
  change: (change: Partial<Draft>) => void
  send: () => void
  wantsReceipt: (wants: boolean) => void
  showAs: (shape: Shape) => void
  check: () => void
  checked: (typed: readonly [string, string]) => void
  finish: () => void
  typing: (typed: string) => void
  comeBack: (typed: string) => void
  turn: (page: number) => void
  write: (text: string) => void
  sendMessage: () => void
  remove: () => void
  restart: () => void
}

/** The mistakes of a reading, in words. */
export function receiptMistake(reading: Exclude<ReceiptReading, { secret: Uint8Array }>, { words }: ReportText): string {
  switch (reading.mistake) {
    case 'word': return words.unknown(reading.position, reading.typed, reading.nearest)
    case 'count': return reading.of === 'words' ? words.wordCount(reading.found, reading.needed) : words.digitCount(reading.found, reading.needed)
    default: return words[reading.mistake]
  }
}
