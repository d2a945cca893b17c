// What is left of the scores after the margins explain their part: the variance of an estimate made with raked weights.
// Separate from rake because "weights as given" is the default and this is the option beside it.
// R survey: the postStrata part of svyrecvar for a raked design (ten rounds over the margins).
import type { Margin } from './margin.ts'

/** Turns scores (weight times deviation, per row) into the scores whose variance counts. */
export type Residuals = (scores: Float64Array) => Float64Array

/**
 * From each row's score per unit of weight, takes away the plain mean of its class, margin after margin, ten rounds.
 * An unknown class is a class like the others. Rows of weight zero have no score and are in no mean.
 */
export function rakingResiduals(margins: readonly Margin[], weights: Float64Array, rounds = 10): Residuals {
  const classes = margins.map((margin) => margin.classes.map((k) => (k < 0 ? margin.totals.length : k)))
  const sizes = margins.map((margin, m) => {
    const size = new Float64Array(margin.totals.length + 1)
    classes[m]!.forEach((k, i) => { if (weights[i]! > 0) size[k]!++ })
    return size
  })
  return function residualsOfRaking(scores) {
    const rates = scores.map((score, i) => (weights[i]! > 0 ? score / weights[i]! : 0))
    for (let round = 0; round < rounds; round++) {
      for (let m = 0; m < margins.length; m++) {
        const means = new Float64Array(sizes[m]!.length)
        const of = classes[m]!
        for (let i = 0; i < rates.length; i++) means[of[i]!]! += rates[i]!
        for (let k = 0; k < means.length; k++) if (sizes[m]![k]! > 0) means[k]! /= sizes[m]![k]!
        for (let i = 0; i < rates.length; i++) if (weights[i]! > 0) rates[i]! -= means[of[i]!]!
      }
    }
    return rates.map((rate, i) => rate * weights[i]!)
  }
}
