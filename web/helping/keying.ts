// Keying paper as a pure machine: what was typed becomes answers or mistakes, one form in ten is typed twice, and what differs is settled before
// anything is sealed. Separate from the page so that a test can key thousands.
import type { Answers } from '../../src/instrument/answers.ts'
import type { Item } from '../../src/instrument/item.ts'
import { readKeyed } from '../../src/letters/booklet.ts'

export type Typed = Readonly<Record<string, string>>

/** The answers of everything typed, with the mistakes by item. */
export function answersTyped(items: readonly Item[], typed: Typed): { answers: Answers; mistakes: Record<string, 'unknown' | 'one' | 'exclusive'> } {
  const answers: Record<string, Answers[string]> = {}
  const mistakes: Record<string, 'unknown' | 'one' | 'exclusive'> = {}
  for (const item of items) {
    const reading = readKeyed(item, typed[item.id] ?? '')
    if ('mistake' in reading) mistakes[item.id] = reading.mistake
    else if (reading.answer !== undefined) answers[item.id] = reading.answer
  }
  return { answers, mistakes }
}

/** Items on which two typings differ, in the order of the form. */
export function differing(items: readonly Item[], first: Answers, second: Answers): Item[] {
  return items.filter(({ id }) => JSON.stringify(first[id]) !== JSON.stringify(second[id]))
}

/** The settled answers: of each item that differed the first or the second, of all others what both say. */
export function settled(first: Answers, second: Answers, differs: readonly Item[], chosen: Readonly<Record<string, 'first' | 'second'>>): Answers {
  const answers: Record<string, Answers[string]> = { ...first }
  for (const { id } of differs) {
    const answer = (chosen[id] === 'second' ? second : first)[id]
    if (answer === undefined) delete answers[id]
    else answers[id] = answer
  }
  return answers
}

const BLOCK = 10

/** Which forms are typed twice: one of every ten, at a place that nobody can foresee. `random`: 0 up to 1. */
export function drawTwice(random: () => number = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32): () => boolean {
  let form = 0
  let place = 0
  return () => {
    if (form % BLOCK === 0) place = Math.floor(random() * BLOCK)
    return form++ % BLOCK === place
  }
}

/** How keying went on this screen: numbers only, gone with the page. */
export interface Keyed {
  forms: number
  twice: number
  compared: number
  differed: number
}

/** "12 formulieren, 1 twee keer getypt. Van 28 antwoorden verschilden er 2." */
export function keyedSentence({ forms, twice, compared, differed }: Keyed): string {
  const counted = `${forms} ${forms === 1 ? 'formulier' : 'formulieren'} op dit scherm`
  return twice === 0 ? `${counted}.` : `${counted}, ${twice} twee keer getypt. Van ${compared} antwoorden ${differed === 1 ? 'verschilde' : 'verschilden'} er ${differed}.`
}
