// The fast table: every mean, share, recode and standard error of every domain, read from counted cells without touching
// a person again.
// Separate from mean because it trades generality for speed: no clusters, no residuals, domains made of whole cells.
// The formulas are those of mean (R survey: svyby(~y, ~area, design, svymean)); sums of squares are of deviations, never
// differences of squares, so it agrees with two passes over the rows to 1e-12.
import type { Counts, GroupedRows } from './counted-cells.ts'
import { unitsPerStratum } from './design.ts'
import { tLimits, type Estimate } from './estimate.ts'
import { designEffect } from './mean.ts'

/** A column of estimates, one per domain. Where n is 0 nothing was answered and the numbers are 0; `at` gives null there. */
export interface MeansColumn {
  n: Float64Array
  rows: Float64Array
  weightSum: Float64Array
  weightSquares: Float64Array
  estimate: Float64Array
  se: Float64Array
  df: Float64Array
  dfAnswered: Float64Array
  deviations: Float64Array
}

/**
 * Means of one reading of a counted column for domains given as lists of cells. `fpc` as in mean; a stratum with a single
 * respondent adds its squared score (R: lonely.psu = "adjust").
 */
export function domainMeans(grouped: GroupedRows, counts: Counts, values: Float64Array, domains: readonly ArrayLike<number>[], fpc = false): MeansColumn {
  const { design, cells: { stratum: stratumOfCell }, rows: peopleIn } = grouped
  const { levels, sums } = counts
  if (values.length !== levels) throw new RangeError(`domainMeans requires a value for each of ${levels} codes, got ${values.length}`)
  if (fpc && !design.population) throw new RangeError('domainMeans requires a population per stratum for the finite population correction')
  const units = unitsPerStratum(design)
  const used = Int32Array.from(values.keys()).filter((k) => !Number.isNaN(values[k]!))
  const column = emptyColumn(domains.length)
  const strata = stratumSums(design.strata)
  domains.forEach((cells, d) => {
    let [n, rows, W, W2, total, low, high] = [0, 0, 0, 0, 0, Infinity, -Infinity]
    for (let j = 0; j < cells.length; j++) {
      const c = cells[j]!
      rows += peopleIn[c]!
      for (let u = 0; u < used.length; u++) {
        const k = (c * levels + used[u]!) * 3
        if (sums[k + 2] === 0) continue
        const value = values[used[u]!]!
        W += sums[k]!
        W2 += sums[k + 1]!
        n += sums[k + 2]!
        total += sums[k]! * value
        if (value < low) low = value
        if (value > high) high = value
      }
    }
    column.rows[d] = rows
    column.n[d] = n
    if (n === 0) return
    const m = low === high ? low : total / W
    let deviations = 0
    for (let j = 0; j < cells.length; j++) {
      const c = cells[j]!
      const size = peopleIn[c]!
      if (size === 0) continue
      let [answered, square, sum] = [0, 0, 0]
      for (let u = 0; u < used.length; u++) {
        const k = (c * levels + used[u]!) * 3
        const deviation = values[used[u]!]! - m
        const part = sums[k]! * deviation
        answered += sums[k + 2]!
        sum += part
        deviations += part * deviation
        square += sums[k + 1]! * deviation * deviation
      }
      strata.add(stratumOfCell[c]!, size, answered, square, sum)
    }
    const { variance, present, answering } = strata.take(units, fpc ? design.population : undefined)
    column.weightSum[d] = W
    column.weightSquares[d] = W2
    column.estimate[d] = m
    column.se[d] = Math.sqrt(variance) / W
    column.df[d] = rows - present
    column.dfAnswered[d] = n - answering
    column.deviations[d] = deviations
  })
  return column
}

/** One domain of a column as the estimate that mean would give; null where nobody answered. */
export function estimateAt(column: MeansColumn, d: number): Estimate | null {
  const n = column.n[d]!
  if (n === 0) return null
  const [estimate, se, df, weightSum] = [column.estimate[d]!, column.se[d]!, column.df[d]!, column.weightSum[d]!]
  return {
    n, weightSum, effectiveN: (weightSum * weightSum) / column.weightSquares[d]!, estimate, se, df, dfAnswered: column.dfAnswered[d]!,
    ...tLimits(estimate, se, df), deff: designEffect(se * se, column.deviations[d]!, { n, weightSum }),
  }
}

/** Scores summed per stratum touched by a domain, emptied when read. */
function stratumSums(strata: number) {
  const square = new Float64Array(strata)
  const sum = new Float64Array(strata)
  const size = new Float64Array(strata)
  const answered = new Float64Array(strata)
  const touched = new Int32Array(strata)
  let count = 0
  return {
    add(h: number, people: number, answers: number, squares: number, scores: number): void {
      if (size[h] === 0) touched[count++] = h
      size[h]! += people
      answered[h]! += answers
      square[h]! += squares
      sum[h]! += scores
    },
    take(units: Int32Array, population: Float64Array | undefined) {
      let [variance, answering] = [0, 0]
      for (let k = 0; k < count; k++) {
        const h = touched[k]!
        const n = units[h]!
        const spread = n > 1 ? (n / (n - 1)) * Math.max(0, square[h]! - (sum[h]! * sum[h]!) / n) : square[h]!
        variance += population ? (1 - n / population[h]!) * spread : spread
        if (answered[h]! > 0) answering++
        square[h] = sum[h] = size[h] = answered[h] = 0
      }
      const present = count
      count = 0
      return { variance, present, answering }
    },
  }
}

function emptyColumn(domains: number): MeansColumn {
  const zeros = () => new Float64Array(domains)
  return { n: zeros(), rows: zeros(), weightSum: zeros(), weightSquares: zeros(), estimate: zeros(), se: zeros(), df: zeros(), dfAnswered: zeros(), deviations: zeros() }
}
