// Protects the typology of fear: who adapts and lives on is not counted with those whose life got worse.
import { expect, it } from 'vitest'
import type { Answers } from '../../src/instrument/answers.ts'
import { coreFear, coreInstrument } from '../../src/instrument/batteries/core.ts'
import {
  ANXIOUS, DYSFUNCTIONALLY_WORRIED, FUNCTIONALLY_WORRIED, UNWORRIED, functionalFear, functionalFearItem, functionalFearOptions, withFunctionalFear,
} from '../../src/instrument/functional-fear.ts'
import { DONT_KNOW, NOT_ASKED, PREFER_NOT, SKIPPED } from '../../src/instrument/item.ts'
import { toMicrodata } from '../../src/instrument/microdata.ts'

const microdata = (answers: Answers) =>
  toMicrodata(coreInstrument, [{ stratum: 's', mode: 'web', language: 'nl', phase: 'letter', answers }])
const fear = (answers: Answers) => functionalFear(microdata(answers), coreFear)[0]

it('refuses microdata without a column it needs', () => {
  expect(() => functionalFear({ n: 0, codes: {} }, coreFear)).toThrow('functionalFear requires column unsafeHere')
})

it.each<[string, Answers, number]>([
  ['never unsafe, never afraid', { unsafe: 1, afraid: 1, detour: 3 }, UNWORRIED],
  ['unsafe elsewhere only', { unsafe: 4, unsafeHere: 1, afraid: 1, detour: 3 }, UNWORRIED],
  ['a detour without worry', { unsafe: 1, afraid: 1, detour: 1 }, UNWORRIED],
  ['unsafe, no episode, no precaution', { unsafe: 3, unsafeHere: 3, afraid: 1, detour: 3 }, ANXIOUS],
  ['unsafe and takes another way', { unsafe: 3, unsafeHere: 4, afraid: 1, detour: 2 }, FUNCTIONALLY_WORRIED],
  ['was afraid, life no worse', { unsafe: 2, unsafeHere: 2, afraid: 2, fearLife: 3 }, FUNCTIONALLY_WORRIED],
  ['was afraid, life a little worse', { unsafe: 1, afraid: 4, fearLife: 2 }, DYSFUNCTIONALLY_WORRIED],
  ['would not say whether afraid', { unsafe: 4, unsafeHere: 4, afraid: PREFER_NOT }, PREFER_NOT],
  ['was afraid, does not know about life', { afraid: 2, fearLife: DONT_KNOW }, DONT_KNOW],
  ['unsafe, detour passed over', { unsafe: 3, unsafeHere: 3, afraid: 1 }, SKIPPED],
  ['would not say whether unsafe', { unsafe: PREFER_NOT, afraid: 1, detour: 1 }, PREFER_NOT],
])('codes %s', (_, answers, code) => {
  expect(fear(answers)).toBe(code)
})

it('takes what was not asked as no, in microdata that do not say what is implied', () => {
  const codes = { unsafeHere: Int16Array.of(NOT_ASKED), afraid: Int16Array.of(1), detour: Int16Array.of(3), fearLife: Int16Array.of(NOT_ASKED) }
  expect([...functionalFear({ n: 1, codes }, coreFear)]).toEqual([UNWORRIED])
})

it('stands beside the other columns as an item that tables can name', () => {
  const with4 = withFunctionalFear(microdata({ afraid: 4, fearLife: 1 }), coreFear)
  expect([...with4.codes[functionalFearItem.id]!]).toEqual([DYSFUNCTIONALLY_WORRIED])
  expect(with4.codes.afraid).toBeDefined()
  for (const words of Object.values(functionalFearOptions)) expect(Object.keys(words)).toEqual(functionalFearItem.options.map(String))
})
