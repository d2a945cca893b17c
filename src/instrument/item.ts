// One item of an instrument: what is asked, without words (those are in the texts, one file per language).
// Separate and without imports that weigh anything, because every phone loads it before the first question.
// The four missing codes follow survey practice: a refusal is a finding, so it never shares a code with a routing.
import type { Condition } from './relevance.ts'
import type { Summary } from './summary.ts'

/** One choice, several choices, or a mark from 0 to 10. */
export type Kind = 'one' | 'several' | 'mark'

/** Routing did not ask this item. */
export const NOT_ASKED = 96
/** Asked, and passed over without an answer. */
export const SKIPPED = 97
/** "Weet ik niet". */
export const DONT_KNOW = 98
/** "Wil ik niet zeggen". */
export const PREFER_NOT = 99

export interface Item {
  id: string
  block: string
  kind: Kind
  /** Positive small integers (1 to 95); for a mark exactly 0 to 10. */
  options: readonly number[]
  /** Absent: everybody is asked. May only look at items that stand earlier. */
  askedIf?: Condition
  /** `several` only: the option that excludes all others ("aan niemand"). */
  exclusive?: number
  /** Not asked, yet known: who never feels unsafe anywhere, never feels unsafe here. Microdata hold `code` then (first hit). */
  implied?: readonly { code: number; if: Condition }[]
  /** How tables and sentences report the item; no part of what was asked, hence not of the item hash. */
  summary?: Summary
}

/** True for the four codes that say why there is no answer. */
export function isMissing(code: number): boolean {
  return code >= NOT_ASKED && code <= PREFER_NOT
}
