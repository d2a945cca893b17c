// Raking: scale weights to each margin in turn until all margins fit (iterative proportional fitting).
// Separate from calibration because it needs no matrix and because its residuals have a rule of their own.
// R survey: rake(design, sample.margins, population.margins, control = list(epsilon = 1e-13)).
import { checkWeights } from './design.ts'
import { checkMargins, label, marginMisfits, type Margin, type MarginMisfit } from './margin.ts'

export interface Raked { weights: Float64Array; rounds: number; misfit: number; margins: MarginMisfit[] }
export interface RakeLimits { tolerance?: number; maximumRounds?: number }

/**
 * Weights that fit every margin with a relative misfit below 1e-12, made from base weights. Raking multiplies by a factor
 * that depends on the classes of a row alone, so it works on the cells of the crossed margins, not on rows: a national
 * wave takes milliseconds. Rows of an unknown class keep, in that margin, the weight the other margins give them; the
 * known classes share what is left in proportion to their totals.
 *
 * Throws RangeError: unusable weights; no margins; a class without a total; a total above zero without anybody; margins
 * that sum to different populations; no convergence (names margin, class and gap).
 */
export function rake(base: Float64Array, margins: readonly Margin[], limits: RakeLimits = {}): Raked {
  const { tolerance = 1e-12, maximumRounds = 2000 } = limits
  checkWeights('rake', base)
  checkMargins('rake', base, margins)
  const { cellOfRow, cellSums, cellClasses } = crossCells(base, margins)
  const cells = cellSums.length
  const start = cellSums.slice()
  let rounds = 0
  let worst = { gap: Infinity, margin: 0, class: 0 }
  let previous = Infinity
  // once within tolerance it goes on for as long as rounds still help: linear convergence leaves more than the last gap
  while (worst.gap > tolerance || worst.gap < 0.95 * previous) {
    if (rounds++ >= maximumRounds) {
      if (worst.gap <= tolerance) break
      const margin = margins[worst.margin]!
      throw new RangeError(`rake did not converge in ${maximumRounds} rounds: margin ${margin.name}, class ${label(margin, worst.class)} is off by ${worst.gap} of its total`)
    }
    // the gap is measured before each margin is fitted, so that a round without a gap is a round in which all margins fit
    previous = worst.gap
    worst = { gap: 0, margin: 0, class: 0 }
    for (let m = 0; m < margins.length; m++) {
      const { factors, gap, at } = classFactors(cellSums, cellClasses[m]!, margins[m]!.totals)
      if (!(gap <= worst.gap)) worst = { gap, margin: m, class: at }
      for (let c = 0; c < cells; c++) cellSums[c]! *= factors[cellClasses[m]![c]!]!
    }
  }
  const weights = new Float64Array(base.length)
  for (let i = 0; i < base.length; i++) {
    const c = cellOfRow[i]!
    weights[i] = c < 0 ? 0 : (base[i]! * cellSums[c]!) / start[c]!
  }
  const fitted = marginMisfits(weights, margins)
  return { weights, rounds, misfit: Math.max(...fitted.map((each) => each.misfit)), margins: fitted }
}

/** Factor per class (the last is the unknown class, left alone) and the worst relative gap before it is applied. */
function classFactors(cellSums: Float64Array, classes: Int32Array, totals: Float64Array) {
  const factors = new Float64Array(totals.length + 1)
  for (let c = 0; c < cellSums.length; c++) factors[classes[c]!]! += cellSums[c]!
  let population = 0
  for (let k = 0; k < totals.length; k++) population += totals[k]!
  const known = 1 - factors[totals.length]! / population
  let gap = 0
  let at = 0
  for (let k = 0; k < totals.length; k++) {
    const target = totals[k]! * known
    factors[k] = factors[k]! > 0 ? target / factors[k]! : 1
    const off = target > 0 ? Math.abs(1 / factors[k]! - 1) : known <= 0 ? Infinity : 0
    if (!(off <= gap)) { gap = off; at = k }
  }
  factors[totals.length] = 1
  return { factors, gap, at }
}

/** Rows grouped by their combination of classes; rows of weight zero are in no cell. */
function crossCells(base: Float64Array, margins: readonly Margin[]) {
  const cellOfRow = new Int32Array(base.length).fill(-1)
  const keys = new Map<number | string, number>()
  const sums: number[] = []
  const firstRow: number[] = []
  const product = margins.reduce((size, margin) => size * (margin.totals.length + 1), 1)
  const dense = product <= 4_000_000 ? new Int32Array(product).fill(-1) : undefined
  for (let i = 0; i < base.length; i++) {
    if (base[i] === 0) continue
    let key = 0
    for (const margin of margins) key = key * (margin.totals.length + 1) + margin.classes[i]! + 1
    let cell = dense ? dense[key]! : keys.get(exactKey(key, margins, i)) ?? -1
    if (cell < 0) {
      cell = sums.length
      sums.push(0)
      firstRow.push(i)
      if (dense) dense[key] = cell
      else keys.set(exactKey(key, margins, i), cell)
    }
    sums[cell]! += base[i]!
    cellOfRow[i] = cell
  }
  const cellClasses = margins.map((margin) => Int32Array.from(firstRow, (row) => (margin.classes[row]! < 0 ? margin.totals.length : margin.classes[row]!)))
  return { cellOfRow, cellSums: Float64Array.from(sums), cellClasses }
}

function exactKey(key: number, margins: readonly Margin[], row: number): number | string {
  return Number.isSafeInteger(key) ? key : margins.map((margin) => margin.classes[row]).join(' ')
}
