// Figures of town and country to stand beside one's own: somebody else's, published with limits (StatLine: value, lower, upper). Separate from
// an imported baseline, which is an earlier wave of the same areas: this is another place, usually another question; and from the test
// (`beside`), which a page leaves to a worker.
import type { Measure } from './edition.ts'

/** What somebody declared of the question: all three, or it is another question. */
export interface Declared { wording: boolean; scale: boolean; mode: boolean }

export interface BenchmarkFigure {
  /** Name of the region as published: "Limburg (PV)". */
  region: string
  /** Percentage 0..100 or mark 0..10, with its 95% limits; both null where none were published: context, never tested. */
  value: number
  low: number | null
  high: number | null
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
  /** Null where it is another question, has no margin, or our own figure is hidden or a limit. */
  difference: { value: number; low: number; high: number } | null
  verdict: 'higher' | 'lower' | 'none' | 'another' | 'context' | 'hidden'
  /** Smallest difference the test could have shown is not known of a published figure: its margin stands instead. */
}

export function isEqual({ equal: { wording, scale, mode } }: Pick<Benchmark, 'equal'>): boolean {
  return wording && scale && mode
}
