// Cronbach's alpha: how far the items of a scale measure one thing.
// Separate from its limits because a plain figure needs no design. Items must point the same way before they come here.
// R: k/(k-1) (1 - trace(V)/sum(V)) with cov(), cov(use = "pairwise.complete.obs") or cov.wt(); survey: svycralpha.
import { checkScale, completeRows, covarianceOf } from './answer-matrix.ts'
import { fInverse } from './distributions.ts'

export interface Alpha { alpha: number; items: number; /** Rows that answered every item. */ n: number }

/**
 * alpha of those who answered every item, with or without weights. Throws RangeError for fewer than two items or two
 * complete rows, and when nobody differs.
 */
export function alpha(items: readonly Float64Array[], weights?: Float64Array): Alpha {
  checkScale('alpha', items, weights)
  const rows = completeRows(items, weights)
  if (rows.length < 2) throw new RangeError(`alpha requires at least two people who answered every item, got ${rows.length}`)
  return { alpha: alphaOf('alpha', items.length, (j, k) => covarianceOf(items[j]!, items[k]!, rows, weights)), items: items.length, n: rows.length }
}

/** alpha from covariances of all who answered both of a pair, unweighted. R: cov(use = "pairwise.complete.obs"). */
export function pairwiseAlpha(items: readonly Float64Array[]): Alpha {
  checkScale('pairwiseAlpha', items)
  const covariance = (j: number, k: number) => {
    const rows = completeRows([items[j]!, items[k]!])
    if (rows.length < 2) throw new RangeError(`pairwiseAlpha requires at least two people who answered items ${j} and ${k}, got ${rows.length}`)
    return (covarianceOf(items[j]!, items[k]!, rows) * rows.length) / (rows.length - 1)
  }
  return { alpha: alphaOf('pairwiseAlpha', items.length, covariance), items: items.length, n: completeRows(items).length }
}

/**
 * Feldt's limits of an unweighted alpha: (1 - alpha) / (1 - true alpha) follows F with n - 1 and (n - 1)(k - 1) degrees of
 * freedom. With an effective n they hold roughly for weighted data; alphaOfDesign gives limits that know the design.
 * Throws RangeError for n of one or less, or an alpha above 1. Feldt (1965); R psych: alpha.ci.
 */
export function feldtLimits({ alpha: value, items, n }: Alpha, level = 0.95): { low: number; high: number } {
  if (!(value <= 1)) throw new RangeError(`feldtLimits requires an alpha of at most 1, got ${value}`)
  if (!(n > 1 && n < Infinity && items >= 2)) throw new RangeError(`feldtLimits requires more than one person and two items, got ${n} and ${items}`)
  const [df, rest] = [n - 1, (n - 1) * (items - 1)]
  return { low: 1 - (1 - value) * fInverse((1 + level) / 2, df, rest), high: 1 - (1 - value) * fInverse((1 - level) / 2, df, rest) }
}

function alphaOf(caller: string, items: number, covariance: (j: number, k: number) => number): number {
  let [own, all] = [0, 0]
  for (let j = 0; j < items; j++) {
    for (let k = 0; k <= j; k++) {
      const value = covariance(j, k)
      if (j === k) own += value
      all += j === k ? value : 2 * value
    }
  }
  if (!(all > 0)) throw new RangeError(`${caller} requires people who differ in the sum of the items`)
  return (items / (items - 1)) * (1 - own / all)
}
