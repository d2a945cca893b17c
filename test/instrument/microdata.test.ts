// Protects the columns analysis works on: nothing lost or moved on the way from answers, missing codes kept apart.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { complete } from '../../src/instrument/answers.ts'
import type { Answers } from '../../src/instrument/answers.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { DONT_KNOW, NOT_ASKED, PREFER_NOT, SKIPPED } from '../../src/instrument/item.ts'
import { columnNames, toMicrodata, toRows } from '../../src/instrument/microdata.ts'
import type { Row } from '../../src/instrument/microdata.ts'
import { anInstrument, someAnswers } from './arbitrary.ts'

const row = (answers: Answers, more: Partial<Row> = {}): Row =>
  ({ stratum: 'S1', mode: 'web', language: 'nl', phase: 'letter', answers, ...more })

it('gives every completed row back, for any instrument', () => {
  const waves = anInstrument.chain((instrument) =>
    fc.array(someAnswers(instrument), { maxLength: 6 }).map((answers) => ({ instrument, answers })))
  fc.assert(fc.property(waves, ({ instrument, answers }) => {
    const rows = answers.map((given, index) => row(given, { stratum: `S${index}`, mode: index % 2 ? 'web' : 'paper' }))
    const microdata = toMicrodata(instrument, rows)
    expect(microdata.n).toBe(rows.length)
    expect(Object.keys(microdata.codes)).toEqual(columnNames(instrument))
    expect(toRows(instrument, microdata)).toEqual(rows.map((each) => ({ ...each, answers: complete(instrument, each.answers) })))
  }))
})

it('writes several choices as 0 and 1, or the missing code in every column', () => {
  const { codes } = toMicrodata(coreInstrument, [
    row({ seenPressure: 2, told: [5, 1] }), row({ seenPressure: 2, told: PREFER_NOT }), row({ seenPressure: 2 }), row({ seenPressure: 1 }),
  ])
  expect([...codes['told.1']!]).toEqual([1, PREFER_NOT, SKIPPED, NOT_ASKED])
  expect([...codes['told.2']!]).toEqual([0, PREFER_NOT, SKIPPED, NOT_ASKED])
  expect([...codes['told.5']!]).toEqual([1, PREFER_NOT, SKIPPED, NOT_ASKED])
  expect(codes.told).toBeUndefined()
})

it('counts never unsafe anywhere as never unsafe here, so that the base is everyone', () => {
  const given: Answers[] = [{ unsafe: 1 }, { unsafe: 4, unsafeHere: 2 }, { unsafe: DONT_KNOW }, { unsafe: PREFER_NOT }, {}]
  const rows = given.map((answers) => row(answers))
  const microdata = toMicrodata(coreInstrument, rows)
  expect([...microdata.codes.unsafeHere!]).toEqual([1, 2, DONT_KNOW, PREFER_NOT, SKIPPED])
  // and the way back does not pretend they were asked
  expect(toRows(coreInstrument, microdata).map(({ answers }) => answers.unsafeHere)).toEqual([NOT_ASKED, 2, NOT_ASKED, NOT_ASKED, NOT_ASKED])
})

it('keeps labels beside their rows', () => {
  const { labels } = toMicrodata(coreInstrument, [row({}, { stratum: 'A', phase: 'reminder 1' }), row({}, { language: 'en' })])
  expect(labels).toEqual({ stratum: ['A', 'S1'], mode: ['web', 'web'], language: ['nl', 'en'], phase: ['reminder 1', 'letter'] })
})
