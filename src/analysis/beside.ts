// Tests our own figures against those that others published. Separate from what such figures are (`benchmark`), because testing brings the
// numerical packages along: a page leaves it to a worker.
import { againstPublished, publishedSe } from '../stats/published.ts'
import { holm } from '../stats/adjust-p.ts'
import type { Benchmark, Beside } from './benchmark.ts'
import { isEqual } from './benchmark.ts'
import type { Cell } from './edition.ts'
import { tidy } from './published-cell.ts'

/**
 * Our published figure for everybody against every figure of town and country. All tests of one page are one family (Holm).
 * Standard errors are read back from printed limits on both sides, rounding and all: half a point of doubt on ours is
 * added to the margin, so that rounding calls nothing a difference. A figure without a margin is never tested.
 */
export function besideOurs(benchmarks: readonly Benchmark[], ours: (benchmark: Benchmark) => Cell | null, level = 0.05): Beside[] {
  const pairs = benchmarks.flatMap((benchmark) => benchmark.figures.map((figure) => ({ benchmark, figure, cell: ours(benchmark) })))
  const tests = pairs.map(({ benchmark, figure, cell }) => {
    if (!isEqual(benchmark) || figure.low === null || figure.high === null || cell === null || 'hidden' in cell || cell.limit) return null
    const half = benchmark.measure === 'mean' ? 0.05 : 0.5
    const se = Math.hypot(publishedSe({ value: cell.value, lower: cell.low, upper: cell.high }), half / Math.sqrt(3))
    return againstPublished({ estimate: cell.value, se, dfAnswered: Math.max(1, cell.effectiveN - 1) }, { value: figure.value, lower: figure.low, upper: figure.high })
  })
  const adjusted = holm(tests.map((test) => test?.p ?? null))
  return pairs.map(({ benchmark, figure, cell }, index): Beside => {
    const test = tests[index]!
    if (!isEqual(benchmark)) return { benchmark, figure, difference: null, verdict: 'another' }
    if (figure.low === null || figure.high === null) return { benchmark, figure, difference: null, verdict: 'context' }
    if (test === null || test.low === null || test.high === null || cell === null || 'hidden' in cell) return { benchmark, figure, difference: null, verdict: 'hidden' }
    const digits = (value: number): number => (benchmark.measure === 'mean' ? tidy(value) : Math.round(value) + 0)
    const p = adjusted[index] ?? 1
    return {
      benchmark, figure, difference: { value: digits(test.change), low: digits(test.low), high: digits(test.high) },
      verdict: p > level || test.change === 0 ? 'none' : test.change > 0 ? 'higher' : 'lower',
    }
  })
}
