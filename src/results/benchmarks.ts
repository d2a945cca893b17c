// Figures of town and country beside the municipality's own: added by who counts, taken away again, listed for everybody who may read results. Separate from
// imported baselines: these are other places, never compared as a wave.
import { asc, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Benchmark } from '../analysis/benchmark.ts'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { benchmarks } from './table.ts'
import type { benchmarkRequest } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** In the order of their publication. */
export async function listBenchmarks({ office }: Pick<Deps, 'office'>, municipality: string): Promise<Benchmark[]> {
  const rows = await office.read.select({ id: benchmarks.id, json: benchmarks.json }).from(benchmarks).where(eq(benchmarks.municipality, municipality)).orderBy(asc(benchmarks.id))
  return rows.map(({ id, json }) => ({ id, ...json })).sort((a, b) => a.source.localeCompare(b.source) || a.topic.localeCompare(b.topic))
}

export async function addBenchmark(deps: Needs, actor: Actor, request: z.output<typeof benchmarkRequest>): Promise<{ id: string }> {
  const id = `benchmark-${crypto.randomUUID().slice(0, 13)}`
  await writeAudited(deps, { ...actor, act: 'add-benchmark', subject: { benchmark: id, source: request.source, beside: request.beside } }, [
    sql`INSERT INTO benchmarks (id, municipality, json) VALUES (${id}, ${actor.municipality}, ${JSON.stringify(request)}) RETURNING id`,
  ])
  return { id }
}

/** Throws unknown-benchmark. */
export async function removeBenchmark(deps: Needs, actor: Actor, id: string): Promise<void> {
  const [removed] = await writeAudited(deps, { ...actor, act: 'remove-benchmark', subject: { benchmark: id } }, [
    sql`DELETE FROM benchmarks WHERE id = ${id} AND municipality = ${actor.municipality} RETURNING id`,
  ])
  if (removed!.length === 0) throw problem('unknown-benchmark')
}
