// The addresses of `intake`: one way in for residents, one way out for the device that counts.
import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { checked, readJson } from '../http/body.ts'
import type { Env } from '../http/env.ts'
import { receiveResponse } from './receive-response.ts'
import { sealedPage } from './sealed-rows.ts'
import { responseRequest } from './wire.ts'

/** The random key after which a page begins: up to 63 bits, so not a number. */
const after = z.strictObject({ after: z.string().regex(/^\d{1,19}$/).default('0').transform(BigInt).refine((key) => key < 2n ** 63n) })

export function intakeRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .post('/api/responses', async (c) => {
      const request = await readJson(c, responseRequest)
      return c.json(await receiveResponse(deps, c.get('municipality'), request))
    })
    .get('/api/waves/:wave/sealed', async (c) => {
      const page = checked(after, c.req.query())
      const bytes = await sealedPage(deps, c.get('staff').municipality, c.req.param('wave'), page.after)
      return c.body(bytes, 200, { 'content-type': 'application/octet-stream' })
    })
}
