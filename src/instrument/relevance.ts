// Branching: which items a person is asked, given the answers so far. Conditions are data that this file interprets
// (no `new Function`), so that phone, count and analysis decide alike. Loaded by every phone: imports types and codes only.
import { NOT_ASKED, SKIPPED } from './item.ts'
import type { Item } from './item.ts'
import type { Instrument } from './instrument.ts'
import type { Answer, Answers } from './answers.ts'

/** `in` lists answer codes, missing codes included; for several choices one hit is enough. */
export type Condition =
  | { item: string; in: readonly number[] }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }

/**
 * Items asked given the answers so far, in order. An item nobody answered yet counts as skipped, and an answer to an
 * item that is itself not asked counts as not asked: so the answers before and after `complete` give the same list.
 */
export function asked(instrument: Pick<Instrument, 'items'>, answers: Answers): Item[] {
  const known = new Map<string, Answer>()
  return instrument.items.filter((item) => {
    const ask = item.askedIf === undefined || holds(item.askedIf, known)
    known.set(item.id, ask ? given(answers, item) : NOT_ASKED)
    return ask
  })
}

/** Whether a condition holds for the known answers (item id -> answer); an unknown item counts as not asked. */
export function holds(condition: Condition, known: ReadonlyMap<string, Answer>): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, known))
  if ('any' in condition) return condition.any.some((part) => holds(part, known))
  if ('not' in condition) return !holds(condition.not, known)
  const answer = known.get(condition.item) ?? NOT_ASKED
  const codes = typeof answer === 'number' ? [answer] : answer
  return codes.some((code) => condition.in.includes(code))
}

/**
 * The answer of an asked item as it counts, for routing and for sending alike: absent, empty or a stale "not asked" is
 * skipped; several choices are sorted and without repeats, and an option that excludes the others gives way to them.
 */
export function given(answers: Answers, item: Item): Answer {
  // hasOwnProperty rather than Object.hasOwn: old phones lack the latter, and ids like "constructor" must not be found
  const answer = Object.prototype.hasOwnProperty.call(answers, item.id) ? answers[item.id] : undefined
  if (answer === undefined || answer === NOT_ASKED) return SKIPPED
  if (typeof answer === 'number') return answer
  const chosen = [...new Set(answer)].sort((a, b) => a - b)
  if (chosen.length === 0) return SKIPPED
  return chosen.length === 1 ? chosen : chosen.filter((code) => code !== item.exclusive)
}
