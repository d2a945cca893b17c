// Are two answers related? Pearson's test corrected for the design, to the first and to the second order.
// Separate from wald-table because it needs no inverse of an estimated covariance and so holds with few sampling units.
// R survey: svychisq(~a + b, statistic = "Chisq" and "F"). Rao and Scott (1984).
import { choleskyFactor, choleskySolve } from './cholesky.ts'
import { covarianceMatrix } from './covariance-matrix.ts'
import { crossTable, pearsonOf, type CrossTable } from './cross-table.ts'
import type { Design, Domain } from './design.ts'
import { chiSquareUpper, fUpper } from './distributions.ts'

export interface TableTest { statistic: number; ndf: number; ddf: number | null; p: number }
export interface RaoScott {
  /** Rows of the domain with a weight; Pearson's statistic is scaled to them. */
  n: number
  /** Mean generalised design effect of the table. */
  deff: number
  /** Second order (Satterthwaite), F with fractional degrees of freedom: the one to use. Null where df is below one. */
  F: TableTest | null
  /** First order: Pearson's statistic itself, its p from statistic / deff on (r-1)(c-1) degrees of freedom. */
  chisq: TableTest
}

/**
 * Delta = (C' D^-1 C / n)^-1 C' D^-1 V D^-1 C, with V the covariance of the cell shares, D their diagonal and C the
 * interaction contrasts free of main effects. F = X2 / tr(Delta) on tr(Delta)^2 / tr(Delta^2) and that times df degrees of
 * freedom. Throws RangeError when an item has fewer than two answers, or when too many cells are empty.
 */
export function raoScott(design: Design, first: Float64Array, second: Float64Array, { domain, fpc = false }: { domain?: Domain; fpc?: boolean } = {}): RaoScott {
  const table = crossTable('raoScott', design, first, second, domain)
  const { delta, size } = generalisedDesignEffects(design, table, fpc)
  let [trace, traceOfSquare] = [0, 0]
  for (let j = 0; j < size; j++) {
    trace += delta[j * size + j]!
    for (let k = 0; k < size; k++) traceOfSquare += delta[j * size + k]! * delta[k * size + j]!
  }
  if (!(trace > 0)) throw new RangeError('raoScott requires cells that vary, the design leaves none')
  const pearson = pearsonOf(table)
  const ndf = (trace * trace) / traceOfSquare
  const F = table.df >= 1 ? { statistic: pearson / trace, ndf, ddf: ndf * table.df, p: fUpper(pearson / trace, ndf, ndf * table.df) } : null
  const chisq = { statistic: pearson, ndf: size, ddf: null, p: chiSquareUpper((pearson * size) / trace, size) }
  return { n: table.size, deff: trace / size, F, chisq }
}

function generalisedDesignEffects(design: Design, table: CrossTable, fpc: boolean): { delta: Float64Array; size: number } {
  const [across, down] = [table.first.length, table.second.length]
  const size = (across - 1) * (down - 1)
  // contrast (j, k) of cell (a, b), less its row and column means: what qr.resid leaves of a crossed factor
  const contrast = (cell: number, jk: number) => {
    const [a, b] = [Math.floor(cell / down), cell % down]
    const [j, k] = [Math.floor(jk / (down - 1)) + 1, (jk % (down - 1)) + 1]
    return ((a === j ? 1 : 0) - 1 / across) * ((b === k ? 1 : 0) - 1 / down)
  }
  // an empty cell has no inverse: R leaves it out
  const inverse = table.share.map((part) => (part > 0 ? 1 / part : 0))
  const contrasts = Float64Array.from({ length: across * down * size }, (_, x) => contrast(Math.floor(x / size), x % size))
  const denominator = new Float64Array(size * size)
  const everybody = new Float64Array(size)
  for (let cell = 0; cell < across * down; cell++) {
    for (let j = 0; j < size; j++) {
      if (inverse[cell]! > 0) everybody[j]! += contrasts[cell * size + j]!
      for (let k = 0; k < size; k++) denominator[j * size + k]! += (contrasts[cell * size + j]! * contrasts[cell * size + k]! * inverse[cell]!) / table.size
    }
  }
  const scores = new Float64Array(table.rows.length * size)
  table.rows.forEach((i, r) => {
    const cell = table.cells[r]!
    const weight = design.weights[i]! / table.weightSum
    for (let j = 0; j < size; j++) scores[r * size + j] = weight * (contrasts[cell * size + j]! * inverse[cell]! - everybody[j]!)
  })
  const numerator = covarianceMatrix(design, { rows: table.rows, scores, size }, fpc)
  const factor = choleskyFactor(denominator, size)
  if (factor.rank < size) throw new RangeError(`raoScott requires a table with fewer empty cells, ${table.share.filter((part) => part === 0).length} of ${across * down} are empty`)
  const delta = new Float64Array(size * size)
  for (let k = 0; k < size; k++) {
    const column = choleskySolve(factor, Float64Array.from({ length: size }, (_, j) => numerator[j * size + k]!))
    for (let j = 0; j < size; j++) delta[j * size + k] = column[j]!
  }
  return { delta, size }
}
