// The change of one figure between two waves: tested on exact figures, printed in whole points with its own limits.
// Separate because comparison, suppression (what would a reader see?) and the sensitivity checks share it.
// R survey: svyttest of independent waves, with the degrees of freedom that unequal weights leave (stats/welch-change); no
// finite population correction in a change.
import type { Change } from '../stats/change.ts'
import { detectableChange } from '../stats/detectable-change.ts'
import { welchChange } from '../stats/welch-change.ts'
import type { Measure } from './edition.ts'
import { rounded, tidy } from './published-cell.ts'

/** A figure as change needs it; `testDf` Infinity for a published one, whose df are unknown and large. */
export interface Side { estimate: number; se: number; testDf: number }

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

/** The smallest true change this comparison would call with the given power, rounded up; points, tenths for a mean. */
export function detectableOf(measure: Measure, { se, df }: Pick<Change, 'se' | 'df'>, level: number, power: number): number | null {
  const exact = detectableChange(se, df, { alpha: level, power })
  if (exact === null) return null
  return measure === 'mean' ? Math.ceil(exact * 10 - 1e-9) / 10 : Math.ceil(exact * 100 - 1e-9)
}
