// Signing in with a one-time link, who am I, signing out; colleagues and their links.
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
import { ownLink } from './own-link.ts'
import { approvePerson, proposePerson } from './propose-person.ts'
import { readPeople } from './read-people.ts'
import { removePerson } from './remove-staff.ts'
import { personProposal } from './wire.ts'
import type { Invited, Me } from './wire.ts'

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
    .get('/api/staff/people', async (c) => c.json(await readPeople(deps, c.get('staff'))))
    .post('/api/staff/people', async (c) => {
      const proposal = await readJson(c, personProposal)
      return c.json(await proposePerson(deps, c.get('staff'), proposal), 201)
    })
    .post('/api/staff/people/:person/agree', async (c) => {
      await readJson(c, z.strictObject({}))
      return c.json(await approvePerson(deps, c.get('staff'), c.req.param('person')))
    })
    .delete('/api/staff/people/:person', async (c) => {
      await removePerson(deps, c.get('staff'), c.req.param('person'))
      return c.body(null, 204)
    })
    .post('/api/staff/link', async (c) => {
      await readJson(c, z.strictObject({}))
      return c.json({ link: await ownLink(deps, c.get('staff')) } satisfies Invited)
    })
}

async function me(deps: Deps, { name, roles, municipality }: Staff): Promise<Me> {
  const { id, name: title, example } = await findMunicipality(deps, municipality)
  return { name, roles, municipality: { id, name: title, example } }
}
