// Trimming: no weight outside two limits, what was cut off spread over the others, so that one person never counts for twelve.
// Separate from raking because it breaks the margins it leaves behind; trimAndRake reports by how much.
// R survey: trimWeights(design, lower, upper, strict).
import { checkWeights } from './design.ts'
import { rake, type Raked, type RakeLimits } from './rake.ts'
import type { Margin } from './margin.ts'

export interface TrimLimits { lower: number; upper: number }
export interface Trimmed { weights: Float64Array; trimmed: number }
export interface TrimmedAndRaked extends Raked { trimmed: number; passes: number; outside: number }

/**
 * Sets weights outside the limits to the limit and spreads the amount removed equally over those that were inside;
 * weights of zero stay zero. `strict` repeats this over weights never trimmed before until none is outside. The sum of weights stays.
 * Throws RangeError when limits are not lower < upper, or when nobody is left inside to take what was removed.
 */
export function trim(weights: Float64Array, { lower, upper }: TrimLimits, strict = false): Trimmed {
  checkWeights('trim', weights)
  if (!(lower >= 0 && upper > lower)) throw new RangeError(`trim requires 0 <= lower < upper, got ${lower} and ${upper}`)
  const result = weights.slice()
  const touched = new Uint8Array(weights.length)
  for (;;) {
    let removed = 0
    let inside = 0
    let found = false
    for (let i = 0; i < result.length; i++) {
      if (result[i] === 0) continue
      const limit = Math.min(upper, Math.max(lower, result[i]!))
      if (limit !== result[i]) {
        removed += result[i]! - limit
        result[i] = limit
        touched[i] = 1
        found = true
      }
      if (touched[i] === 0) inside++
    }
    if (!found) break
    if (inside === 0) throw new RangeError(`trim requires weights inside ${lower} to ${upper} to take what the others lose, there are none`)
    for (let i = 0; i < result.length; i++) if (touched[i] === 0 && result[i]! > 0) result[i]! += removed / inside
    if (!strict) break
  }
  return { weights: result, trimmed: touched.reduce((sum, each) => sum + each, 0) }
}

/**
 * Trims and rakes in turn until no raked weight is more than a thousandth outside the limits, or `passes` are used up.
 * The margins always fit; `outside` is how far, relative to its limit, the worst weight still is beyond it.
 */
export function trimAndRake(base: Float64Array, margins: readonly Margin[], limits: TrimLimits, passes = 20, options: RakeLimits = {}): TrimmedAndRaked {
  let raked = rake(base, margins, options)
  let trimmed = 0
  let pass = 0
  let outside = worstOutside(raked.weights, limits)
  while (outside > 1e-3 && pass < passes) {
    const cut = trim(raked.weights, limits, true)
    trimmed = Math.max(trimmed, cut.trimmed)
    raked = rake(cut.weights, margins, options)
    outside = worstOutside(raked.weights, limits)
    pass++
  }
  return { ...raked, trimmed, passes: pass, outside }
}

function worstOutside(weights: Float64Array, { lower, upper }: TrimLimits): number {
  let worst = 0
  for (const weight of weights) worst = Math.max(worst, weight / upper - 1, lower > 0 ? 1 - weight / lower : 0)
  return worst
}
