// Protects the modules of every battery: what is left out leaves nothing behind, the standard choice is the very instrument that was always
// asked, and added words keep the rules of the core's.
import { describe, expect, it } from 'vitest'
import { batteries } from '../../../src/instrument/batteries/batteries.ts'
import type { Battery } from '../../../src/instrument/batteries/battery.ts'
import { standardModules, strangeModules, withModules } from '../../../src/instrument/batteries/battery.ts'
import { coreEn } from '../../../src/instrument/batteries/core-en.ts'
import { coreNl } from '../../../src/instrument/batteries/core-nl.ts'
import { coreInstrument } from '../../../src/instrument/batteries/core.ts'
import { instrumentHash } from '../../../src/instrument/instrument.ts'
import { readInstrument } from '../../../src/instrument/read-instrument.ts'
import { readText } from '../../../src/instrument/read-text.ts'

/** Every choice of modules there is. */
const choices = (battery: Battery): string[][] => battery.modules.reduce<string[][]>((all, { id }) => all.flatMap((one) => [one, [...one, id]]), [[]])

describe.each(batteries.map((battery) => [battery.id, battery] as const))('battery %s', (_, battery) => {
  it('gives a whole instrument for every choice of modules: no item, scale or outcome hangs on what was left out', () => {
    for (const chosen of choices(battery)) {
      const { instrument, texts } = withModules(battery, chosen)
      const read = readInstrument(JSON.parse(JSON.stringify(instrument)))
      expect([chosen, 'faults' in read ? read.faults : []]).toEqual([chosen, []])
      for (const text of texts) {
        const words = readText(JSON.parse(JSON.stringify(text)), instrument)
        expect([chosen, text.language, 'faults' in words ? words.faults : []]).toEqual([chosen, text.language, []])
      }
    }
  })
  it('has every block in exactly one module, and the last question last', () => {
    const blocks = battery.modules.flatMap((module) => module.blocks)
    expect(new Set(blocks).size).toBe(blocks.length)
    expect(new Set(battery.instrument.items.map(({ block }) => block))).toEqual(new Set(blocks))
    expect(battery.instrument.items.at(-1)!.id).toBe('watched')
    expect(strangeModules(battery, ['nosuch', battery.modules[0]!.id])).toEqual(['nosuch'])
  })
  it('keeps sentences short, questions questions, and statements free of negation', () => {
    for (const text of battery.texts) {
      for (const [id, { question, hint }] of Object.entries(text.items)) {
        expect(question, id).toMatch(/\?$/)
        for (const sentence of [question, hint ?? ''].flatMap((prose) => prose.split(/(?<=[.?:])\s+/))) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(12)
        if (/Bent u het daarmee eens|Do you agree/.test(question)) expect(question).not.toMatch(/\b(niet|geen|nooit|niemand|not|no|never|nobody)\b/i)
      }
      expect(JSON.stringify(text)).not.toMatch(/\b(je|jij|jou|jouw)\b/i)
    }
  })
  it('says of every item how it is reported, in both languages', () => {
    for (const { id, summary, askedIf, options } of battery.instrument.items) {
      expect(Object.keys(summary!.label), id).toEqual(['nl', 'en'])
      if (summary!.report.as === 'share') for (const code of summary!.report.categories) expect(options, id).toContain(code)
      if (id !== 'unsafeHere') expect(summary!.base !== undefined, id).toBe(askedIf !== undefined)
    }
  })
})

it('asks by default exactly what was always asked, so that no series breaks', async () => {
  const core = batteries[0]!
  const { instrument, texts } = withModules(core, standardModules(core))
  for (const [text, before] of [[texts[0]!, coreNl], [texts[1]!, coreEn]] as const) {
    expect(await instrumentHash({ instrument, text })).toBe(await instrumentHash({ instrument: coreInstrument, text: before }))
  }
})

it('lets a scale go that misses one of its items, and the outcome with it', () => {
  const core = batteries[0]!
  const { instrument } = withModules(core, standardModules(core).filter((id) => id !== 'pressure'))
  expect(instrument.scales.map(({ id }) => id)).not.toContain('pressure')
  expect(instrument.primary).toEqual(['unsafeHere', 'living', 'trust'])
})
