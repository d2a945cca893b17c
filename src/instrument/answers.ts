// The answers of one person: completing them before they are sealed, and judging them after they are opened.
// The same code on the phone and in the count, so nothing a phone sends is refused for a rule the phone did not know.
// Loaded by every phone: imports the routing and the missing codes only.
import { DONT_KNOW, NOT_ASKED, PREFER_NOT, SKIPPED } from './item.ts'
import type { Item } from './item.ts'
import type { Instrument } from './instrument.ts'
import { asked, given } from './relevance.ts'

/** One code (a mark, an option or a missing code), or the chosen options of an item with several choices. */
export type Answer = number | readonly number[]
/** Item id -> answer. */
export type Answers = Readonly<Record<string, Answer>>

/**
 * Every item present, in the instrument's order: NOT_ASKED where routing did not ask, SKIPPED where asked and
 * unanswered. Answers to items not asked are dropped, so nobody sends what the page no longer shows. Several choices are
 * put in order (see `given`). Completing twice changes nothing.
 */
export function complete(instrument: Pick<Instrument, 'items'>, answers: Answers): Answers {
  const asking = new Set(asked(instrument, answers).map((item) => item.id))
  const result: Record<string, Answer> = {}
  for (const item of instrument.items) {
    result[item.id] = asking.has(item.id) ? given(answers, item) : NOT_ASKED
  }
  return result
}

/**
 * What an item with several choices holds after one option was switched on or off; an excluding option clears the
 * others, and the others clear it. An empty list stands for no answer.
 */
export function switched(item: Item, answer: Answer | undefined, option: number): readonly number[] {
  const chosen = typeof answer === 'object' ? answer : []
  if (chosen.includes(option)) return chosen.filter((code) => code !== option)
  if (option === item.exclusive) return [option]
  return [...chosen, option].filter((code) => code !== item.exclusive).sort((a, b) => a - b)
}

/**
 * What is wrong with a set of answers, one line each; [] when valid. An absent item is no fault (`complete` reads it as
 * skipped); an unknown item, an impossible code, or an answer where routing asked nothing is.
 */
export function faults(instrument: Pick<Instrument, 'items'>, answers: unknown): string[] {
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return ['answers are not an object']
  const found: string[] = []
  const items = new Map(instrument.items.map((item) => [item.id, item]))
  for (const [id, answer] of Object.entries(answers)) {
    const item = items.get(id)
    if (item === undefined) found.push(`${id}: no such item`)
    else if (!possible(item, answer)) found.push(`${id}: not a possible answer`)
  }
  if (found.length > 0) return found
  const asking = new Set(asked(instrument, answers as Answers).map((item) => item.id))
  for (const [id, answer] of Object.entries(answers as Answers)) {
    if (asking.has(id) && answer === NOT_ASKED) found.push(`${id}: asked, but marked as not asked`)
    if (!asking.has(id) && answer !== NOT_ASKED) found.push(`${id}: answered, but not asked`)
  }
  return found
}

function possible(item: Item, answer: unknown): boolean {
  if (answer === NOT_ASKED || answer === SKIPPED || answer === DONT_KNOW || answer === PREFER_NOT) return true
  if (item.kind !== 'several') return typeof answer === 'number' && item.options.includes(answer)
  return Array.isArray(answer) && answer.length > 0 && new Set(answer).size === answer.length
    && answer.every((code) => item.options.includes(code))
}
