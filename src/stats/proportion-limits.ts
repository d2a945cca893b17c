// Limits of a proportion by the methods a statistician may ask for beside beta: mean, xlogit, logit, Wilson, arcsine.
// Separate from beta-limits because that one is printed and these are for comparison with other work.
// R survey: svyciprop(method = ...), which gives nothing usable at 0 and 1; there the exact rule of betaLimits holds.
import { betaLimits, type ProportionParts } from './beta-limits.ts'
import { tInverse } from './distributions.ts'

export type ProportionMethod = 'beta' | 'mean' | 'xlogit' | 'logit' | 'wilson' | 'asin'

/**
 * With t = qt(.975, df): `mean` p -+ t se (may leave 0..1); `xlogit` logit(p) -+ t se/(p(1-p)), transformed back; `logit` the
 * same limit, which R reaches by fitting (agrees to 1e-7); `wilson` from e = p(1-p)/se^2; `asin` sin^2(asin(sqrt p) -+ t se /
 * (2 sqrt(p(1-p)))), the angle kept between 0 and a quarter turn. R lets the angle run on (`wrap`), which folds a wide
 * interval back to a narrow one and is here only to show equality. Where p is 0 or 1, se is 0 or df is below one: as betaLimits.
 * Throws RangeError for a share outside 0..1, NaN, or n below 1.
 */
export function proportionLimits(method: ProportionMethod, parts: ProportionParts, { level = 0.95, wrap = false } = {}): { low: number; high: number } {
  // judges the parts, and gives the rule where a method has none
  const beta = betaLimits(parts, level)
  const { share: p, se, df } = parts
  if (method === 'beta' || p === 0 || p === 1 || se === 0 || !(df >= 1)) return beta
  const t = tInverse(1 - (1 - level) / 2, df)
  const spread = p * (1 - p)
  if (method === 'mean') return { low: p - t * se, high: p + t * se }
  if (method === 'wilson') {
    const e = spread / (se * se)
    const [middle, half] = [p + (t * t) / (2 * e), (t / (2 * e)) * Math.sqrt(4 * e * spread + t * t)]
    return { low: (middle - half) / (1 + (t * t) / e), high: (middle + half) / (1 + (t * t) / e) }
  }
  if (method === 'asin') {
    const [middle, half] = [Math.asin(Math.sqrt(p)), (t * se) / (2 * Math.sqrt(spread))]
    const [low, high] = wrap ? [middle - half, middle + half] : [Math.max(0, middle - half), Math.min(Math.PI / 2, middle + half)]
    return { low: Math.sin(low) ** 2, high: Math.sin(high) ** 2 }
  }
  const [middle, half] = [Math.log(p / (1 - p)), (t * se) / spread]
  return { low: 1 / (1 + Math.exp(half - middle)), high: 1 / (1 + Math.exp(-half - middle)) }
}
