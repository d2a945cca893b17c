// Protects: the number of letters printed before a measurement is enough for what it promises to show.
import { describe, expect, it } from 'vitest'
import { planComparison, planFromLetters, planMeasurement } from '../../src/analysis/plan-measurement.ts'

// R: power.prop.test on 30% against 12%, times deff 1.3, gives 100 per wave; the field's planning table says the same
const expected = { outcome: { share: 0.3 }, response: 0.25, deff: 1.3, tests: 1, costPerLetter: 1.5 }

describe('the planner', () => {
  it('refuses a response rate that cannot be', () => {
    expect(() => planMeasurement(0.08, [{ id: 'a', adults: 3000 }], { ...expected, response: 0 })).toThrow(/planMeasurement requires a response/)
    expect(() => planMeasurement(0, [{ id: 'a', adults: 3000 }], expected)).toThrow(RangeError)
  })
  it('turns 18 points from 30% into 100 answers, 400 letters', () => {
    expect(planMeasurement(0.18, [{ id: 'a', adults: 3000 }], expected)).toEqual({
      areas: [{ area: 'a', answers: 100, letters: 400, short: false, detectable: expect.closeTo(0.18, 2) }], letters: 400, cost: 600,
    })
  })
  it('invites a small area whole and says that it will see less', () => {
    const [small] = planMeasurement(0.08, [{ id: 'a', adults: 800 }], expected).areas
    expect(small).toMatchObject({ letters: 800, answers: 200, short: true })
    expect(small!.detectable!).toBeCloseTo(0.133, 2)
  })
  it('is its own reverse, and asks more letters of several outcomes in several areas', () => {
    const [there] = planMeasurement(0.11, [{ id: 'a', adults: 9000 }], expected).areas
    expect(planFromLetters(there!.letters, [{ id: 'a', adults: 9000 }], expected).areas[0]!.detectable!).toBeLessThanOrEqual(0.1105)
    const [strict] = planMeasurement(0.11, [{ id: 'a', adults: 9000 }], { ...expected, tests: 9 }).areas
    expect(strict!.letters).toBeGreaterThan(there!.letters * 1.3)
  })
  it('says what the comparison areas add when areas move by themselves', () => {
    expect(planComparison(200, 1, 6, 0.05, expected)).toBeGreaterThan(planComparison(200, 1, 6, 0, expected))
    expect(planComparison(200, 3, 9, 0.03, expected)).toBeLessThan(planComparison(200, 1, 6, 0.03, expected))
  })
})
