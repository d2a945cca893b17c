// Is a change too small to matter? A change held against the smallest one that would be relevant, fixed beforehand.
// Separate from change because "no demonstrable difference" is not "the same", and this is the test that may say so.
// Two one-sided t tests (Schuirmann 1987); R: TOSTER::tsum_TOST. Its interval has level 1 - 2 alpha: 90% at alpha .05.
import { tCdf, tInverse } from './distributions.ts'
import type { Change } from './change.ts'

export interface Equivalence {
  smallest: number
  /** The larger of the two one-sided p: under alpha, the change is shown to be smaller than `smallest` either way. */
  p: number | null
  low: number | null
  high: number | null
  /** same: inside; relevant: at least `smallest`, in one direction, with the 95% interval; open: neither is shown. */
  verdict: 'same' | 'relevant' | 'open'
}

/**
 * Throws RangeError when the smallest relevant change is not above zero, or alpha not between 0 and a half.
 * Example: a change of 1 point with se 2 and df 500 is "same" against 5 points: p = 0.023.
 */
export function equivalence({ change, se, df, low, high }: Change, smallest: number, alpha = 0.05): Equivalence {
  if (!(smallest > 0 && smallest < Infinity)) throw new RangeError(`equivalence requires a smallest relevant change above zero, got ${smallest}`)
  if (!(alpha > 0 && alpha < 0.5)) throw new RangeError(`equivalence requires alpha between 0 and 0.5, got ${alpha}`)
  if (!Number.isFinite(change)) throw new RangeError(`equivalence requires a change, got ${change}`)
  if (!(se > 0) || !(df >= 1)) return { smallest, p: null, low: null, high: null, verdict: 'open' }
  // with many degrees of freedom t is the normal; beyond a million there is no difference to see
  const freedom = Math.min(df, 1e6)
  const p = tCdf((Math.abs(change) - smallest) / se, freedom)
  const margin = tInverse(1 - alpha, freedom) * se
  const beyond = low !== null && high !== null && (low >= smallest || high <= -smallest)
  return { smallest, p, low: change - margin, high: change + margin, verdict: beyond ? 'relevant' : p < alpha ? 'same' : 'open' }
}
