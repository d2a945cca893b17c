// GET /api/instruments/:hash: the questionnaire as immutable JSON, the same bytes for phone and console.
// Named by its own digest, so a cache may keep it for ever.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/env.ts'
import { immutable } from '../http/privacy.ts'
import { findInstrument } from './find-instrument.ts'

export function instrumentRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>().get('/api/instruments/:hash', async (c) => {
    const json = await findInstrument(deps, c.req.param('hash'))
    immutable(c)
    return c.body(json, 200, { 'content-type': 'application/json' })
  })
}
