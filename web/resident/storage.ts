// What a visit keeps so that a reload goes on at the same question: one entry in sessionStorage, nowhere else, wiped as a whole.
// Separate because everything that leaves a trace on a phone has to pass this file. After ten minutes untouched what is found is
// wiped instead of read, so a tab restored tomorrow shows nothing; a visit that is being sent stays until it is acknowledged.
import type { Answers } from '../../src/instrument/answers.ts'
import type { Task } from './report/delivery.ts'
import { isPending } from './sending.ts'
import type { Parcel, Sending } from './sending.ts'

export const IDLE_MILLISECONDS = 10 * 60_000
const KEY = 'visit'

/** A visit as stored: still answering, or sending. When sending begins the code and the raw answers are gone; the parcel goes once all is sealed. */
export interface KeptVisit {
  v: 1
  /** When somebody last touched the page; milliseconds, never sent. */
  touched: number
  language: string
  /** Answering: the manifest's reference (16 hex), the code, the step shown and the answers so far. */
  answering?: { reference: string; code: string; step: number; answers: Answers; concealed: boolean }
  sending?: Sending
  parcel?: Parcel
  report?: KeptReport
}

/** What the reports keep from their "Versturen" on: sealed bytes and the receipt's secret, never a word somebody chose or typed. */
export interface KeptReport {
  /** Not acknowledged yet, and being sent. */
  busy: boolean
  task?: Task
  /** After a report has arrived, until somebody has said whether they want words. */
  receipt?: { secret: string; salt: string }
}

/** The part of the Storage interface that is used. */
export type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'clear'>

/** What was kept, or null; 'expired' when it was older than the idle limit and has been wiped. */
export function recall(keeper: Keeper, now: number, idle = IDLE_MILLISECONDS): KeptVisit | 'expired' | null {
  let kept: KeptVisit
  try {
    kept = JSON.parse(keeper.getItem(KEY) ?? 'null') as KeptVisit
  } catch {
    return null
  }
  if (kept === null || kept.v !== 1) return null
  const sending = kept.report?.busy || (kept.sending !== undefined && isPending(kept.sending))
  if (sending || Math.abs(now - kept.touched) < idle) return kept
  wipe(keeper)
  return 'expired'
}

/** Keeps a visit. A full or forbidden storage is no reason to stop somebody: then only a reload loses the place. */
export function keep(keeper: Keeper, visit: KeptVisit): void {
  try {
    keeper.setItem(KEY, JSON.stringify(visit))
  } catch {
    // Nothing to do: the visit goes on in memory.
  }
}

/** Removes everything this site keeps in the tab. */
export function wipe(keeper: Keeper): void {
  try {
    keeper.clear()
  } catch {
    // Storage that cannot be reached holds nothing of ours.
  }
}
