// What is left of the scores after a regression on all margins: the variance of an estimate made with calibrated weights.
// Separate from calibrate because "weights as given" is the default and this is the option beside it.
// R survey: the greg_calibration part of svyrecvar (qr.resid of scores per unit of weight).
import { calibrationColumns, columnSums, crossProducts, fittedRows } from './calibration-columns.ts'
import { choleskyFactor, choleskySolve } from './cholesky.ts'
import { checkMargins, type Margin } from './margin.ts'
import { marginWithUnknown } from './margin-with-unknown.ts'
import type { Residuals } from './raking-residuals.ts'

/**
 * Residual of the regression of score / weight on the margins' classes, weighted by the base weights, times the weight.
 * The same for every distance: only the weights differ. Rows of weight zero take no part.
 */
export function calibrationResiduals(base: Float64Array, margins: readonly Margin[], weights: Float64Array): Residuals {
  if (base.length !== weights.length) throw new RangeError(`calibrationResiduals requires a base weight for each of ${weights.length} rows, got ${base.length}`)
  checkMargins('calibrationResiduals', base, margins)
  const columns = calibrationColumns(margins.map((margin) => marginWithUnknown(base, margin)))
  const known = base.map((weight, i) => (weights[i]! > 0 ? weight : 0))
  const factor = choleskyFactor(crossProducts(columns, known), columns.size)
  return function residualsOfCalibration(scores) {
    const target = scores.map((score, i) => (known[i]! > 0 ? (known[i]! * score) / weights[i]! : 0))
    const explained = fittedRows(columns, choleskySolve(factor, columnSums(columns, target)), scores.length)
    return scores.map((score, i) => (weights[i]! > 0 ? score - explained[i]! * weights[i]! : 0))
  }
}
