// The interview as a pure state machine: which question is shown, what was answered, how far along somebody is.
// Separate from everything that draws, stores or sends, so that its laws can be tested: going back and forth never loses an
// answer, and progress never goes backwards while going forward.
import { asked, given, holds } from '../../src/instrument/relevance.ts'
import type { Condition } from '../../src/instrument/relevance.ts'
import type { Answer, Answers } from '../../src/instrument/answers.ts'
import type { Instrument } from '../../src/instrument/instrument.ts'
import { NOT_ASKED } from '../../src/instrument/item.ts'
import type { Item } from '../../src/instrument/item.ts'

type Items = Pick<Instrument, 'items'>

/** Where somebody is: before the questions, in them (the item's index in the instrument), or behind them. Also the number in a history entry. */
export const WELCOME = 0
export const LEAVING = 1
const FIRST_ITEM = 2

export type Place = { page: 'welcome' } | { page: 'leaving' } | { page: 'question'; item: Item } | { page: 'ready' }

/** The step after the last question, where answers are sent. */
export function readyStep(instrument: Items): number {
  return FIRST_ITEM + instrument.items.length
}

/** What a settled step shows. */
export function placeAt(instrument: Items, step: number): Place {
  if (step <= LEAVING) return { page: step === LEAVING ? 'leaving' : 'welcome' }
  const item = instrument.items[step - FIRST_ITEM]
  return item ? { page: 'question', item } : { page: 'ready' }
}

/** The nearest step at or before `step` that exists for these answers: old history entries may name a question no longer asked. */
export function settle(instrument: Items, answers: Answers, step: number): number {
  if (!Number.isInteger(step) || step <= WELCOME) return WELCOME
  const ready = readyStep(instrument)
  if (step >= ready) return ready
  const asking = new Set(asked(instrument, answers))
  let settled = step
  while (settled >= FIRST_ITEM && !asking.has(instrument.items[settled - FIRST_ITEM]!)) settled -= 1
  return settled
}

/** The step after `step`: the next question asked, given the answers. */
export function nextStep(instrument: Items, answers: Answers, step: number): number {
  const asking = new Set(asked(instrument, answers))
  const ready = readyStep(instrument)
  let next = Math.min(step, ready - 1) + 1
  while (next >= FIRST_ITEM && next < ready && !asking.has(instrument.items[next - FIRST_ITEM]!)) next += 1
  return next
}

/** The answers with one changed. Answers further on stay, also those routing hides now: changing one's mind twice loses nothing. */
export function answered(answers: Answers, id: string, answer: Answer | undefined): Answers {
  const { [id]: _dropped, ...others } = answers
  return answer === undefined || (typeof answer === 'object' && answer.length === 0) ? others : { ...others, [id]: answer }
}

/**
 * "Vraag 3 van 20": the number of this question, and how many there can be. Every branch that is not decided yet is counted,
 * so on the way forward the total only falls and the bar only moves ahead.
 */
export function progress(instrument: Items, answers: Answers, step: number): { number: number; total: number } {
  const index = step - FIRST_ITEM
  const asking = new Set(asked(instrument, answers))
  const state = new Map<string, Answer | 'open'>()
  let number = 0
  let total = 0
  instrument.items.forEach((item, i) => {
    const decided = i < index
    const ask = decided ? asking.has(item) : item.askedIf === undefined || could(item.askedIf, state, true)
    state.set(item.id, !ask ? NOT_ASKED : decided ? given(answers, item) : 'open')
    if (!ask) return
    total += 1
    if (i <= index) number += 1
  })
  return { number, total }
}

/** The most questions anybody can get. */
export function longest(instrument: Items): number {
  return progress(instrument, {}, LEAVING).total
}

/** A condition over answers of which some are still open: can it come out as `wanted`? */
function could(condition: Condition, state: ReadonlyMap<string, Answer | 'open'>, wanted: boolean): boolean {
  if ('not' in condition) return could(condition.not, state, !wanted)
  if ('item' in condition) {
    const answer = state.get(condition.item)
    return answer === 'open' || holds(condition, state as ReadonlyMap<string, Answer>) === wanted
  }
  const all = 'all' in condition
  const parts = all ? condition.all : condition.any
  const can = (part: Condition) => could(part, state, wanted)
  return all === wanted ? parts.every(can) : parts.some(can)
}
