// The test an edition makes of a change: R's standard errors, with the degrees of freedom that unequal weights leave.
// Separate from change, whose df count respondents as R's svyttest does: where one person weighs as much as ten others, a
// variance rests on few people, and counting all of them calls chance a change (coverage in README.md).
// Satterthwaite (1946) for the squared scores of a weighted mean, as Bell and McCaffrey (2002) use it for survey variances;
// Welch (1947) for the two waves. No R counterpart in survey; with equal weights the df of one wave are R's.
import { changeOf, type Change } from './change.ts'
import type { Design, Domain } from './design.ts'

/** An estimate with the degrees of freedom of its variance: those of R after dropping missing answers, times `dfShare`. */
export interface TestedSide { estimate: number; se: number; df: number }

/**
 * What unequal weights leave of the degrees of freedom in domains made of whole strata: sum(w^2)^2 / (n sum(w^4)), 1 for
 * equal weights; rows of weight zero do not count. 1 where a domain has nobody.
 */
export function dfShares({ weights, stratum, strata }: Design, domains: readonly ArrayLike<number>[]): Float64Array {
  const [n, squares, fourths] = [new Float64Array(strata), new Float64Array(strata), new Float64Array(strata)]
  // in units of the largest weight, so that a fourth power neither overflows nor vanishes
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0)
  weights.forEach((weight, row) => {
    if (weight === 0) return
    const h = stratum[row]!
    const square = (weight / largest) ** 2
    n[h]! += 1
    squares[h]! += square
    fourths[h]! += square * square
  })
  return Float64Array.from(domains, (members) => {
    let [count, square, fourth] = [0, 0, 0]
    for (let k = 0; k < members.length; k++) {
      count += n[members[k]!]!
      square += squares[members[k]!]!
      fourth += fourths[members[k]!]!
    }
    return fourth > 0 ? Math.min(1, (square * square) / (count * fourth)) : 1
  })
}

/** The same for one domain of any rows. */
export function dfShare(design: Design, domain: Domain): number {
  const part = Int32Array.from(design.stratum, (_, row) => (domain && domain[row] === 0 ? 1 : 0))
  return dfShares({ ...design, stratum: part, strata: 2 }, [[0]])[0]!
}

/**
 * after - before; se^2 adds up; df = (v1 + v2)^2 / (v1^2/df1 + v2^2/df2), v the squared standard errors, never above
 * df1 + df2. No test (null) where a side has less than one degree of freedom or nothing varies. A side whose df are
 * Infinity counts as known. Throws RangeError for NaN, a negative standard error or negative df.
 */
export function welchChange(before: TestedSide, after: TestedSide, level = 0.95): Change {
  for (const { estimate, se, df } of [before, after]) {
    if (!Number.isFinite(estimate) || !(se >= 0 && se < Infinity) || !(df >= 0)) throw new RangeError(`welchChange requires estimates with a standard error and df, got ${estimate}, ${se} and ${df}`)
  }
  const [v1, v2] = [before.se * before.se, after.se * after.se]
  const part = (v: number, df: number): number => (v === 0 ? 0 : (v / (v1 + v2)) ** 2 / df)
  const df = Math.min(before.df, after.df) < 1 ? 0 : v1 + v2 === 0 ? before.df + after.df : 1 / (part(v1, before.df) + part(v2, after.df))
  return changeOf(after.estimate - before.estimate, Math.sqrt(v1 + v2), df, level)
}
