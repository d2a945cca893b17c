// Change against a figure that somebody else published with limits: an older monitor, a national table.
// Separate from change because nothing is known of that figure but its interval.
// The interval is read as estimate -+ z se at its level; own df decide the t, because theirs are unknown and large.
import { changeOf, type Change } from './change.ts'
import { normalInverse } from './distributions.ts'
import type { Estimate } from './estimate.ts'

export interface Published { value: number; lower: number; upper: number; level?: number }

/** Standard error behind published limits: half their width over the normal quantile. Throws RangeError when they do not enclose the value. */
export function publishedSe({ value, lower, upper, level = 0.95 }: Published): number {
  if (!(lower <= value && value <= upper && upper - lower < Infinity)) throw new RangeError(`publishedSe requires lower <= value <= upper, got ${lower}, ${value} and ${upper}`)
  return (upper - lower) / (2 * normalInverse(1 - (1 - level) / 2))
}

/** Own estimate minus the published value. */
export function againstPublished(own: Pick<Estimate, 'estimate' | 'se' | 'dfAnswered'>, published: Published): Change {
  const theirs = publishedSe(published)
  return changeOf(own.estimate - published.value, Math.sqrt(own.se * own.se + theirs * theirs), own.dfAnswered)
}
