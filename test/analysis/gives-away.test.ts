// Protects what an earlier edition hid: shown later, in a row or beside another wave, it is found and named. What the engine builds is never found guilty.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Edition } from '../../src/analysis/edition.ts'
import { givenAwayWords, givesAway } from '../../src/analysis/gives-away.ts'
import { townEdition } from '../web/results/town-edition.ts'

let town: Edition
beforeAll(async () => { town = await townEdition() }, 240_000)
const shown = { value: 31, low: 20, high: 44, n: 30, effectiveN: 30, reliability: 'ok' as const }

describe('an edition', () => {
  it('of the engine gives nothing away, against itself or against what it was built after', () => {
    expect(town.rows.some(({ cell }) => 'hidden' in cell)).toBe(true)
    expect(givesAway(town, [])).toEqual([])
    expect(givesAway(town, [town.rows])).toEqual([])
  })

  it('gives away what was hidden earlier, and what it hides itself, of either wave', () => {
    const hidden = town.rows.find(({ cell, measure, domain }) => 'hidden' in cell && measure === 'share' && domain === 'HE')!
    const { cell: _, ...one } = hidden
    const now = { ...hidden, cell: shown }
    expect(givesAway({ head: town.head, rows: [now], comparisons: [] }, [[hidden]])).toEqual([one])
    // shown once, known for ever
    expect(givesAway({ head: town.head, rows: [now], comparisons: [] }, [[hidden], [now]])).toEqual([])
    const compared = town.comparisons.map((each) => (each.item === one.item && each.measure === 'share' && each.domain === 'HE' ? { ...each, now: shown, baseline: shown } : each))
    expect(new Set(givesAway({ ...town, comparisons: compared }, []).map(({ wave, domain }) => `${wave} ${domain}`))).toEqual(new Set(['w2 HE', 'w1 HE']))
    expect(givenAwayWords([one], town.head).cells).toMatch(/\(Het Eiland\)$/)
    expect(givenAwayWords([one, one, ...Array.from({ length: 9 }, () => one)], town.head).cells).toMatch(/; \+3$/)
  })
})
