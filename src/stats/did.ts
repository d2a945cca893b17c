// Difference in differences of two groups over two waves as a saturated regression: item ~ focus * post.
// Separate from the headline test (area-did): this knows sampling error alone, not that areas move for their own reasons.
// R survey: svyglm(item ~ foc * post, design, family = gaussian() or quasibinomial()); linearised standard errors.
import { changeOf, type Change } from './change.ts'
import { degreesOfFreedom, type Design } from './design.ts'
import { linearisedMean } from './mean.ts'
import { varianceOfTotal } from './variance.ts'

export type Term = '(Intercept)' | 'foc' | 'post' | 'foc:post'
export type DidTerm = Change & { term: Term }

/** Group of a row: 1 focus, 0 comparison, -1 neither. Post: 1 in the later wave. */
export interface DidColumns { design: Design; values: Float64Array; group: Int8Array; post: Uint8Array }
export interface DidOptions { logistic?: boolean; fpc?: boolean }

const CELLS = [[0, 0], [1, 0], [0, 1], [1, 1]] as const
const CONTRASTS: readonly [Term, readonly [number, number, number, number]][] = [
  ['(Intercept)', [1, 0, 0, 0]],
  ['foc', [-1, 1, 0, 0]],
  ['post', [-1, 0, 1, 0]],
  ['foc:post', [1, -1, -1, 1]],
]

/**
 * The four coefficients with linearised standard errors, t, p and limits; df = sampling units - strata - 3 among the rows
 * of both groups that answered. The model is saturated, so a coefficient is a contrast of four cell means (of their
 * logits for `logistic`) and its score the same contrast of theirs.
 * Throws RangeError for a cell without answers, or, for `logistic`, a cell where all or none said yes.
 */
export function differenceInDifferences({ design, values, group, post }: DidColumns, { logistic = false, fpc = false }: DidOptions = {}): DidTerm[] {
  const cells = CELLS.map(([focus, later]) => {
    const domain = Uint8Array.from(group, (g, i) => (g === focus && post[i] === later ? 1 : 0))
    const cell = linearisedMean('differenceInDifferences', design, values, domain)
    if (!logistic) return cell
    const slope = cell.mean * (1 - cell.mean)
    if (!(slope > 0)) throw new RangeError(`differenceInDifferences requires shares between 0 and 1 in every cell, ${cellName(focus, later)} has ${cell.mean}`)
    return { ...cell, mean: Math.log(cell.mean / (1 - cell.mean)), scores: cell.scores.map((score) => score / slope) }
  })
  const df = degreesOfFreedom(design, Uint8Array.from(group, (g) => (g < 0 ? 0 : 1)), values) - 3
  return CONTRASTS.map(([term, contrast]) => {
    const scores = new Float64Array(design.n)
    let estimate = 0
    contrast.forEach((sign, k) => {
      if (sign === 0) return
      estimate += sign * cells[k]!.mean
      for (let i = 0; i < scores.length; i++) scores[i]! += sign * cells[k]!.scores[i]!
    })
    return { term, ...changeOf(estimate, Math.sqrt(varianceOfTotal(design, scores, { fpc })), df) }
  })
}

function cellName(focus: number, later: number): string {
  return `${focus === 1 ? 'focus' : 'comparison'} ${later === 1 ? 'after' : 'before'}`
}
