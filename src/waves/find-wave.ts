// Finding a wave inside the municipality of who asks: another's wave does not exist, without a hint.
// Separate because every staff address about a wave begins with it.
import { and, asc, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { strata, waves } from './table.ts'

export type Wave = typeof waves.$inferSelect
export type StratumRow = typeof strata.$inferSelect

/** Throws unknown-wave. */
export async function findWave({ office }: Pick<Deps, 'office'>, municipality: string, id: string): Promise<Wave> {
  const [found] = await office.read.select().from(waves).where(and(eq(waves.id, id), eq(waves.municipality, municipality)))
  if (!found) throw problem('unknown-wave')
  return found
}

/** The strata of a wave in the order of its manifest. */
export function strataOf({ office }: Pick<Deps, 'office'>, wave: string): Promise<StratumRow[]> {
  return office.read.select().from(strata).where(eq(strata.wave, wave)).orderBy(asc(strata.position)).then((rows) => rows)
}
