// Calibration: weights as near as possible to the base weights that fit all margins at once, with bounds if wanted.
// Separate from rake because it solves equations over all margins together and lets one choose what "near" means.
// R survey: calibrate(design, ~ area + age + sex, population, calfun, bounds); raking here and rake() agree.
import { calibrationColumns, columnSums, crossProducts, fittedRows, type CalibrationColumns } from './calibration-columns.ts'
import { calibrationDistance, type CalibrationMethod, type RatioBounds } from './calibration-distance.ts'
import { choleskyFactor, choleskySolve } from './cholesky.ts'
import { checkWeights } from './design.ts'
import { checkMargins, marginMisfits, type Margin, type MarginMisfit } from './margin.ts'
import { marginWithUnknown } from './margin-with-unknown.ts'

export interface CalibrationOptions { method: CalibrationMethod; bounds?: RatioBounds; tolerance?: number; maximumRounds?: number }
export interface Calibrated { weights: Float64Array; rounds: number; misfit: number; margins: MarginMisfit[]; lowestRatio: number; highestRatio: number }

interface Fit { weights: Float64Array; slopes: Float64Array; short: Float64Array; gap: number; worst: number }

/**
 * Newton's method on the calibration equations, a step being halved for as long as it makes the worst margin worse. Bounds
 * are on the ratio to the base weight. Unknown rows are a class with their base-weighted share.
 *
 * Throws RangeError: all that rake refuses; bounds no weights can keep to (names margin, class and gap); a negative weight,
 * which only `linear` without a lower bound can give.
 */
export function calibrate(base: Float64Array, margins: readonly Margin[], { method, bounds, tolerance = 1e-12, maximumRounds = 200 }: CalibrationOptions): Calibrated {
  checkWeights('calibrate', base)
  checkMargins('calibrate', base, margins)
  const known = margins.map((margin) => marginWithUnknown(base, margin))
  const columns = calibrationColumns(known)
  const distance = calibrationDistance(method, bounds)
  const fitAt = (lambda: Float64Array) => fit(base, columns, fittedRows(columns, lambda, base.length), distance)
  let lambda = new Float64Array(columns.size)
  let now = fitAt(lambda)
  let rounds = 0
  // within tolerance it goes on while a step still halves the gap: the last step of Newton is the one that gives the digits
  for (let before = Infinity; now.gap > tolerance || now.gap < before / 2; ) {
    if (rounds++ >= maximumRounds) throw unreached(columns, now, maximumRounds)
    before = now.gap
    const step = choleskySolve(choleskyFactor(crossProducts(columns, now.slopes), columns.size), now.short)
    let next = now
    let tried = lambda
    for (let size = 1; size > 1e-6 && !(next.gap < now.gap); size /= 2) {
      tried = lambda.map((value, k) => value + size * step[k]!)
      next = fitAt(tried)
    }
    if (!(next.gap < now.gap)) {
      if (now.gap > tolerance) throw unreached(columns, now, rounds)
      break
    }
    lambda = tried
    now = next
  }
  const [lowestRatio, highestRatio] = ratioRange(base, now.weights)
  if (lowestRatio < 0) throw new RangeError(`calibrate gives negative weights, the lowest ${lowestRatio} times its base: set a lower bound, or use raking`)
  const fits = marginMisfits(now.weights, margins)
  return { weights: now.weights, rounds, misfit: now.gap, margins: fits, lowestRatio, highestRatio }
}

function fit(base: Float64Array, columns: CalibrationColumns, u: Float64Array, { ratio, slope }: ReturnType<typeof calibrationDistance>): Fit {
  const weights = base.map((weight, i) => weight * ratio(u[i]!))
  const slopes = base.map((weight, i) => weight * slope(u[i]!))
  const short = columnSums(columns, weights)
  let [gap, worst] = [0, 0]
  for (let k = 0; k < short.length; k++) {
    short[k] = columns.totals[k]! - short[k]!
    const relative = Math.abs(short[k]!) / columns.totals[k]!
    if (!(relative <= gap)) { gap = Number.isNaN(relative) ? Infinity : relative; worst = k }
  }
  return { weights, slopes, short, gap, worst }
}

function ratioRange(base: Float64Array, weights: Float64Array): [number, number] {
  let [lowest, highest] = [Infinity, -Infinity]
  for (let i = 0; i < base.length; i++) {
    if (base[i] === 0) continue
    lowest = Math.min(lowest, weights[i]! / base[i]!)
    highest = Math.max(highest, weights[i]! / base[i]!)
  }
  return [lowest, highest]
}

function unreached(columns: CalibrationColumns, { gap, worst }: Fit, rounds: number): RangeError {
  return new RangeError(`calibrate did not converge in ${rounds} rounds: ${columns.names[worst]} is off by ${gap} of its total; widen the bounds or collapse classes`)
}
