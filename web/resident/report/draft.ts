// What somebody has chosen and written so far, and the order of the questions. Pure and separate from what draws and sends. A draft lives in
// memory only: unlike answers to a survey it is never kept in the tab's storage, because free text says who wrote it.
import { isoWeek } from '../../../src/crypto/report-month.ts'
import type { PartOfDay, ReportFacts, ReportKind, ReportSpot, Since } from '../../../src/crypto/report.ts'

export interface Draft {
  kinds: readonly ReportKind[]
  /** Code of an area; '' when somebody said they would rather not say. */
  area?: string
  spot?: ReportSpot
  since?: Since
  part?: PartOfDay
  account: string
}

/** UTF-16 units of an account at most: TEXT_MOST of src/crypto/report.ts, which would bring the sealing library along; a test compares. */
export const ACCOUNT_MOST = 5_000

export const EMPTY: Draft = { kinds: [], account: '' }

/** The questions in their order, one a page. */
export const QUESTIONS = ['kinds', 'area', 'spot', 'since', 'part', 'account'] as const
export type Question = (typeof QUESTIONS)[number]

/** The questions asked here: where no neighbourhoods are known, none is asked for. */
export function questionsFor(areas: readonly unknown[]): readonly Question[] {
  return QUESTIONS.filter((question) => question !== 'area' || areas.length > 0)
}

/** The draft with a kind of thing switched on or off. */
export function switched(draft: Draft, kind: ReportKind): Draft {
  const kinds = draft.kinds.includes(kind) ? draft.kinds.filter((one) => one !== kind) : [...draft.kinds, kind]
  return { ...draft, kinds }
}

/** Nothing that anybody could act on: no kind, no place, no word. */
export function tellsNothing({ kinds, area, spot, account }: Draft): boolean {
  return kinds.length === 0 && !area && (spot === undefined || spot === 'unknown') && account.trim() === ''
}

/** Characters by which the account is too long; 0 when it fits. */
export function tooLong({ account }: Draft): number {
  return Math.max(0, account.trim().length - ACCOUNT_MOST)
}

/** What the head of a report says. The week is that of the telling, by the phone's clock. */
export function factsOf({ kinds, area, spot, since, part }: Draft, language: string, now: Date): ReportFacts {
  return { kinds, area: area ?? '', spot: spot ?? 'unknown', since: since ?? 'unknown', partOfDay: part ?? 'unknown', week: isoWeek(now), language }
}
