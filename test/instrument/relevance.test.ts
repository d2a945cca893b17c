// Protects branching: what a person is asked is decided by declared data alone, the same way every time.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DONT_KNOW, NOT_ASKED, SKIPPED } from '../../src/instrument/item.ts'
import type { Item } from '../../src/instrument/item.ts'
import type { Answers } from '../../src/instrument/answers.ts'
import { asked, given, holds } from '../../src/instrument/relevance.ts'
import { anInstrumentWithAnswers } from './arbitrary.ts'

const choice = (id: string, more: Partial<Item> = {}): Item => ({ id, block: 'b', kind: 'one', options: [1, 2, 3], ...more })
const ids = (items: Item[], answers: Answers) => asked({ items }, answers).map(({ id }) => id)

it('does not ask what hangs on an answer that was never asked for', () => {
  const items = [
    choice('first'),
    choice('second', { askedIf: { item: 'first', in: [2] } }),
    choice('third', { askedIf: { item: 'second', in: [1] } }),
  ]
  // second was answered, then first changed: the stale 1 must not open third
  expect(ids(items, { first: 1, second: 1 })).toEqual(['first'])
  expect(ids(items, { first: 2, second: 1 })).toEqual(['first', 'second', 'third'])
})

it('treats an unanswered item as skipped, also under "not" and when skipping is listed', () => {
  const unless = choice('second', { askedIf: { not: { item: 'first', in: [1] } } })
  const whenSkipped = choice('third', { askedIf: { item: 'first', in: [SKIPPED] } })
  for (const answers of [{}, { first: SKIPPED }, { first: NOT_ASKED }] as Answers[]) {
    expect(ids([choice('first'), unless, whenSkipped], answers)).toEqual(['first', 'second', 'third'])
  }
})

it('needs one hit for several choices, all of "all" and one of "any"', () => {
  const known = new Map<string, number | number[]>([['told', [1, 4]], ['seen', DONT_KNOW]])
  expect(holds({ item: 'told', in: [4, 5] }, known)).toBe(true)
  expect(holds({ item: 'told', in: [5] }, known)).toBe(false)
  expect(holds({ all: [{ item: 'told', in: [1] }, { item: 'seen', in: [1] }] }, known)).toBe(false)
  expect(holds({ any: [{ item: 'told', in: [9] }, { item: 'seen', in: [DONT_KNOW] }] }, known)).toBe(true)
  expect(holds({ all: [] }, known)).toBe(true)
  expect(holds({ any: [] }, known)).toBe(false)
  expect(holds({ item: 'elsewhere', in: [NOT_ASKED] }, known)).toBe(true)
})

it('finds no answer in the prototype of the answers', () => {
  expect(given({}, choice('constructor'))).toBe(SKIPPED)
  expect(given({ several: [] }, choice('several', { kind: 'several' }))).toBe(SKIPPED)
})

it('gives the same items every time, in the order of the instrument, whatever the order of the answers', () => {
  fc.assert(fc.property(anInstrumentWithAnswers, ({ instrument, answers }) => {
    const list = asked(instrument, answers)
    const backwards = Object.fromEntries(Object.entries(answers).reverse())
    expect(asked(instrument, backwards)).toEqual(list)
    expect(list).toEqual(instrument.items.filter((item) => list.includes(item)))
    // who is always asked is always there
    for (const item of instrument.items) if (!item.askedIf) expect(list).toContain(item)
  }))
})

it('is never changed by later answers', () => {
  fc.assert(fc.property(anInstrumentWithAnswers, fc.nat(), ({ instrument, answers }, cut) => {
    const upTo = cut % instrument.items.length
    const early = instrument.items.slice(0, upTo)
    const earlyAnswers = Object.fromEntries(Object.entries(answers).filter(([id]) => early.some((item) => item.id === id)))
    const first = (given: Answers) => asked(instrument, given).filter((item) => early.includes(item))
    expect(first(answers)).toEqual(first(earlyAnswers))
  }))
})

it('follows what counts: an excluding option beside another opens nothing', () => {
  const items = [
    choice('told', { kind: 'several', exclusive: 3 }),
    choice('why', { askedIf: { item: 'told', in: [3] } }),
  ]
  expect(ids(items, { told: [3, 1] })).toEqual(['told'])
  expect(ids(items, { told: [3] })).toEqual(['told', 'why'])
})
