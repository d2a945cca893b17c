// Change between two waves of independent respondents, and between two groups: the difference with its own margin.
// Separate because eyeballing whether two intervals overlap is the mistake it replaces.
// R survey: svyttest(y ~ wave) on the stacked waves; the finite population correction has no place here.
import { tInverse, tTwoSided } from './distributions.ts'
import type { Estimate } from './estimate.ts'

export interface Change {
  change: number
  se: number
  df: number
  /** null where nothing varies or df is below one: then no change can be tested. */
  t: number | null
  p: number | null
  low: number | null
  high: number | null
  /** Half the width of the 95% interval: the margin of the difference. */
  margin: number | null
}

type Side = Pick<Estimate, 'estimate' | 'se' | 'dfAnswered'>

/**
 * after - before; se^2 = se1^2 + se2^2; df = both domains' degrees of freedom after dropping missing answers, minus one
 * (R counts clusters - strata + 1 - 2 coefficients). Throws RangeError for NaN or a negative standard error.
 */
export function change(before: Side, after: Side): Change {
  checkSide('change', before)
  checkSide('change', after)
  return changeOf(after.estimate - before.estimate, Math.sqrt(before.se * before.se + after.se * after.se), before.dfAnswered + after.dfAnswered - 1)
}

/** A difference, its standard error and df into test and interval: one place for the rule where nothing can be tested. */
export function changeOf(difference: number, se: number, df: number, level = 0.95): Change {
  if (Number.isNaN(difference) || !(se >= 0 && se < Infinity)) throw new RangeError(`changeOf requires a difference and a standard error, got ${difference} and ${se}`)
  if (!(df >= 1) || se === 0) return { change: difference, se, df, t: null, p: null, low: null, high: null, margin: null }
  const t = difference / se
  const margin = (df === Infinity ? 1.959963984540054 : tInverse(1 - (1 - level) / 2, df)) * se
  return { change: difference, se, df, t, p: tTwoSided(t, df), low: difference - margin, high: difference + margin, margin }
}

function checkSide(caller: string, side: Side): void {
  if (!Number.isFinite(side.estimate) || !(side.se >= 0 && side.se < Infinity) || !Number.isFinite(side.dfAnswered)) {
    throw new RangeError(`${caller} requires estimates with a standard error and df, got ${side.estimate}, ${side.se} and ${side.dfAnswered}`)
  }
}
