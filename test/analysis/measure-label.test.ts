// Protects: no two rows of an edition bear the same name, so that "to whom did they tell" is not a list of seven equal lines.
import { describe, expect, it } from 'vitest'
import { labelOf } from '../../src/analysis/measure-label.ts'
import { reportedOf } from '../../src/analysis/measures.ts'
import { coreEn } from '../../src/instrument/batteries/core-en.ts'
import { coreNl } from '../../src/instrument/batteries/core-nl.ts'
import { coreInstrument } from '../../src/instrument/batteries/core.ts'

const words = Object.fromEntries([coreNl, coreEn].map(({ language, items }) => [language, Object.fromEntries(Object.entries(items).map(([item, { options }]) => [item, options]))]))

describe('names of measures', () => {
  it('falls back on the code where a survey brought no words', () => {
    const years = reportedOf(coreInstrument).find(({ item, categories }) => item === 'years' && categories[0] === 2)!
    expect(labelOf(years, coreInstrument).nl).toBe('hoe lang mensen in de buurt wonen: 2')
  })
  it('gives every share and mean of the core battery a name of its own, in both languages', () => {
    for (const language of ['nl', 'en']) {
      const names = reportedOf(coreInstrument).filter(({ measure }) => measure === 'share' || measure === 'mean').map((reported) => labelOf(reported, coreInstrument, words)[language])
      expect(new Set(names).size).toBe(names.length)
      expect(names).not.toContain(undefined)
    }
  })
  it('names a row by its answer', () => {
    const years = reportedOf(coreInstrument).find(({ item, categories }) => item === 'years' && categories[0] === 2)!
    expect(labelOf(years, coreInstrument, words).nl).toBe('hoe lang mensen in de buurt wonen: 1 tot 5 jaar')
  })
})
