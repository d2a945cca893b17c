// Arbitrary instruments and answers for property tests: any kinds, any routing that looks back, any mix of real,
// missing and absent answers. Separate so that every property speaks about the same wide world.
import fc from 'fast-check'
import type { Answer, Answers } from '../../src/instrument/answers.ts'
import type { Instrument } from '../../src/instrument/instrument.ts'
import { DONT_KNOW, NOT_ASKED, PREFER_NOT, SKIPPED } from '../../src/instrument/item.ts'
import type { Item } from '../../src/instrument/item.ts'
import type { Condition } from '../../src/instrument/relevance.ts'

const MARK = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

function condition(earlier: readonly Item[], depth = 0): fc.Arbitrary<Condition> {
  const leaf = fc.constantFrom(...earlier).chain((item) =>
    fc.subarray([...item.options, SKIPPED, DONT_KNOW, PREFER_NOT], { minLength: 1 }).map((codes): Condition => ({ item: item.id, in: codes })))
  if (depth > 1) return leaf
  const parts = fc.array(condition(earlier, depth + 1), { minLength: 1, maxLength: 3 })
  return fc.oneof(leaf, leaf,
    parts.map((all): Condition => ({ all })),
    parts.map((any): Condition => ({ any })),
    condition(earlier, depth + 1).map((not): Condition => ({ not })))
}

function item(index: number, earlier: readonly Item[]): fc.Arbitrary<Item> {
  return fc.record({
    kind: fc.constantFrom('one' as const, 'several' as const, 'mark' as const),
    last: fc.integer({ min: 2, max: 6 }),
    askedIf: earlier.length === 0 ? fc.constant(undefined) : fc.option(condition(earlier), { nil: undefined }),
    exclusive: fc.boolean(),
  }).map(({ kind, last, askedIf, exclusive }) => ({
    id: `item${index}`,
    block: 'block',
    kind,
    options: kind === 'mark' ? MARK : MARK.slice(1, last + 1),
    ...(askedIf && { askedIf }),
    ...(kind === 'several' && exclusive && { exclusive: last }),
  }))
}

function items(length: number, earlier: readonly Item[] = []): fc.Arbitrary<readonly Item[]> {
  if (length === 0) return fc.constant(earlier)
  return item(earlier.length, earlier).chain((next) => items(length - 1, [...earlier, next]))
}

export const anInstrument: fc.Arbitrary<Instrument> = fc.integer({ min: 1, max: 7 }).chain((length) => items(length))
  .map((list) => ({ id: 'any', version: 1, items: list, scales: [] }))

/** A possible answer of an item, a missing code now and then. */
export function anAnswer(of: Item): fc.Arbitrary<Answer> {
  const real = of.kind === 'several'
    ? fc.shuffledSubarray([...of.options], { minLength: 1 })
    : fc.constantFrom(...of.options)
  return fc.oneof({ weight: 4, arbitrary: real as fc.Arbitrary<Answer> }, { weight: 1, arbitrary: fc.constantFrom(SKIPPED, DONT_KNOW, PREFER_NOT, NOT_ASKED) })
}

/** Answers as they lie on a phone half way: some absent, some left over from a path no longer taken. */
export function someAnswers(instrument: Pick<Instrument, 'items'>): fc.Arbitrary<Answers> {
  return fc.record(Object.fromEntries(instrument.items.map((of) => [of.id, anAnswer(of)])), { requiredKeys: [] }) as fc.Arbitrary<Answers>
}

export const anInstrumentWithAnswers = anInstrument.chain((instrument) =>
  someAnswers(instrument).map((answers) => ({ instrument, answers })))
