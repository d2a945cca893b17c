// What stands beside an edition of town and country, tested in a thread of its own. Separate from the screen because the thread lives here; without figures
// of others no thread is started.
import type { Benchmark, Beside } from '../../../src/analysis/benchmark.ts'
import type { EditionParts } from '../../results/edition-parts.ts'
import { measureKey } from '../../charts/from-comparison.ts'
import type { Wire } from '../work/remote.ts'
import { remote } from '../work/remote.ts'
import { startWorker } from '../work/trusted-workers.ts'

export async function besides(edition: EditionParts, benchmarks: readonly Benchmark[]): Promise<Beside[]> {
  const asked = new Set(benchmarks.map(({ beside }) => beside))
  if (asked.size === 0) return []
  const { head } = edition
  const ours = edition.rows.filter((row) => row.domain === 'all' && asked.has(measureKey(row)))
  const comparisons = edition.comparisons.filter((row) => row.domain === 'all' && asked.has(measureKey(row)))
  const worker = startWorker('beside')
  const failed = new Promise<never>((_, reject) => worker.addEventListener('error', () => reject(new Error('a worker could not start'))))
  try {
    return await Promise.race([remote(worker as unknown as Wire).ask<Beside[]>('beside', { edition: { head, rows: ours, comparisons, did: [] }, benchmarks }), failed])
  } finally {
    worker.terminate()
  }
}
