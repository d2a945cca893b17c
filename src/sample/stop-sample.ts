// Stops credentials and counts what was issued per stratum: the last thing asked of a `sample` database before it is destroyed.
// Separate from destroying, because the counts have to be in `office` first.
import { eq, sql } from 'drizzle-orm'
import { DatabaseGone } from '../db/port.ts'
import type { Database } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { invites, replacements } from './table.ts'

export interface Issued {
  stratum: number
  count: number
  /** Codes replaced at the help desk. */
  replaced: number
}

/** Issued credentials by stratum position (strata with neither: not listed); null when the database is gone already. */
export async function stopSample({ databases }: Pick<Deps, 'databases'>, wave: string): Promise<Issued[] | null> {
  try {
    const sample = await databases.open('sample', wave)
    await sample.write([sql`UPDATE state SET open = 0 WHERE id = 1`])
    return await issuedIn(sample)
  } catch (fault) {
    if (fault instanceof DatabaseGone) return null
    throw fault
  }
}

/** Every replacement marked one code without a credential: an unused old one, or the new one of a used. */
export async function issuedIn(sample: Database): Promise<Issued[]> {
  const marked = await sample.read.select({ stratum: invites.stratum, count: sql<number>`count(*)` }).from(invites).where(eq(invites.issued, true)).groupBy(invites.stratum)
  const replaced = new Map((await sample.read.select().from(replacements)).map(({ stratum, codes }) => [stratum, codes]))
  return marked.map(({ stratum, count }) => ({ stratum, count: Number(count) - (replaced.get(stratum) ?? 0), replaced: replaced.get(stratum) ?? 0 }))
}
