// Are two answers related? Wald's test on the cells' distance from independence.
// Separate from rao-scott because it inverts an estimated covariance: with few sampling units it claims too much.
// R survey: svychisq(statistic = "Wald" and "adjWald"). Koch, Freeman and Freeman (1975); Thomas and Rao (1987).
import { choleskyFactor, choleskySolve } from './cholesky.ts'
import { covarianceMatrix } from './covariance-matrix.ts'
import { crossTable } from './cross-table.ts'
import type { Design, Domain } from './design.ts'
import { fUpper } from './distributions.ts'
import type { TableTest } from './rao-scott.ts'

export interface WaldTests { wald: TableTest | null; adjusted: TableTest | null }

/**
 * Y = cell total - first total * second total / total, without the first row and column; W = Y' V^-1 Y. `wald` is W/k on k
 * and df degrees of freedom; `adjusted` is W (df - k + 1)/(k df) on k and df - k + 1. Null where its degrees of freedom are
 * below one, or V has no inverse (a cell without anybody, fewer sampling units than cells).
 * Throws RangeError when an item has fewer than two answers.
 */
export function waldTable(design: Design, first: Float64Array, second: Float64Array, { domain, fpc = false }: { domain?: Domain; fpc?: boolean } = {}): WaldTests {
  const { rows, cells, share, firstShare, secondShare, weightSum, df } = crossTable('waldTable', design, first, second, domain)
  const down = secondShare.length
  const k = (firstShare.length - 1) * (down - 1)
  const used = Array.from({ length: k }, (_, x) => [Math.floor(x / (down - 1)) + 1, (x % (down - 1)) + 1] as const)
  const distance = Float64Array.from(used, ([a, b]) => share[a * down + b]! - firstShare[a]! * secondShare[b]!)
  const scores = new Float64Array(rows.length * k)
  rows.forEach((i, r) => {
    const weight = design.weights[i]! / weightSum
    const [a, b] = [Math.floor(cells[r]! / down), cells[r]! % down]
    used.forEach(([row, column], x) => {
      const inRow = a === row ? 1 : 0
      const inColumn = b === column ? 1 : 0
      scores[r * k + x] = weight * (inRow * inColumn - inRow * secondShare[column]! - inColumn * firstShare[row]! + firstShare[row]! * secondShare[column]!)
    })
  })
  const factor = choleskyFactor(covarianceMatrix(design, { rows, scores, size: k }, fpc), k)
  if (factor.rank < k) return { wald: null, adjusted: null }
  const solved = choleskySolve(factor, distance)
  const squared = distance.reduce((sum, value, x) => sum + value * solved[x]!, 0)
  const test = (statistic: number, ddf: number): TableTest | null => (ddf >= 1 ? { statistic, ndf: k, ddf, p: fUpper(statistic, k, ddf) } : null)
  return { wald: test(squared / k, df), adjusted: test((squared * (df - k + 1)) / (k * df), df - k + 1) }
}
