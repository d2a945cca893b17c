// "I want to see 8 points in these areas": into answers needed, letters to print and money; and the reverse.
// Separate from detectable-change because nothing has been observed yet: variances come from what is expected.
// R: power.prop.test and power.t.test with unequal variances, times the design effect; Infinity df.
import { multiplier, type Power } from './detectable-change.ts'
import { quantileBySearch } from './quantile-by-search.ts'

/** What is measured: a share (0..1) with its expected baseline, or a scale with its standard deviation between people. */
export type Outcome = { share: number } | { sd: number }

export interface Comparison extends Power {
  outcome: Outcome
  /** Two waves of the focus areas, or those against comparison areas that stay as they are. */
  design: 'change' | 'did'
  /** Respondents of all comparison areas per respondent of all focus areas (did); 1 by default. */
  comparisonRatio?: number
  /** Design effect expected from weighting; 1.3 is usual. */
  deff?: number
}

export interface Fieldwork {
  /** Areas the answers are spread over, the adults living in each, and the expected response rate. */
  areas: number
  adultsPerArea: number
  response: number
  costPerLetter?: number
  costPerAnswer?: number
}

export interface Plan {
  answers: number
  answersPerArea: number
  lettersPerArea: number
  letters: number
  cost: number
  /** Whether the areas have so many adults; if not, what inviting everybody would show (null: not even the largest change). */
  possible: boolean
  detectableWithEverybody: number | null
}

/**
 * Answers needed per wave in all focus areas together to show `change` (negative: a drop; in shares of 1 or scale points).
 * Example: share .3, change -.18, deff 1.3 needs 100. Throws RangeError for a change of zero or one that leaves 0..1.
 */
export function neededAnswers(change: number, comparison: Comparison): number {
  check('neededAnswers', comparison)
  if (!Number.isFinite(change) || change === 0) throw new RangeError(`neededAnswers requires a change that is not zero, got ${change}`)
  const factor = multiplier(Infinity, comparison.alpha, comparison.power)
  return Math.ceil((factor * factor * spread(change, comparison)) / (change * change) - 1e-9)
}

/**
 * Smallest drop (or rise, with `direction` 1) that `answers` per wave would show; null when not even a drop to 0 or a rise
 * to 1 would. Example: share .3 and 100 answers: .18.
 */
export function detectableWith(answers: number, comparison: Comparison, direction: -1 | 1 = -1): number | null {
  check('detectableWith', comparison)
  if (!(answers > 0 && answers < Infinity)) throw new RangeError(`detectableWith requires answers above zero, got ${answers}`)
  const factor = multiplier(Infinity, comparison.alpha, comparison.power)
  const shown = (size: number) => size - factor * Math.sqrt(spread(direction * size, comparison) / answers)
  if ('sd' in comparison.outcome) return factor * Math.sqrt(spread(1, comparison) / answers)
  const limit = direction < 0 ? comparison.outcome.share : 1 - comparison.outcome.share
  if (shown(limit) < 0) return null
  return quantileBySearch((size) => (size >= limit ? 1 : shown(size)), limit / 2)
}

/** Letters and cost of seeing `change`, and whether the areas have the people for it. */
export function planFieldwork(change: number, comparison: Comparison, fieldwork: Fieldwork): Plan {
  const { areas, adultsPerArea, response, costPerLetter = 0, costPerAnswer = 0 } = fieldwork
  if (!(Number.isInteger(areas) && areas >= 1 && adultsPerArea >= 1)) throw new RangeError(`planFieldwork requires areas with adults, got ${areas} and ${adultsPerArea}`)
  if (!(response > 0 && response <= 1)) throw new RangeError(`planFieldwork requires a response rate above 0 and at most 1, got ${response}`)
  if (!(costPerLetter >= 0 && costPerAnswer >= 0)) throw new RangeError('planFieldwork requires costs of zero or more')
  const answers = neededAnswers(change, comparison)
  const answersPerArea = Math.ceil(answers / areas)
  const lettersPerArea = Math.ceil(answersPerArea / response - 1e-9)
  const letters = lettersPerArea * areas
  return {
    answers, answersPerArea, lettersPerArea, letters, cost: letters * costPerLetter + answersPerArea * areas * costPerAnswer,
    possible: lettersPerArea <= adultsPerArea,
    detectableWithEverybody: detectableWith(adultsPerArea * areas * response, comparison, change < 0 ? -1 : 1),
  }
}

/**
 * What a difference in differences of areas can show when areas move by themselves: F focus against k comparison areas,
 * `areaSd` the standard deviation of an area's own movement, `answers` per area and wave; t with k - 1 df.
 */
export function detectableAreaDid(answers: number, focusAreas: number, comparisonAreas: number, areaSd: number, comparison: Comparison): number {
  check('detectableAreaDid', comparison)
  if (!(answers > 0 && focusAreas >= 1 && comparisonAreas >= 2 && areaSd >= 0)) throw new RangeError('detectableAreaDid requires answers, a focus area, two comparison areas and a spread of zero or more')
  const sampling = (2 * variance(comparison.outcome, 0) * (comparison.deff ?? 1)) / answers
  const se = Math.sqrt((areaSd * areaSd + sampling) * (1 / focusAreas + 1 / comparisonAreas))
  return multiplier(comparisonAreas - 1, comparison.alpha, comparison.power) * se
}

/** Variance of the comparison times the number of answers per wave. */
function spread(change: number, { outcome, design, comparisonRatio = 1, deff = 1 }: Comparison): number {
  const focus = variance(outcome, 0) + variance(outcome, change)
  return deff * (design === 'did' ? focus + (2 * variance(outcome, 0)) / comparisonRatio : focus)
}

function variance(outcome: Outcome, change: number): number {
  if ('sd' in outcome) return outcome.sd * outcome.sd
  const share = outcome.share + change
  if (share < -1e-12 || share > 1 + 1e-12) throw new RangeError(`neededAnswers requires a change that keeps a share of ${outcome.share} between 0 and 1, got ${change}`)
  return Math.max(0, share * (1 - share))
}

function check(caller: string, { outcome, comparisonRatio = 1, deff = 1 }: Comparison): void {
  const usable = 'sd' in outcome ? outcome.sd > 0 && outcome.sd < Infinity : outcome.share > 0 && outcome.share < 1
  if (!usable) throw new RangeError(`${caller} requires a share between 0 and 1 or a standard deviation above zero`)
  if (!(deff >= 1 && deff < Infinity && comparisonRatio > 0)) throw new RangeError(`${caller} requires a design effect of at least 1 and a ratio above zero, got ${deff} and ${comparisonRatio}`)
}
