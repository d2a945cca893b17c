// Advice for residents (open, all pages of a language in one answer) and its desk in the console.
// The guard has decided who may call; a language or a name that is none is refused before anything is read.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { checked, readJson } from '../http/body.ts'
import type { Env, Staff } from '../http/env.ts'
import { readAdvice, readAdviceDesk } from './read-advice.ts'
import { adviceOrder, adviceText, language, nothing, slug } from './wire.ts'
import { dropAdvice, orderAdvice, startAdvice, writeAdvice } from './write-advice.ts'

const actorOf = ({ municipality, id }: Staff) => ({ municipality, staff: id })

export function adviceRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/api/advice/:language', async (c) => c.json(await readAdvice(deps, c.get('municipality'), checked(language, c.req.param('language')))))
    .get('/api/staff/advice', async (c) => c.json(await readAdviceDesk(deps, c.get('staff').municipality)))
    .post('/api/staff/advice/start', async (c) => {
      await readJson(c, nothing)
      await startAdvice(deps, actorOf(c.get('staff')))
      return c.json({})
    })
    .post('/api/staff/advice/order', async (c) => {
      const { slugs } = await readJson(c, adviceOrder)
      await orderAdvice(deps, actorOf(c.get('staff')), slugs)
      return c.json({})
    })
    .put('/api/staff/advice/:slug/:language', async (c) => {
      const text = await readJson(c, adviceText)
      await writeAdvice(deps, actorOf(c.get('staff')), checked(slug, c.req.param('slug')), checked(language, c.req.param('language')), text)
      return c.json({})
    })
    .delete('/api/staff/advice/:slug/:language', async (c) => {
      await dropAdvice(deps, actorOf(c.get('staff')), checked(slug, c.req.param('slug')), checked(language, c.req.param('language')))
      return c.body(null, 204)
    })
}
