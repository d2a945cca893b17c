// The table of moves and the rule of small strata: what may happen when, and how few people share a key.
import { describe, expect, it } from 'vitest'
import { mergedStrata } from '../../src/waves/strata.ts'
import { WAVE_STATES, allows, moves, requireMove, roundedDown } from '../../src/waves/wave.ts'
import { localDay } from '../../src/waves/count-day.ts'

const stratum = (id: string, area: string, toInvite: number) => ({ id, area, population: 10 * toInvite, toInvite })

describe('the moves of a wave', () => {
  it('refuses an act in any other state and names the one it needs', () => {
    expect(() => requireMove('draft', 'start-fieldwork')).toThrow('wave-state')
    expect(() => requireMove('sealed', 'start-count')).toThrow('wave-state')
    expect(() => requireMove('field', 'freeze-manifest')).toThrow('wave-state')
    expect(() => requireMove('counting', 'destroy-intake')).toThrow('wave-state')
  })

  it('leads from draft to sealed, every state but imported reachable, and out of sealed nowhere', () => {
    const reached = new Set(['draft'])
    for (const state of reached) {
      for (const { from, to } of Object.values(moves)) if ((from as readonly string[]).includes(state) && to) reached.add(to)
    }
    expect([...reached].sort()).toEqual(WAVE_STATES.filter((state) => state !== 'imported').sort())
    expect(Object.keys(moves).filter((act) => allows('sealed', act as keyof typeof moves))).toEqual([])
    expect(Object.keys(moves).filter((act) => allows('imported', act as keyof typeof moves))).toEqual([])
  })
})

describe('small strata (attack 14)', () => {
  it('refuses an area under 50 invited, and never joins two areas', () => {
    expect(() => mergedStrata('resident', [stratum('a', 'A', 49), stratum('b', 'B', 400)])).toThrow('stratum-too-small')
    expect(() => mergedStrata('resident', [stratum('a1', 'A', 20), stratum('a2', 'A', 29)])).toThrow('stratum-too-small')
  })

  it('merges inside an area, and leaves what is large enough', () => {
    const merged = mergedStrata('resident', [stratum('a1', 'A', 49), stratum('a2', 'A', 300), stratum('b1', 'B', 50), stratum('b2', 'B', 60)])
    expect(merged.map(({ id, toInvite, population }) => [id, toInvite, population])).toEqual([['A', 349, 3490], ['b1', 50, 500], ['b2', 60, 600]])
  })

  it('takes a census of professionals as one stratum of at least 10', () => {
    expect(() => mergedStrata('professional', [stratum('a', 'A', 9)])).toThrow('stratum-too-small')
    expect(() => mergedStrata('professional', [stratum('a', 'A', 20), stratum('b', 'B', 20)])).toThrow('stratum-census')
    expect(mergedStrata('professional', [stratum('a', 'A', 10)])).toHaveLength(1)
  })
})

describe('what staff see of numbers', () => {
  it('rounds down to 5', () => {
    expect([0, 4, 5, 9, 152].map(roundedDown)).toEqual([0, 0, 5, 5, 150])
  })

  it('counts days as people in the Netherlands do, over both changes of the clock', () => {
    expect(localDay(new Date('2026-03-28T23:30:00Z'))).toEqual({ day: '2026-03-29', hour: 0 })
    expect(localDay(new Date('2026-03-29T22:30:00Z'))).toEqual({ day: '2026-03-30', hour: 0 })
    expect(localDay(new Date('2026-10-25T00:30:00Z'))).toEqual({ day: '2026-10-25', hour: 2 })
    expect(localDay(new Date('2026-10-25T05:30:00Z'))).toEqual({ day: '2026-10-25', hour: 6 })
  })
})
