// GET /api/areas: the areas of the municipality of who asks.
// Areas are changed by operator verbs only (`import-areas` and its like).
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/env.ts'
import { readAreas } from './read-areas.ts'

export function areaRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>().get('/api/areas', async (c) => c.json(await readAreas(deps, c.get('staff').municipality)))
}
