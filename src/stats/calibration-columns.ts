// Margins as the indicator columns of a regression, kept as the few ones each row has, never as a matrix of zeros.
// Separate because calibration and its residuals multiply with the same columns: 400 areas are 405 columns of 190,000 rows.
// R: model.matrix(~ area + age + sex). The last class of every margin but the first is left out: it follows from the rest.
import type { Margin } from './margin.ts'

/** `columnOf[m][i]` is the column in which row i has a one for margin m, or -1. */
export interface CalibrationColumns { size: number; columnOf: Int32Array[]; totals: Float64Array; names: string[] }

/** Columns of margins without unknown rows (see marginWithUnknown). Classes without people in population get no column. */
export function calibrationColumns(margins: readonly Margin[]): CalibrationColumns {
  const totals: number[] = []
  const names: string[] = []
  const columnOf = margins.map((margin, m) => {
    const used = Array.from(margin.totals.keys()).filter((k) => margin.totals[k]! > 0)
    const column = new Int32Array(margin.totals.length).fill(-1)
    for (const k of m === 0 ? used : used.slice(0, -1)) {
      column[k] = totals.length
      totals.push(margin.totals[k]!)
      names.push(`class ${margin.labels?.[k] ?? k} of margin ${margin.name}`)
    }
    return margin.classes.map((k) => column[k]!)
  })
  return { size: totals.length, columnOf, totals: Float64Array.from(totals), names }
}

/** Sum over rows of weight times columns: the calibrated totals. */
export function columnSums({ size, columnOf }: CalibrationColumns, weights: Float64Array): Float64Array {
  const sums = new Float64Array(size)
  for (const column of columnOf) for (let i = 0; i < weights.length; i++) if (column[i]! >= 0) sums[column[i]!]! += weights[i]!
  return sums
}

/** Sum over rows of weight times columns times columns: the matrix of the normal equations. */
export function crossProducts({ size, columnOf }: CalibrationColumns, weights: Float64Array): Float64Array {
  const matrix = new Float64Array(size * size)
  for (const first of columnOf) {
    for (const second of columnOf) {
      for (let i = 0; i < weights.length; i++) if (first[i]! >= 0 && second[i]! >= 0) matrix[first[i]! * size + second[i]!]! += weights[i]!
    }
  }
  return matrix
}

/** Per row: the sum of the coefficients of its columns. */
export function fittedRows({ columnOf }: CalibrationColumns, coefficients: Float64Array, rows: number): Float64Array {
  const fitted = new Float64Array(rows)
  for (const column of columnOf) for (let i = 0; i < rows; i++) if (column[i]! >= 0) fitted[i]! += coefficients[column[i]!]!
  return fitted
}
