// A share: the mean of "gave one of these answers", with beta limits that stay between 0 and 1.
// Separate from mean because of the limits. R survey: svyciprop(~I(y %in% answers), method = "beta").
import { betaLimits } from './beta-limits.ts'
import type { Design } from './design.ts'
import type { Estimate } from './estimate.ts'
import { mean, type DomainOptions } from './mean.ts'

/** 1 where the value is among the answers, 0 where it is another, NaN where missing. */
export function indicator(values: ArrayLike<number>, answers: readonly number[]): Float64Array {
  return Float64Array.from(values, (value) => (Number.isNaN(value) ? NaN : answers.includes(value) ? 1 : 0))
}

/** Share of a 0/1 column, or of those who gave one of `answers`; limits as betaLimits says. */
export function share(design: Design, values: Float64Array, options: DomainOptions & { answers?: readonly number[] } = {}): Estimate {
  const column = options.answers ? indicator(values, options.answers) : values
  for (let i = 0; i < column.length; i++) {
    if (column[i] !== 0 && column[i] !== 1 && !Number.isNaN(column[i]!)) throw new RangeError(`share requires 0, 1 or missing, row ${i} has ${column[i]}`)
  }
  const estimate = mean(design, column, options)
  return { ...estimate, ...betaLimits({ share: estimate.estimate, se: estimate.se, df: estimate.df, rows: domainRows(design, options.domain), n: estimate.n }) }
}

/** Rows of a domain, answered or not: what R calls nrow of the subset. */
export function domainRows(design: Design, domain?: Uint8Array): number {
  return domain ? domain.reduce((sum, each) => sum + (each === 0 ? 0 : 1), 0) : design.n
}
