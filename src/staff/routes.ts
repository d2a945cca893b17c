// Signing in with a one-time link, who am I, signing out.
import { Hono } from 'hono'
import { z } from 'zod'
import { findMunicipality } from '../areas/find-municipality.ts'
import type { Deps } from '../deps.ts'
import { readJson } from '../http/body.ts'
import type { Env, Staff } from '../http/env.ts'
import { dropSession, sessionSecret, setSession } from '../http/session.ts'
import { problem } from '../problem.ts'
import { endSession } from './end-session.ts'
import { findSession } from './find-session.ts'
import { openSession } from './open-session.ts'
import type { Me } from './wire.ts'

const signIn = z.strictObject({ link: z.string().max(300) })

export function staffRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .post('/api/staff/session', async (c) => {
      const { link } = await readJson(c, signIn)
      const secret = await openSession(deps, link.trim().split('/').at(-1)!, sessionSecret(c))
      const staff = await findSession(deps, secret)
      if (!staff) throw problem('link-refused')
      setSession(c, secret)
      return c.json(await me(deps, staff))
    })
    .get('/api/staff/session', async (c) => c.json(await me(deps, c.get('staff'))))
    .delete('/api/staff/session', async (c) => {
      await endSession(deps, sessionSecret(c)!)
      dropSession(c)
      return c.body(null, 204)
    })
}

async function me(deps: Deps, { name, roles, municipality }: Staff): Promise<Me> {
  const { id, name: title, example } = await findMunicipality(deps, municipality)
  return { name, roles, municipality: { id, name: title, example } }
}
