// The planner for a municipality's own areas: "I want to see 8 points here" into letters to print per area, and the
// reverse. Separate from the formula (stats/planner) because areas differ in size, and an area with too few adults is
// invited whole and says what that would show.
import { detectableAreaDid, detectableWith, neededAnswers } from '../stats/planner.ts'
import type { Outcome } from '../stats/planner.ts'

export interface PlannedArea { id: string; adults: number }

export interface Expectation {
  /** A share 0..1 with its expected baseline, or a scale with its standard deviation. */
  outcome: Outcome
  /** Expected part of the letters answered, 0..1. */
  response: number
  /** Expected design effect of the weights; 1.3 is usual. */
  deff: number
  /** Primary outcomes x focus areas judged together: the level of each test is divided by it. */
  tests: number
  costPerLetter?: number
}

export interface PlannedLetters {
  area: string
  answers: number
  letters: number
  /** True when even everybody invited gives fewer answers than needed. */
  short: boolean
  /** What the letters of this area will show, in share or scale points; null: not even the largest fall. */
  detectable: number | null
}

export interface MeasurementPlan { areas: PlannedLetters[]; letters: number; cost: number }

/**
 * Letters per area so that a fall of `change` (share 0..1, or scale points) in that area alone would be shown with 80%.
 * Throws RangeError for a change of zero, one that leaves 0..1, or a response outside 0..1.
 */
export function planMeasurement(change: number, areas: readonly PlannedArea[], expected: Expectation): MeasurementPlan {
  const comparison = comparisonOf(expected)
  const answers = neededAnswers(-Math.abs(change), comparison)
  return total(areas.map(({ id, adults }) => {
    const wanted = Math.ceil(answers / expected.response - 1e-9)
    return lettersOf(id, Math.min(adults, wanted), wanted > adults, expected)
  }), expected)
}

/** The reverse: what a number of letters per area would show. */
export function planFromLetters(letters: number, areas: readonly PlannedArea[], expected: Expectation): MeasurementPlan {
  return total(areas.map(({ id, adults }) => lettersOf(id, Math.min(adults, letters), letters > adults, expected)), expected)
}

/**
 * What the comparison of focus with comparison areas will show, when areas move by themselves with `areaSd` (3 to 5 points
 * is what earlier surveys saw). Answers per area and wave.
 */
export function planComparison(answers: number, focusAreas: number, comparisonAreas: number, areaSd: number, expected: Expectation): number {
  return detectableAreaDid(answers, focusAreas, comparisonAreas, areaSd, { outcome: expected.outcome, design: 'did', deff: expected.deff })
}

function comparisonOf({ outcome, response, deff, tests }: Expectation) {
  if (!(response > 0 && response <= 1)) throw new RangeError(`planMeasurement requires a response above 0 and at most 1, got ${response}`)
  if (!(tests >= 1)) throw new RangeError(`planMeasurement requires at least one test, got ${tests}`)
  return { outcome, design: 'change' as const, deff, alpha: 0.05 / tests }
}

function lettersOf(area: string, letters: number, short: boolean, expected: Expectation): PlannedLetters {
  const answers = Math.floor(letters * expected.response + 1e-9)
  return { area, answers, letters, short, detectable: answers > 0 ? detectableWith(answers, comparisonOf(expected)) : null }
}

function total(areas: PlannedLetters[], { costPerLetter = 0 }: Expectation): MeasurementPlan {
  const letters = areas.reduce((sum, area) => sum + area.letters, 0)
  return { areas, letters, cost: letters * costPerLetter }
}
