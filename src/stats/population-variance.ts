// How much people differ: the weighted variance of an answer in the population, with its own standard error.
// Separate from mean because its scores are those of squared deviations. Its root is the sd that planning asks for.
// R survey: svyvar(~y, subset(design, domain), na.rm = TRUE).
import { checkDesign, checkValues, type Design } from './design.ts'
import { answered, type Estimate } from './estimate.ts'
import { linearisedMean, mean, type DomainOptions } from './mean.ts'

/**
 * The mean of n/(n - 1) (y - m)^2, n being those who answered with a weight above zero; its standard error is that of this
 * mean, m taken as known. Throws RangeError when fewer than two answered.
 */
export function populationVariance(design: Design, values: Float64Array, options: DomainOptions = {}): Estimate {
  checkDesign('populationVariance', design)
  checkValues('populationVariance', design, values)
  const { n } = answered('populationVariance', design, values, options.domain)
  if (n < 2) throw new RangeError(`populationVariance requires at least two answers, got ${n}`)
  const centre = linearisedMean('populationVariance', design, values, options.domain).mean
  return { ...mean(design, values.map((value) => (n / (n - 1)) * (value - centre) ** 2), options), deff: null }
}
