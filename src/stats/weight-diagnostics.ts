// What weighting costs: spread of the weights, Kish's design effect and the effective n that goes beside every base.
// Separate because every edition prints it, also for imported weights that were made elsewhere.
// Kish (1992): deff = n sum(w^2) / sum(w)^2 = 1 + cv^2.
import { checkWeights } from './design.ts'

export interface WeightDiagnostics { n: number; sum: number; min: number; max: number; cv: number; deff: number; effectiveN: number }

/** Diagnostics over the rows with a weight above zero; cv with n as denominator. Example: [1, 1, 2] has deff 18/16. */
export function weightDiagnostics(weights: Float64Array): WeightDiagnostics {
  checkWeights('weightDiagnostics', weights)
  let [n, sum, squares, min, max] = [0, 0, 0, Infinity, 0]
  for (const weight of weights) {
    if (weight === 0) continue
    n++
    sum += weight
    squares += weight * weight
    if (weight < min) min = weight
    if (weight > max) max = weight
  }
  const mean = sum / n
  let deviations = 0
  for (const weight of weights) if (weight > 0) deviations += (weight - mean) ** 2
  return { n, sum, min, max, cv: Math.sqrt(deviations / n) / mean, deff: (n * squares) / (sum * sum), effectiveN: (sum * sum) / squares }
}
