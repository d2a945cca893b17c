// Finding a signal inside the municipality of who asks: another's does not exist, without a hint; nor does one whose words are forgotten.
import { and, eq, isNotNull } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { signals } from './table.ts'

export type Signal = typeof signals.$inferSelect

/** Throws unknown-signal. */
export async function findSignal({ office }: Pick<Deps, 'office'>, municipality: string, id: string): Promise<Signal> {
  const [found] = await office.read.select().from(signals).where(and(eq(signals.id, id), eq(signals.municipality, municipality), isNotNull(signals.sealed)))
  if (!found) throw problem('unknown-signal')
  return found
}
