// How far a calibrated weight may go from its base weight: the three distances of Deville and Sarndal (1992).
// Separate because each is two short formulas and a name that goes into the recipe of an edition.
// R survey: cal.linear, cal.raking, cal.logit and their bounds. `ratio` is F(u), `slope` its derivative; F(0) = F'(0) = 1.

export type CalibrationMethod = 'linear' | 'raking' | 'logit'
export interface RatioBounds { lower: number; upper: number }
export interface CalibrationDistance { ratio(u: number): number; slope(u: number): number }

/**
 * linear: 1 + u, cut at the bounds; raking: exp(u), cut at the bounds; logit: an S-curve that never leaves them.
 * Throws RangeError when bounds do not hold 1 between them, or when logit has none.
 */
export function calibrationDistance(method: CalibrationMethod, bounds?: RatioBounds): CalibrationDistance {
  const { lower, upper } = bounds ?? { lower: -Infinity, upper: Infinity }
  if (!(lower < 1 && upper > 1)) throw new RangeError(`calibrationDistance requires bounds with 1 between them, got ${lower} and ${upper}`)
  if (method === 'logit') {
    if (!Number.isFinite(lower) || !Number.isFinite(upper)) throw new RangeError('calibrationDistance requires finite bounds for logit')
    return logitDistance(lower, upper)
  }
  const free = method === 'linear' ? (u: number) => 1 + u : Math.exp
  const freeSlope = method === 'linear' ? () => 1 : Math.exp
  return {
    ratio: (u) => Math.min(upper, Math.max(lower, free(u))),
    slope: (u) => (free(u) < lower || free(u) > upper ? 0 : freeSlope(u)),
  }
}

function logitDistance(lower: number, upper: number): CalibrationDistance {
  const steepness = (upper - lower) / ((1 - lower) * (upper - 1))
  // both forms say the same; each is taken where its exponential cannot overflow
  const ratio = (u: number) => {
    const e = Math.exp(-Math.abs(steepness * u))
    return u < 0
      ? (lower * (upper - 1) + upper * (1 - lower) * e) / (upper - 1 + (1 - lower) * e)
      : (lower * (upper - 1) * e + upper * (1 - lower)) / ((upper - 1) * e + 1 - lower)
  }
  return { ratio, slope: (u) => ((ratio(u) - lower) * (upper - ratio(u))) / ((1 - lower) * (upper - 1)) }
}
