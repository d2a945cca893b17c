// Figures of others tested against one edition's own: what V11 draws. Separate from the view because the test brings numerical packages along; the console runs
// this in a worker, so that no page of results loads them.
import type { Benchmark, Beside } from '../../src/analysis/benchmark.ts'
import { besideOurs } from '../../src/analysis/beside.ts'
import type { Cell } from '../../src/analysis/edition.ts'
import { measureKey } from '../charts/from-comparison.ts'
import type { EditionParts } from './edition-parts.ts'
import { mainItems, readingAt } from './edition-parts.ts'

/** Those of `benchmarks` that stand beside something this edition says of everybody, tested where they may be. */
export function besideEdition(edition: EditionParts, benchmarks: readonly Benchmark[]): Beside[] {
  const ours = new Map<string, Cell>()
  for (const item of mainItems(edition)) {
    const reading = readingAt(edition, item, 'all')
    if (reading) ours.set(measureKey(item), reading.now)
  }
  return besideOurs(benchmarks.filter(({ beside }) => ours.has(beside)), ({ beside }) => ours.get(beside) ?? null, edition.head.recipe.level)
}
