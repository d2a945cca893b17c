// The addresses of `sample`: two for residents, which tell nothing of a code, and one for the coordinator's device.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { readJson } from '../http/body.ts'
import type { Env } from '../http/env.ts'
import { actorOf } from '../waves/routes.ts'
import { checkInvite } from './check-invite.ts'
import { drawInvites } from './draw-invites.ts'
import { issueCredential } from './issue-credential.ts'
import { credentialRequest, drawRequest, inviteCheck } from './wire.ts'

export function sampleRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .post('/api/invites/check', async (c) => {
      const request = await readJson(c, inviteCheck)
      return c.json(await checkInvite(deps, c.get('municipality'), request))
    })
    .post('/api/credentials', async (c) => {
      const request = await readJson(c, credentialRequest)
      const signature = await issueCredential(deps, c.get('municipality'), request)
      return c.body(signature.slice(), 200, { 'content-type': 'application/octet-stream' })
    })
    .post('/api/waves/:wave/invites', async (c) => {
      const request = await readJson(c, drawRequest)
      return c.json(await drawInvites(deps, actorOf(c.get('staff')), c.req.param('wave'), request))
    })
}
