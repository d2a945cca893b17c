// MODEL, not a count: small areas smoothed towards what areas like them report (Fay and Herriot 1979), by REML.
// Separate from every estimate, and of another type, so that no page can print a modelled figure as a measured one. It is off
// unless asked for, stands beside the direct estimate, and must never judge the area it borrows for.
// R: sae::mseFH(method = "REML"); mean squared error of Prasad and Rao (1990), Datta and Lahiri (2000).
import { choleskyFactor, choleskySolve, type CholeskyFactor } from './cholesky.ts'
import { quantileBySearch } from './quantile-by-search.ts'

/** The direct estimate of an area, the square of its standard error, and what is known of the area (without intercept). */
export interface DirectArea { estimate: number; variance: number; covariates: readonly number[] }
export interface ModelledArea { kind: 'model'; modelled: number; meanSquaredError: number; /** Share of the direct estimate in the figure. */ ownShare: number }
export interface AreaModel {
  kind: 'model'
  areas: ModelledArea[]
  /** Variance between areas that the covariates leave. */
  betweenVariance: number
  coefficients: Float64Array
  standardErrors: Float64Array
  rounds: number
}

interface Fit { factor: CholeskyFactor; precision: Float64Array; coefficients: Float64Array; residuals: Float64Array }

/**
 * Fisher scoring from the median sampling variance until the relative step is at most `tolerance` (the usual stop rule of R
 * is 1e-4; 1e-12 is converged), by bisection where scoring does not settle. A variance that would be negative is zero.
 * Throws RangeError: fewer areas than coefficients plus two; an area without a sampling variance above zero (leave it out);
 * covariates that depend on one another.
 */
export function fayHerriot(areas: readonly DirectArea[], { tolerance = 1e-12, maximumRounds = 100 }: { tolerance?: number; maximumRounds?: number } = {}): AreaModel {
  const columns = checkAreas(areas)
  const smallest = areas.reduce((least, { variance }) => Math.min(least, variance), Infinity)
  const y = Float64Array.from(areas, (area) => area.estimate)
  const v = Float64Array.from(areas, (area) => area.variance)
  const X = areas.map((area) => [1, ...area.covariates])
  const stepAt = (between: number) => scoringStep(fitAt(between, y, v, X, columns), X, columns)
  const found = search(stepAt, median(v), -smallest, tolerance, maximumRounds)
  // below zero there is nothing between areas, unless the likelihood still rises at zero: then its top is above
  const settled = found.step <= tolerance && found.between > 0
  const between = settled ? found.between : stepAt(0) > 0 ? quantileBySearch((variance) => -stepAt(variance), median(v)) : 0
  const rounds = found.rounds
  const { factor, precision, coefficients, residuals } = fitAt(between, y, v, X, columns)
  const information = precision.reduce((sum, each) => sum + each * each, 0)
  return {
    kind: 'model', betweenVariance: between, coefficients, rounds,
    standardErrors: coefficients.map((_, k) => Math.sqrt(choleskySolve(factor, unit(columns, k))[k]!)),
    areas: X.map((x, i) => {
      const shrink = v[i]! * precision[i]!
      const fitted = y[i]! - residuals[i]!
      const known = v[i]! * (1 - shrink)
      const ofCoefficients = shrink * shrink * dot(x, choleskySolve(factor, x))
      const ofVariance = shrink * shrink * (2 / information) * precision[i]!
      return { kind: 'model', modelled: fitted + (1 - shrink) * residuals[i]!, meanSquaredError: known + ofCoefficients + 2 * ofVariance, ownShare: 1 - shrink }
    }),
  }
}

/** Steps until they are small. The way may pass below zero and come back, but not below the smallest sampling variance. */
function search(stepAt: (between: number) => number, start: number, floor: number, tolerance: number, maximumRounds: number): { between: number; rounds: number; step: number } {
  let [between, rounds, step] = [start, 0, Infinity]
  // next to the floor one area outweighs all others and nothing can be solved
  while (step > tolerance && rounds < maximumRounds && between > floor * (1 - 1e-4)) {
    rounds++
    let next = between + stepAt(between)
    if (!(next > floor)) next = (between + floor) / 2
    step = between === 0 ? 0 : Math.abs((next - between) / between)
    between = next
  }
  return { between, rounds, step }
}

function fitAt(between: number, y: Float64Array, v: Float64Array, X: number[][], columns: number): Fit {
  const precision = v.map((each) => 1 / (between + each))
  const factor = choleskyFactor(weightedProducts(X, precision, columns), columns)
  if (factor.rank < columns) throw new RangeError('fayHerriot requires covariates of which none follows from the others')
  const right = new Float64Array(columns)
  X.forEach((x, i) => x.forEach((each, k) => { right[k]! += each * precision[i]! * y[i]! }))
  const coefficients = choleskySolve(factor, right)
  return { factor, precision, coefficients, residuals: y.map((each, i) => each - dot(X[i]!, coefficients)) }
}

/**
 * The score of the restricted likelihood over its information. With P the precision less what the coefficients explain, they
 * are (|Py|^2 - tr P)/2 and tr(P P)/2; traces come from products as small as the coefficients, never from areas x areas.
 */
function scoringStep({ factor, precision, residuals }: Fit, X: number[][], columns: number): number {
  const [squared, cubed] = [2, 3].map((power) => weightedProducts(X, precision.map((each) => each ** power), columns)) as [Float64Array, Float64Array]
  const solvedSquared = solveColumns(factor, squared)
  const solvedCubed = solveColumns(factor, cubed)
  let [trace, traceOfSquare, quadratic] = [0, 0, 0]
  for (let i = 0; i < precision.length; i++) {
    trace += precision[i]!
    traceOfSquare += precision[i]! ** 2
    quadratic += (precision[i]! * residuals[i]!) ** 2
  }
  for (let j = 0; j < columns; j++) {
    trace -= solvedSquared[j * columns + j]!
    traceOfSquare -= 2 * solvedCubed[j * columns + j]!
    for (let k = 0; k < columns; k++) traceOfSquare += solvedSquared[j * columns + k]! * solvedSquared[k * columns + j]!
  }
  return (quadratic - trace) / traceOfSquare
}

function weightedProducts(X: number[][], weights: Float64Array, columns: number): Float64Array {
  const matrix = new Float64Array(columns * columns)
  X.forEach((x, i) => {
    for (let j = 0; j < columns; j++) for (let k = 0; k < columns; k++) matrix[j * columns + k]! += weights[i]! * x[j]! * x[k]!
  })
  return matrix
}

function solveColumns(factor: CholeskyFactor, matrix: Float64Array): Float64Array {
  const n = factor.size
  const solved = new Float64Array(n * n)
  for (let k = 0; k < n; k++) choleskySolve(factor, Float64Array.from({ length: n }, (_, j) => matrix[j * n + k]!)).forEach((value, j) => { solved[j * n + k] = value })
  return solved
}

function checkAreas(areas: readonly DirectArea[]): number {
  const columns = 1 + (areas[0]?.covariates.length ?? 0)
  if (areas.length < columns + 2) throw new RangeError(`fayHerriot requires at least ${columns + 2} areas for ${columns} coefficients, got ${areas.length}`)
  areas.forEach(({ estimate, variance, covariates }, i) => {
    if (!Number.isFinite(estimate) || !(variance > 0 && variance < Infinity)) throw new RangeError(`fayHerriot requires an estimate with a variance above zero, area ${i} has ${estimate} and ${variance}: leave it out`)
    if (covariates.length !== columns - 1 || !covariates.every(Number.isFinite)) throw new RangeError(`fayHerriot requires ${columns - 1} finite covariates, area ${i} has ${covariates.join(', ')}`)
  })
  return columns
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const unit = (size: number, k: number) => Float64Array.from({ length: size }, (_, j) => (j === k ? 1 : 0))

function dot(first: ArrayLike<number>, second: ArrayLike<number>): number {
  let sum = 0
  for (let k = 0; k < first.length; k++) sum += first[k]! * second[k]!
  return sum
}
