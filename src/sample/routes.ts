// The addresses of `sample`: two for residents, which tell nothing of a code, and one for the coordinator's device.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { readJson } from '../http/body.ts'
import type { Env } from '../http/env.ts'
import { actorOf } from '../waves/routes.ts'
import { checkInvite } from './check-invite.ts'
import { drawInvites } from './draw-invites.ts'
import { base64url, unbase64url } from '../crypto/base64url.ts'
import { readBytes } from '../http/body.ts'
import { issueCredential } from './issue-credential.ts'
import { noteCode, notesPrinted, readNotes } from './note-code.ts'
import { reminderList } from './reminder-list.ts'
import { replaceCodes } from './replace-codes.ts'
import { credentialRequest, drawRequest, inviteCheck, noteRequest, notesRequest, replaceRequest } from './wire.ts'
import type { Note } from './wire.ts'

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
    .post('/api/waves/:wave/notes', async (c) => {
      const { sealed } = await readJson(c, noteRequest)
      await noteCode(deps, actorOf(c.get('staff')), c.req.param('wave'), sealed)
      return c.json({})
    })
    .get('/api/waves/:wave/notes', async (c) => {
      const notes = await readNotes(deps, actorOf(c.get('staff')), c.req.param('wave'))
      return c.json(notes.map(({ id, sealed }) => ({ id: base64url(id), sealed: base64url(sealed) })) satisfies Note[])
    })
    .post('/api/waves/:wave/notes/printed', async (c) => {
      const { ids } = await readJson(c, notesRequest)
      await notesPrinted(deps, actorOf(c.get('staff')), c.req.param('wave'), ids, unbase64url)
      return c.json({})
    })
    .post('/api/waves/:wave/replacements', async (c) => {
      const request = await readJson(c, replaceRequest)
      await replaceCodes(deps, actorOf(c.get('staff')), c.req.param('wave'), request)
      return c.json({})
    })
    .post('/api/waves/:wave/reminder-list', async (c) => {
      const sealed = await reminderList(deps, actorOf(c.get('staff')), c.req.param('wave'), await readBytes(c))
      return c.body(sealed.slice(), 200, { 'content-type': 'application/octet-stream' })
    })
}
