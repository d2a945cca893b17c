// Figures of town and country to stand beside one's own: somebody else's, published with limits (StatLine: value, lower, upper). Separate from
// an imported baseline, which is an earlier wave of the same areas: this is another place, usually another question. It is tested only
// where somebody declared wording, scale and mode equal; else it is drawn apart.
import { againstPublished, publishedSe } from '../stats/published.ts'
import { holm } from '../stats/adjust-p.ts'
import type { Cell, Measure } from './edition.ts'
import { tidy } from './published-cell.ts'

/** What somebody declared of the question: all three, or it is another question. */
export interface Declared { wording: boolean; scale: boolean; mode: boolean }

export interface BenchmarkFigure {
  /** Name of the region as published: "Limburg (PV)". */
  region: string
  /** Percentage 0..100 or mark 0..10, with its 95% limits. */
  value: number
  low: number
  high: number
}

/** One topic of one publication, beside one of our own measures. */
export interface Benchmark {
  id: string
  /** "Veiligheidsmonitor 2023". */
  source: string
  /** The topic in the words of the source. */
  topic: string
  /** Our item, measure and categories, as `measureKey` writes them. */
  beside: string
  measure: Measure
  equal: Declared
  figures: readonly BenchmarkFigure[]
}

export interface Beside {
  benchmark: Benchmark
  figure: BenchmarkFigure
  /** Null where it is another question, or our own figure is hidden or a limit. */
  difference: { value: number; low: number; high: number } | null
  verdict: 'higher' | 'lower' | 'none' | 'another' | 'hidden'
  /** Smallest difference the test could have shown is not known of a published figure: its margin stands instead. */
}

export function isEqual({ equal: { wording, scale, mode } }: Pick<Benchmark, 'equal'>): boolean {
  return wording && scale && mode
}

/**
 * Our published figure for everybody against every figure of town and country. All tests of one page are one family (Holm).
 * Standard errors are read back from printed limits on both sides, rounding and all: half a point of doubt on ours is
 * added to the margin, so that rounding calls nothing a difference.
 */
export function besideOurs(benchmarks: readonly Benchmark[], ours: (benchmark: Benchmark) => Cell | null, level = 0.05): Beside[] {
  const pairs = benchmarks.flatMap((benchmark) => benchmark.figures.map((figure) => ({ benchmark, figure, cell: ours(benchmark) })))
  const tests = pairs.map(({ benchmark, figure, cell }) => {
    if (!isEqual(benchmark) || cell === null || 'hidden' in cell || cell.limit) return null
    const half = benchmark.measure === 'mean' ? 0.05 : 0.5
    const se = Math.hypot(publishedSe({ value: cell.value, lower: cell.low, upper: cell.high }), half / Math.sqrt(3))
    return againstPublished({ estimate: cell.value, se, dfAnswered: Math.max(1, cell.effectiveN - 1) }, { value: figure.value, lower: figure.low, upper: figure.high })
  })
  const adjusted = holm(tests.map((test) => test?.p ?? null))
  return pairs.map(({ benchmark, figure, cell }, index): Beside => {
    const test = tests[index]!
    if (!isEqual(benchmark)) return { benchmark, figure, difference: null, verdict: 'another' }
    if (test === null || test.low === null || test.high === null || cell === null || 'hidden' in cell) return { benchmark, figure, difference: null, verdict: 'hidden' }
    const digits = (value: number): number => (benchmark.measure === 'mean' ? tidy(value) : Math.round(value) + 0)
    const p = adjusted[index] ?? 1
    return {
      benchmark, figure, difference: { value: digits(test.change), low: digits(test.low), high: digits(test.high) },
      verdict: p > level || test.change === 0 ? 'none' : test.change > 0 ? 'higher' : 'lower',
    }
  })
}
