// Protects a wave against a questionnaire with a mistake in it: each fault is named with its place, none is guessed away.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coreEn } from '../../src/instrument/batteries/core-en.ts'
import { coreNl } from '../../src/instrument/batteries/core-nl.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'
import { readInstrument } from '../../src/instrument/read-instrument.ts'
import { readPublished, readText } from '../../src/instrument/read-text.ts'
import { anInstrument } from './arbitrary.ts'

type Loose = Record<string, any>
const copy = (value: unknown): Loose => JSON.parse(JSON.stringify(value)) as Loose

/** The core battery after a change somebody made by hand. */
function faultsOf(change: (instrument: Loose) => void): string[] {
  const instrument = copy(coreInstrument)
  change(instrument)
  const result = readInstrument(instrument)
  return 'faults' in result ? result.faults : []
}
function textFaultsOf(change: (text: Loose) => void): string[] {
  const text = copy(coreNl)
  change(text)
  const result = readText(text, coreInstrument)
  return 'faults' in result ? result.faults : []
}
const at = (instrument: Loose, id: string): Loose => instrument.items.find((item: Loose) => item.id === id)
const nested = (depth: number): unknown => (depth === 0 ? { item: 'unsafe', in: [2] } : { not: nested(depth - 1) })

describe('readInstrument refuses', () => {
  it.each<[string, (instrument: Loose) => void, string]>([
    ['a misspelt member', (i) => { at(i, 'litter').askedif = { item: 'unsafe', in: [1] } }, 'items[4]: does not know "askedif"'],
    ['a missing member', (i) => { delete at(i, 'litter').block }, 'items[4]: lacks "block"'],
    ['a second item of the same id', (i) => { at(i, 'rowdy').id = 'litter' }, 'items[5].id: litter is there twice'],
    ['an id every object has', (i) => { at(i, 'litter').id = 'constructor' }, 'items[4].id: should be 1 to 40 letters and digits, a letter first'],
    ['an id that looks like an option column', (i) => { at(i, 'litter').id = 'told.1' }, 'items[4].id: should be 1 to 40 letters and digits, a letter first'],
    ['another kind', (i) => { at(i, 'litter').kind = 'text' }, 'items[4].kind: should be one of one, several, mark'],
    ['options that are missing codes', (i) => { at(i, 'litter').options = [1, 2, 3, 98] }, 'items[4].options[3]: should be a whole number from 1 to 95'],
    ['an option twice', (i) => { at(i, 'litter').options = [1, 2, 3, 3] }, 'items[4].options: has an option twice'],
    ['a mark of 1 to 10', (i) => { at(i, 'liveMark').options.shift() }, 'items[0].options: should be a list of 11 to 11'],
    ['a mark the wrong way round', (i) => { at(i, 'liveMark').options.reverse() }, 'items[0].options: of a mark should be 0, 1 ... 10'],
    ['an excluding option of one choice', (i) => { at(i, 'litter').exclusive = 1 }, 'items[4].exclusive: should be an option of an item with several choices'],
    ['routing that looks ahead', (i) => { at(i, 'litter').askedIf = { item: 'unsafe', in: [1] } }, 'items[4].askedIf: looks at unsafe, which is no earlier item'],
    ['routing on itself', (i) => { at(i, 'litter').askedIf = { item: 'litter', in: [1] } }, 'items[4].askedIf: looks at litter, which is no earlier item'],
    ['routing on an answer nobody can give', (i) => { at(i, 'unsafeHere').askedIf.in = [2, 9] }, 'items[8].askedIf.in: 9 is no answer of unsafe'],
    ['two conditions in one', (i) => { at(i, 'unsafeHere').askedIf.all = [] }, 'items[8].askedIf: should be {item, in}, {all}, {any} or {not}'],
    ['routing nested beyond reading', (i) => { at(i, 'unsafeHere').askedIf = nested(8) }, `items[8].askedIf${'.not'.repeat(8)}: is nested deeper than 8 levels`],
    ['an implied answer of an item always asked', (i) => { at(i, 'litter').implied = [{ code: 1, if: { item: 'liveMark', in: [0] } }] }, 'items[4].implied: belongs to an item with one answer that is not always asked'],
    ['an implied answer that is none', (i) => { at(i, 'unsafeHere').implied[0].code = 7 }, 'items[8].implied[0].code: should be one of 1, 2, 3, 4, 96, 97, 98, 99'],
    ['a share of an option that is none', (i) => { at(i, 'litter').summary.report.categories = [4] }, 'items[4].summary.report.categories: 4 is no option'],
    ['a mean with categories', (i) => { at(i, 'litter').summary.report.as = 'mean' }, 'items[4].summary.report: names categories exactly when it is a share'],
    ['a label in one language', (i) => { delete at(i, 'litter').summary.label.en }, 'items[4].summary.label: lacks "en"'],
    ['a scale of an item that is gone', (i) => { i.scales[0].items[0].id = 'elsewhere' }, 'scales[0].items[0]: there is no item elsewhere'],
    ['a scale of several choices', (i) => { i.scales[0].items[0].id = 'told' }, 'scales[0].items[0]: told has several choices and cannot be averaged'],
    ['a scale upside down', (i) => { i.scales[0].items[0].max = 0 }, 'scales[0].items[0]: has a minimum that is not below its maximum'],
    ['a scale that needs more than it has', (i) => { i.scales[0].minimumValid = 4 }, 'scales[0].minimumValid: should be a whole number from 1 to 3'],
    ['a scale named like an item', (i) => { i.scales[0].id = 'litter'; i.primary = undefined }, 'scales[0].id: litter is there twice'],
    ['one primary outcome', (i) => { i.primary = ['trust'] }, 'primary: should be a list of 2 to 4'],
    ['five primary outcomes', (i) => { i.primary = ['trust', 'living', 'safety', 'pressure', 'age'] }, 'primary: should be a list of 2 to 4'],
    ['a primary outcome twice', (i) => { i.primary = ['trust', 'trust'] }, 'primary: names something twice'],
    ['a primary outcome that is gone', (i) => { i.primary = ['trust', 'hope'] }, 'primary: there is no item or scale hope'],
    ['version 0', (i) => { i.version = 0 }, 'version: should be a whole number from 1 to 9999'],
  ])('%s', (_, change, fault) => {
    expect(faultsOf(change)).toEqual([fault])
  })

  it('everything at once, one line each', () => {
    const faults = faultsOf((i) => { i.version = 'x'; at(i, 'litter').kind = 'grid'; i.scales[1].minimumValid = 0; i.extra = 1 })
    expect(faults).toHaveLength(4)
  })

  it('a smuggled prototype, and never throws on any JSON', () => {
    const smuggled = JSON.parse(JSON.stringify(coreInstrument).replace('{', '{"__proto__":{"primary":[]},')) as unknown
    expect(readInstrument(smuggled)).toEqual({ faults: ['instrument: does not know "__proto__"'] })
    fc.assert(fc.property(fc.jsonValue(), (value) => { expect(readInstrument(value)).toHaveProperty('faults') }))
    const damaged = fc.constantFrom(...coreInstrument.items.keys()).chain((index) =>
      fc.tuple(fc.constant(index), fc.constantFrom('id', 'kind', 'options', 'askedIf', 'implied', 'summary'), fc.jsonValue()))
    fc.assert(fc.property(damaged, ([index, member, value]) => {
      expect(() => faultsOf((i) => { i.items[index][member] = value })).not.toThrow()
    }))
  })
})

it('readInstrument accepts the core battery as JSON and any instrument that works', () => {
  expect(readInstrument(copy(coreInstrument))).toEqual({ instrument: copy(coreInstrument) })
  fc.assert(fc.property(anInstrument, (instrument) => { expect(readInstrument(copy(instrument))).toEqual({ instrument: copy(instrument) }) }))
})

describe('readText refuses', () => {
  it.each<[string, (text: Loose) => void, string]>([
    ['a language that lacks an item', (t) => { delete t.items.age }, 'items: lacks "age"'],
    ['an item nobody asks', (t) => { t.items.income = t.items.age }, 'items: does not know "income"'],
    ['a missing option', (t) => { delete t.items.age.options[4] }, 'items.age.options: lacks "4"'],
    ['an option too many', (t) => { t.items.age.options[5] = '100' }, 'items.age.options: does not know "5"'],
    ['two options in the same words', (t) => { t.items.age.options[2] = t.items.age.options[1] }, 'items.age.options: has the same words twice'],
    ['an empty question', (t) => { t.items.age.question = '' }, 'items.age.question: should be text of 1 to 400 characters, without spaces around it'],
    ['a recording elsewhere', (t) => { t.items.age.audio = 'https://example.org/a.mp3' }, 'items.age.audio: should be a path on this host'],
    ['a recording on another host in disguise', (t) => { t.items.age.audio = '//example.org/a.mp3' }, 'items.age.audio: should be a path on this host'],
    ['no way to prefer not to say', (t) => { delete t.missing.preferNot }, 'missing: lacks "preferNot"'],
    ['one wording for both', (t) => { t.missing.preferNot = t.missing.dontKnow }, 'missing: has the same words twice'],
    ['a language by its name', (t) => { t.language = 'Nederlands' }, 'language: should be a language code such as nl or ar'],
    ['an unknown direction', (t) => { t.direction = 'down' }, 'direction: should be one of ltr, rtl'],
  ])('%s', (_, change, fault) => {
    expect(textFaultsOf(change)).toEqual([fault])
  })

  it('any other JSON, without throwing', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => { expect(readText(value, coreInstrument)).toHaveProperty('faults') }))
  })
})

describe('readPublished', () => {
  it('refuses a file without words, or with a fault in either half', () => {
    expect(readPublished({ instrument: copy(coreInstrument) })).toEqual({ faults: ['file: lacks "text"'] })
    expect(readPublished({ instrument: {}, text: copy(coreNl) })).toHaveProperty('faults')
    expect(readPublished({ instrument: copy(coreInstrument), text: {} })).toHaveProperty('faults')
  })

  it('accepts the core battery in both languages', () => {
    for (const text of [coreNl, coreEn]) {
      const published = copy({ instrument: coreInstrument, text })
      expect(readPublished(published)).toEqual({ published })
    }
  })
})
