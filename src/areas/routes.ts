// GET /api/areas: the areas of the municipality of who asks, of every boundary year, with their shapes.
import { Hono } from 'hono'
import { asc, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/env.ts'
import { areas } from './table.ts'
import type { Area } from './wire.ts'

export function areaRoutes({ office }: Deps): Hono<Env> {
  return new Hono<Env>().get('/api/areas', async (c) => {
    const { municipality } = c.get('staff')
    const rows = await office.read.select().from(areas).where(eq(areas.municipality, municipality)).orderBy(asc(areas.boundaryYear), asc(areas.code))
    return c.json(rows.map(({ municipality: _, boundary, ...area }): Area => ({ ...area, boundary: boundary === null ? null : (JSON.parse(boundary) as Area['boundary']) })))
  })
}
