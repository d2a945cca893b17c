// Response rates by AAPOR's definition and the forecast of a wave in the field. Refusals first.
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { WANTED_MARGIN, answersFor, forecastAtClose, marginAt, shareBy } from '../../src/analysis/response-forecast.ts'
import { responseOutcome } from '../../src/analysis/response-rate.ts'

describe('the response rate', () => {
  it('refuses counts that cannot be', () => {
    for (const wrong of [{ invited: -1 }, { received: 1.5 }, { received: 401 }, { undelivered: 300, ineligible: 101 }, { invited: NaN }]) {
      expect(() => responseOutcome({ invited: 400, received: 100, undelivered: 20, ineligible: 10, ...wrong })).toThrow(RangeError)
    }
  })

  it('is RR1 of AAPOR: unknown outcomes stay in the base, the ineligible leave it', () => {
    expect(responseOutcome({ invited: 400, received: 100, undelivered: 20, ineligible: 10 })).toEqual({ rr1: 100 / 390, silent: 270 })
    expect(responseOutcome({ invited: 400, received: 100, undelivered: 0, ineligible: 0 }).rr1).toBe(0.25)
    expect(responseOutcome({ invited: 10, received: 0, undelivered: 0, ineligible: 10 }).rr1).toBeNull()
    expect(responseOutcome({ invited: 10, received: 9, undelivered: 2, ineligible: 0 }).silent).toBe(0)
  })
})

describe('the forecast', () => {
  it('knows the margins of the planner\'s table (field.md: n 200, 30%: 7.2 points; at 50%: 7.9)', () => {
    expect(marginAt(200)).toBeCloseTo(7.9, 1)
    expect(marginAt(0)).toBe(Infinity)
    expect(answersFor(WANTED_MARGIN)).toBe(196)
    expect(marginAt(answersFor(WANTED_MARGIN))).toBeLessThanOrEqual(WANTED_MARGIN)
    expect(() => answersFor(0)).toThrow(RangeError)
  })

  it('says nothing too early, and never more than were invited', () => {
    expect(forecastAtClose(5, 1, 0.05, 400)).toBeNull()
    expect(forecastAtClose(0, 1, 0.5, 400)).toBeNull()
    expect(forecastAtClose(48, 1, 0.5, 400)).toBe(100)
    expect(forecastAtClose(390, 1, 0.5, 400)).toBe(400)
  })

  it('grows from nothing to everything, by the usual course or by that of an earlier wave', () => {
    fc.assert(fc.property(fc.integer({ min: 15, max: 60 }), fc.nat({ max: 60 }), (last, day) => {
      const mailings = [0, 10]
      const share = shareBy(day, mailings, last, null)
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
      expect(shareBy(day + 1, mailings, last, null)).toBeGreaterThanOrEqual(share)
    }))
    expect(shareBy(0, [0], 30, null)).toBe(0)
    expect(shareBy(30, [0], 30, null)).toBe(1)
    const earlier = [{ after: 1, share: 0.1 }, { after: 7, share: 0.5 }, { after: 14, share: 1 }]
    expect([0, 1, 6, 7, 8, 35].map((day) => shareBy(day, [0], 35, earlier))).toEqual([0, 0.1, 0.1, 0.5, 0.5, 1])
  })
})
