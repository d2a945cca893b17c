// The areas of a municipality, of every boundary year.
// Separate from the routes, which know HTTP and no SQL.
import { asc, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { areas } from './table.ts'
import type { Area } from './wire.ts'

export async function readAreas({ office }: Pick<Deps, 'office'>, municipality: string): Promise<Area[]> {
  const rows = await office.read.select().from(areas).where(eq(areas.municipality, municipality)).orderBy(asc(areas.boundaryYear), asc(areas.code))
  return rows.map(({ municipality: _, ...area }) => area)
}
