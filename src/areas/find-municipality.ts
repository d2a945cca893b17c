// A municipality with its contact block, by identifier.
import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { municipalities } from './table.ts'

export type Municipality = typeof municipalities.$inferSelect

/** Throws 'unknown-municipality'. */
export async function findMunicipality({ office }: Pick<Deps, 'office'>, id: string): Promise<Municipality> {
  const [found] = await office.read.select().from(municipalities).where(eq(municipalities.id, id))
  if (!found) throw problem('unknown-municipality')
  return found
}
