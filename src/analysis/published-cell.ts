// An exact figure as readers see it: whole points, one decimal for means, bases to 5, a limit where nobody or everybody
// gave the answer, its own sign where it is wide. Separate because suppression asks what a figure would look like if it
// were another, and must ask the very code that prints it.
import { oneDecimal, toFive, wholePoints } from '../disclosure/rounding.ts'
import type { Cell, Measure } from './edition.ts'
import type { Exact } from './wave-table.ts'
import { limitsOf } from './wave-table.ts'

/** Effective n under which, and points (tenths of a mean: a tenth of that) of interval above which, a figure is wide. */
export const WIDE_EFFECTIVE_N = 30
export const WIDE_POINTS = 30

/** Rounds a share to whole points or a mean to one decimal. */
export function rounded(measure: Measure, value: number): number {
  return measure === 'mean' ? oneDecimal(value) : wholePoints(value)
}

/** The published cell of an exact figure. */
export function publishedCell(measure: Measure, exact: Exact): Exclude<Cell, { hidden: true }> {
  const shape = figureOf(measure, exact)
  const width = (shape.high - shape.low) * (measure === 'mean' ? 10 : 1)
  const wide = exact.effectiveN < WIDE_EFFECTIVE_N || width > WIDE_POINTS
  return { ...shape, n: toFive(exact.respondents), effectiveN: toFive(exact.effectiveN), reliability: wide ? 'wide' : 'ok' }
}

/**
 * Value and limits as printed. The limits are the printed value less and plus the rounded distances, not rounded on their
 * own: three roundings of one figure would pin it down to a fraction of a point, one leaves the whole point in doubt.
 */
function figureOf(measure: Measure, exact: Pick<Exact, 'estimate' | 'low' | 'high'>): { value: number; low: number; high: number; limit?: 'atMost' | 'atLeast' } {
  const most = Math.max(1, rounded(measure, exact.high))
  const least = Math.min(99, rounded(measure, exact.low))
  if (measure !== 'mean' && exact.estimate === 0) return { value: most, low: 0, high: most, limit: 'atMost' }
  if (measure !== 'mean' && exact.estimate === 1) return { value: least, low: least, high: 100, limit: 'atLeast' }
  const value = rounded(measure, exact.estimate)
  const ceiling = measure === 'mean' ? 10 : 100
  const low = Math.max(0, tidy(value - rounded(measure, exact.estimate - exact.low)))
  const high = Math.min(ceiling, tidy(value + rounded(measure, exact.high - exact.estimate)))
  return { value, low, high }
}

/** Takes the binary dust off a difference of numbers with one decimal. */
export function tidy(value: number): number {
  return Math.round(value * 10) / 10 + 0
}

/** What a reader would see of a figure, were its estimate and variance these: value and limits as one text. */
export function textOf(measure: Measure, exact: Exact, estimate: number, variance: number): string {
  const se = Math.sqrt(Math.max(0, variance))
  // inside 0 and 1 a variance of exactly 0 stands for no information, not for certainty
  const inside = measure !== 'mean' && estimate > 0 && estimate < 1 && se === 0
  const limits = inside ? { low: estimate, high: estimate } : limitsOf(measure, { ...exact, estimate, se })
  return cellText(figureOf(measure, { estimate, ...limits }))
}

/** The text of a printed figure, as the release ledger compares them. */
export function cellText({ value, low, high, limit }: { value: number; low: number; high: number; limit?: string }): string {
  return `${value} ${low} ${high} ${limit ?? ''}`
}
