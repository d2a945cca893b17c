// How many bytes the longest possible set of answers takes: decides the one size every sealed response of a wave has,
// so that its length tells nothing. Separate because only the making of a wave asks it.
import { NOT_ASKED } from './item.ts'
import type { Item } from './item.ts'
import type { Answer } from './answers.ts'
import type { Instrument } from './instrument.ts'

/**
 * Bytes (UTF-8) of the longest completed answers as JSON, over all paths. An upper bound: it lets every item be
 * answered at once, whatever routing allows. The payload around the answers is not included.
 */
export function longestAnswerBytes(instrument: Pick<Instrument, 'items'>): number {
  const answers = Object.fromEntries(instrument.items.map((item) => [item.id, longest(item)]))
  return new TextEncoder().encode(JSON.stringify(answers)).length
}

/** One answer takes at most the two digits of a missing code, as options stay below those; all choices take more. */
function longest(item: Item): Answer {
  return item.kind === 'several' ? item.options : NOT_ASKED
}
