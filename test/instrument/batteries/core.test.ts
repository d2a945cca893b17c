// Protects the core battery: its length on every path, its words, and that every item, text and scale fits the others.
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Answer, Answers } from '../../../src/instrument/answers.ts'
import { coreEn } from '../../../src/instrument/batteries/core-en.ts'
import { coreNl } from '../../../src/instrument/batteries/core-nl.ts'
import { coreFear, coreInstrument } from '../../../src/instrument/batteries/core.ts'
import type { InstrumentText } from '../../../src/instrument/instrument.ts'
import { DONT_KNOW } from '../../../src/instrument/item.ts'
import type { Item } from '../../../src/instrument/item.ts'
import { columnNames } from '../../../src/instrument/microdata.ts'
import { asked } from '../../../src/instrument/relevance.ts'
import type { Condition } from '../../../src/instrument/relevance.ts'

const { items, scales, primary } = coreInstrument

function mentioned(condition: Condition): string[] {
  if ('item' in condition) return [condition.item]
  if ('not' in condition) return mentioned(condition.not)
  return ('all' in condition ? condition.all : condition.any).flatMap(mentioned)
}
const decisive = new Set(items.flatMap((item) => (item.askedIf ? mentioned(item.askedIf) : [])))

/** Every answer that could send somebody another way; items on which nothing depends keep one. */
function candidates(item: Item): Answer[] {
  if (!decisive.has(item.id)) return [DONT_KNOW]
  if (item.kind !== 'several') return [...item.options, DONT_KNOW]
  const pairs = item.options.flatMap((a) => item.options.filter((b) => b > a).map((b) => [a, b]))
  return [...item.options.map((option) => [option]), ...pairs, item.options, DONT_KNOW]
}

function* paths(): Generator<{ answers: Answers; length: number }> {
  const walk = function* (answers: Record<string, Answer>): Generator<{ answers: Answers; length: number }> {
    const asking = asked(coreInstrument, answers)
    const next = asking.find((item) => !(item.id in answers))
    if (next === undefined) yield { answers, length: asking.length }
    else for (const answer of candidates(next)) yield* walk({ ...answers, [next.id]: answer })
  }
  yield* walk({})
}

describe('length', () => {
  const all = [...paths()]
  it('asks 22 questions at least and 28 at most, over every path', () => {
    const lengths = all.map((path) => path.length)
    expect(Math.min(...lengths)).toBe(22)
    expect(Math.max(...lengths)).toBe(28)
  })

  it('asks exactly 22 of somebody never unsafe, afraid or pressed', () => {
    const calm = all.filter(({ answers }) =>
      answers.unsafe === 1 && answers.afraid === 1 && answers.seenPressure === 1 && answers.ownPressure === 1)
    expect(calm.length).toBeGreaterThan(0)
    expect(new Set(calm.map(({ length }) => length))).toEqual(new Set([22]))
  })

  it('asks why not of who told nobody that could act, and only of them', () => {
    const why = (told: Answer) => asked(coreInstrument, { seenPressure: 3, told }).some(({ id }) => id === 'whyNot')
    expect(why([8])).toBe(true)
    expect(why([1, 2])).toBe(true)
    for (const authority of [3, 4, 5, 6]) expect(why([1, authority])).toBe(false)
    expect(why(DONT_KNOW)).toBe(false)
  })
})

describe.each([coreNl, coreEn].map((text) => [text.name, text] as const))('words in %s', (_, text: InstrumentText) => {
  const words = (sentence: string) => sentence.split(/\s+/).filter(Boolean)
  const sentences = (prose: string) => prose.split(/(?<=[.?])\s+/)

  it('has every item and option and nothing else', () => {
    expect(Object.keys(text.items)).toEqual(items.map(({ id }) => id))
    for (const item of items) {
      const expected = item.kind === 'mark' ? ['0', '10'] : item.options.map(String)
      expect(Object.keys(text.items[item.id]!.options), item.id).toEqual(expected)
      expect(new Set(Object.values(text.items[item.id]!.options)).size, item.id).toBe(expected.length)
    }
    expect(Object.values(text.missing).every((label) => label.length > 0)).toBe(true)
  })

  it('keeps every sentence within 12 words and every question a question', () => {
    for (const [id, { question, hint }] of Object.entries(text.items)) {
      expect(question, id).toMatch(/\?$/)
      for (const sentence of [...sentences(question), ...(hint ? sentences(hint) : [])]) {
        expect(words(sentence).length, sentence).toBeLessThanOrEqual(12)
      }
    }
  })

  it('asks nobody to agree with a negation', () => {
    const agreeItems = items.filter(({ id, options }) => options.length === 5 && id !== 'darkOutside')
    expect(agreeItems.length).toBe(7)
    for (const { id } of agreeItems) {
      expect(text.items[id]!.question, id).not.toMatch(/\b(niet|geen|nooit|niemand|not|no|never|nobody|don't)\b/i)
    }
  })

  it('points at no family, person or group by origin', () => {
    const everything = JSON.stringify(text.items)
    expect(everything).not.toMatch(/famil(ie|y)\b(?! (of|or) )|clan|crimin|dader|verdacht|suspect|offender|gangs?\b|drugshand/i)
  })

  it('stays a small download together with the instrument', () => {
    // budget of the instrument JSON: 8 KB gz
    expect(gzipSync(JSON.stringify({ instrument: coreInstrument, text })).length).toBeLessThan(5 * 1024)
  })
})

it('addresses residents formally in Dutch', () => {
  expect(JSON.stringify(coreNl)).not.toMatch(/\b(je|jij|jou|jouw)\b/i)
})

it('reports every item and scale in both languages, with categories it has', () => {
  for (const { id, summary, options, kind } of items) {
    expect(summary, id).toBeDefined()
    expect(Object.keys(summary!.label), id).toEqual(['nl', 'en'])
    if (summary!.report.as === 'share') for (const code of summary!.report.categories) expect(options, id).toContain(code)
    expect(summary!.report.as === 'mean', id).toBe(kind === 'mark')
    // who was asked is said whenever it was not everybody
    const everybody = items.find((item) => item.id === id)!.askedIf === undefined || id === 'unsafeHere'
    expect(summary!.base === undefined, id).toBe(everybody)
  }
  expect(items.filter(({ summary }) => summary!.sensitive).map(({ id }) => id))
    .toEqual(['seenPressure', 'ownPressure', 'silence', 'told', 'whyNot'])
})

it('builds scales, fear and primary outcomes from items that exist', () => {
  const ids = items.map(({ id }) => id)
  expect(new Set([...ids, ...scales.map(({ id }) => id)]).size).toBe(ids.length + scales.length)
  for (const scale of scales) {
    for (const { id, min, max } of scale.items) {
      const { options } = items.find((item) => item.id === id)!
      expect(options).toContain(min)
      expect(options).toContain(max)
    }
    expect(scale.minimumValid).toBeLessThanOrEqual(scale.items.length)
    expect(scale.summary!.sensitive).toBe(scale.id === 'pressure')
  }
  for (const { column } of Object.values(coreFear)) expect(columnNames(coreInstrument)).toContain(column)
  expect(primary!.length).toBeGreaterThanOrEqual(2)
  expect(primary!.length).toBeLessThanOrEqual(4)
  for (const id of primary!) expect([...ids, ...scales.map((scale) => scale.id)]).toContain(id)
})
