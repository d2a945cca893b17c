// Protects the constant size of sealed responses: no answer anybody can give may be longer than the size was chosen for.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { complete } from '../../src/instrument/answers.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { longestAnswerBytes } from '../../src/instrument/longest-answer.ts'
import { anInstrumentWithAnswers } from './arbitrary.ts'

it('is never exceeded by completed answers, for any instrument', () => {
  fc.assert(fc.property(anInstrumentWithAnswers, ({ instrument, answers }) => {
    const bytes = new TextEncoder().encode(JSON.stringify(complete(instrument, answers))).length
    expect(bytes).toBeLessThanOrEqual(longestAnswerBytes(instrument))
  }))
})

it('is reached: every choice made, a mark of 10', () => {
  const items = [
    { id: 'a', block: 'b', kind: 'several' as const, options: [1, 2, 3] },
    { id: 'm', block: 'b', kind: 'mark' as const, options: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
    { id: 'o', block: 'b', kind: 'one' as const, options: [1, 2] },
  ]
  expect(longestAnswerBytes({ items })).toBe('{"a":[1,2,3],"m":10,"o":99}'.length)
})

it('leaves the core battery room in the smallest padded size', () => {
  // 1,024 bytes hold the answers and about 470 bytes of credential and headings
  expect(longestAnswerBytes(coreInstrument)).toBeLessThan(1024 - 470)
})
