// Protects promises made before fieldwork: the planning table of the field notes, both ways, and impossible wishes refused.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectableChange } from '../../src/stats/detectable-change.ts'
import { detectableAreaDid, detectableWith, neededAnswers, planFieldwork, type Comparison } from '../../src/stats/planner.ts'

const share = (baseline: number, design: Comparison['design'] = 'change'): Comparison => ({ outcome: { share: baseline }, design, deff: 1.3 })

describe('detectableChange', () => {
  it('refuses NaN, and is null where no change could have shown', () => {
    expect(() => detectableChange(NaN, 5)).toThrow(/^detectableChange requires/)
    expect(() => detectableChange(1, NaN)).toThrow(/^detectableChange requires degrees of freedom/)
    expect([detectableChange(0, 5), detectableChange(1, 0)]).toEqual([null, null])
  })

  it('is 2.8 standard errors with many df, more with few', () => {
    expect(detectableChange(4, Infinity)).toBeCloseTo(11.206, 3) // (qnorm(.975) + qnorm(.8)) * 4
    expect(detectableChange(4, 5)).toBeCloseTo(4 * (2.570582 + 0.9195438), 4) // R: qt(.975, 5) + qt(.8, 5)
  })
})

describe('planner', () => {
  it('refuses what cannot be planned, naming the function', () => {
    expect(() => neededAnswers(0, share(0.3))).toThrow(/^neededAnswers requires a change that is not zero/)
    expect(() => neededAnswers(-0.4, share(0.3))).toThrow(/keeps a share of 0.3 between 0 and 1/)
    expect(() => neededAnswers(0.1, share(1))).toThrow(/^neededAnswers requires a share between 0 and 1/)
    expect(() => neededAnswers(0.1, { ...share(0.3), deff: 0.5 })).toThrow(/design effect of at least 1/)
    expect(() => detectableWith(0, share(0.3))).toThrow(/^detectableWith requires answers above zero/)
    expect(() => planFieldwork(0.1, share(0.3), { areas: 2, adultsPerArea: 900, response: 0 })).toThrow(/response rate above 0/)
  })

  it.each([
    // answers, drop from 30%, from 20%, difference in differences from 30%, scale with sd 2: two waves and did (deff 1.3)
    [100, 18.0, 14.7, 26.1, 0.9, 1.28], [200, 13.3, 11.1, 19.2, 0.64, 0.9], [300, 11.1, 9.3, 16.0, 0.52, 0.74],
    [500, 8.8, 7.4, 12.6, 0.4, 0.57], [1000, 6.3, 5.4, 9.0, 0.29, 0.4],
  ])('with %d answers sees what the planning table says', (n, from30, from20, did, scale, scaleDid) => {
    const points = (size: number | null) => Math.round(size! * 1000) / 10
    expect([points(detectableWith(n, share(0.3))), points(detectableWith(n, share(0.2))), points(detectableWith(n, share(0.3, 'did')))]).toEqual([from30, from20, did])
    const sd = (design: Comparison['design']) => Math.round(detectableWith(n, { outcome: { sd: 2 }, design, deff: 1.3 })! * 100) / 100
    expect([sd('change'), sd('did')]).toEqual([scale, scaleDid])
  })

  it('goes back and forth: the answers needed for what is detectable are the answers given', () => {
    fc.assert(fc.property(fc.integer({ min: 60, max: 5000 }), fc.double({ min: 0.1, max: 0.9, noNaN: true }), fc.constantFrom<-1 | 1>(-1, 1), fc.constantFrom<Comparison['design']>('change', 'did'), (n, baseline, direction, design) => {
      const size = detectableWith(n, share(baseline, design), direction)
      if (size === null) return
      expect(Math.abs(neededAnswers(direction * size, share(baseline, design)) - n)).toBeLessThanOrEqual(1)
    }))
  })

  it('turns answers into letters and money, and says when an area has too few adults', () => {
    const plan = planFieldwork(-0.18, share(0.3), { areas: 2, adultsPerArea: 150, response: 0.25, costPerLetter: 2, costPerAnswer: 1 })
    expect(plan).toMatchObject({ answers: 100, answersPerArea: 50, lettersPerArea: 200, letters: 400, cost: 900, possible: false })
    expect(plan.detectableWithEverybody).toBeGreaterThan(0.18)
    expect(detectableWith(10, share(0.05))).toBeNull()
  })

  it('knows that areas move by themselves: more answers do not make the headline sharper than that', () => {
    const with200 = detectableAreaDid(200, 1, 6, 0.05, share(0.3))
    expect(detectableAreaDid(1e9, 1, 6, 0.05, share(0.3))).toBeGreaterThan(0.05 * 3.5)
    expect(detectableAreaDid(1e9, 1, 6, 0.05, share(0.3))).toBeLessThan(with200)
  })
})
