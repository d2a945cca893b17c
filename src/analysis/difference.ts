// The change of one figure between two waves: tested on exact figures, printed in whole points with its own limits.
// Separate because comparison, suppression (what would a reader see?) and the sensitivity checks share it.
// R survey: svyttest of independent waves, with the degrees of freedom that unequal weights leave (stats/welch-change); no
// finite population correction in a change.
import type { Change } from '../stats/change.ts'
import { detectableChange } from '../stats/detectable-change.ts'
import { welchChange } from '../stats/welch-change.ts'
import type { Measure } from './edition.ts'
import { rounded, tidy } from './published-cell.ts'
import type { Exact } from './wave-table.ts'
import { limitsOf } from './wave-table.ts'

/** A figure as change needs it; `testDf` Infinity for a published one, whose df are unknown and large. */
export interface Side extends Partial<Pick<Exact, 'df' | 'respondents' | 'n' | 'count'>> { estimate: number; se: number; testDf: number }

/** Standard errors between a share and its 95% limit, large sample. */
const LIMIT = 1.96

/**
 * A side as an edition tests it. Where nobody or everybody gave the answer, R's standard error is 0 and any other figure
 * would differ for certain, even from 0 of 15. There the distance to the exact limit that is printed ("at most 26%")
 * stands in for it.
 */
export function testable<One extends Side>(side: One): One {
  const { estimate, se, df, respondents, n, count } = side
  const bare = se === 0 && (estimate === 0 || estimate === 1) && count !== null
  if (!bare || df === undefined || respondents === undefined || n === undefined || count === undefined) return side
  const { low, high } = limitsOf('share', { estimate, se, df, respondents, n })
  return { ...side, se: (high - low) / LIMIT }
}

/** now - baseline with its test; p is null where nothing can be tested. */
export function changeBetween(baseline: Side, now: Side, level = 0.05): Change {
  const tested = ({ estimate, se, testDf: df }: Side) => ({ estimate, se, df })
  return welchChange(tested(baseline), tested(now), 1 - level)
}

/**
 * The change as readers see it. The value is the difference of the two printed figures, so that "31%, was 42%" is always
 * "11 points lower"; the limits lie the rounded margin of the exact change around it. Null where nothing can be tested.
 */
export function printedDifference(measure: Measure, baseline: Side, now: Side, level = 0.05): { value: number; low: number; high: number } | null {
  const change = changeBetween(baseline, now, level)
  if (change.margin === null) return null
  const value = tidy(rounded(measure, now.estimate) - rounded(measure, baseline.estimate))
  const margin = rounded(measure, change.margin)
  return { value, low: tidy(value - margin), high: tidy(value + margin) }
}

/**
 * The smallest true change this comparison would call with the given power, rounded up; points, tenths for a mean. Null
 * where that is no change a figure can make: more than 100 points, more than 10.
 */
export function detectableOf(measure: Measure, { se, df }: Pick<Change, 'se' | 'df'>, level: number, power: number): number | null {
  const exact = detectableChange(se, df, { alpha: level, power })
  if (exact === null || exact > (measure === 'mean' ? 10 : 1)) return null
  return measure === 'mean' ? Math.ceil(exact * 10 - 1e-9) / 10 : Math.ceil(exact * 100 - 1e-9)
}
