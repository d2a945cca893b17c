// Who may read: an officer whom a second person confirmed, and nobody else, whatever role they were given. Separate because every address behind
// which something sealed lies begins with it.
import { and, asc, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { officers } from './table.ts'

export type Officer = typeof officers.$inferSelect

/** The officer who asks. Throws not-an-officer. */
export async function requireOfficer({ office }: Pick<Deps, 'office'>, staff: string): Promise<Officer> {
  const [officer] = await office.read.select().from(officers).where(and(eq(officers.staff, staff), eq(officers.state, 'active')))
  if (!officer) throw problem('not-an-officer')
  return officer
}

/** The confirmed officers of a municipality. */
export function activeOfficers({ office }: Pick<Deps, 'office'>, municipality: string): Promise<Officer[]> {
  return office.read.select().from(officers).where(and(eq(officers.municipality, municipality), eq(officers.state, 'active'))).orderBy(asc(officers.staff)).then((rows) => rows)
}
