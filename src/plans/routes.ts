// The addresses of the evaluation plan: read, keep a draft, lock, amend.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { readJson } from '../http/body.ts'
import type { Env } from '../http/env.ts'
import { actorOf } from '../waves/routes.ts'
import { nothing } from '../waves/wire.ts'
import { readPlan } from './read-plan.ts'
import { amendmentRequest, evaluationPlan } from './wire.ts'
import { amendPlan, lockPlan, savePlan } from './write-plan.ts'

export function planRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/api/plan', async (c) => c.json(await readPlan(deps, c.get('staff').municipality)))
    .put('/api/plan', async (c) => {
      await savePlan(deps, actorOf(c.get('staff')), await readJson(c, evaluationPlan))
      return c.json({})
    })
    .post('/api/plan/lock', async (c) => {
      await readJson(c, nothing)
      return c.json(await lockPlan(deps, actorOf(c.get('staff'))))
    })
    .post('/api/plan/amendments', async (c) => {
      const request = await readJson(c, amendmentRequest)
      return c.json(await amendPlan(deps, actorOf(c.get('staff')), request), 201)
    })
}
