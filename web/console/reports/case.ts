// A report as the officer's page sees it: what was opened of it, in plain data and without a key. Separate because the page and the thread
// that holds the keys must agree on exactly this, and nothing more crosses.
import type { ReportFacts } from '../../../src/crypto/report.ts'
import type { Status } from '../../../src/crypto/report-message.ts'
import type { ThreadState } from '../../../src/reports/wire.ts'
import type { Coding } from './coding.ts'

/** Where a report lies. */
export interface CaseKey {
  month: string
  thread: string
}

export interface CaseRow extends CaseKey {
  /** Two words that follow from the key. */
  name: string
  /** Null: damaged or forged. */
  facts: ReportFacts | null
  coding: Coding | 'damaged' | null
  state: ThreadState
  received: number
  sent: number
  /** Whether a colleague or this officer fetched the text. */
  read: boolean
  mergedInto: string | null
}

export interface CaseMessage {
  from: 'reporter' | 'officer'
  number: number
  status: Status
  text: string
  /** Null: as it was written. damaged: not authentic · moved: of another place · gap: something before it is missing. */
  fault: 'damaged' | 'moved' | 'gap' | null
}

/** One report, read. */
export interface CaseFile {
  row: CaseRow
  /** Null: damaged or forged. */
  text: string | null
  messages: readonly CaseMessage[]
}

export interface MonthState {
  month: string
  goneBy: string
  /** No wrap of this month's key for this officer. */
  locked: boolean
}

export interface Unlocked {
  officer: boolean
  reviewer: boolean
  /** Whether this officer can sign the list of keys. */
  canSign: boolean
  months: readonly MonthState[]
}

export interface InboxProgress {
  done: number
  /** Known once every page of threads is there; until then as many as were fetched. */
  total: number
  step: 'fetching' | 'opening'
}

export function keyOf({ month, thread }: CaseKey): string {
  return `${month}/${thread}`
}
