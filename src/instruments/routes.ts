// GET /api/instruments/:hash: the questionnaire as immutable JSON, the same bytes for phone and console.
import { Hono } from 'hono'
import { eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/env.ts'
import { immutable } from '../http/privacy.ts'
import { problem } from '../problem.ts'
import { instruments } from './table.ts'

export function instrumentRoutes({ office }: Deps): Hono<Env> {
  return new Hono<Env>().get('/api/instruments/:hash', async (c) => {
    const [found] = await office.read.select({ json: instruments.json }).from(instruments).where(eq(instruments.hash, c.req.param('hash')))
    if (!found) throw problem('unknown-instrument')
    immutable(c)
    return c.body(found.json, 200, { 'content-type': 'application/json' })
  })
}
