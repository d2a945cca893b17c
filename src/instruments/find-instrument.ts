// A published instrument by its digest, as the very JSON that was stored.
// Separate from the routes, which know HTTP and no SQL.
import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { instruments } from './table.ts'

/** Throws 'unknown-instrument'. */
export async function findInstrument({ office }: Pick<Deps, 'office'>, hash: string): Promise<string> {
  const [found] = await office.read.select({ json: instruments.json }).from(instruments).where(eq(instruments.hash, hash))
  if (!found) throw problem('unknown-instrument')
  return found.json
}
