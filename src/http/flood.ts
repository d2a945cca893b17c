// In front of everything else for the addresses of reporters: who is too many hears 429 and when to come back, before a body is read, a database asked
// or a hash computed (attack 43). Separate from the guard, which is about who may; this is about how many.
import type { MiddlewareHandler } from 'hono'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import type { Env } from './env.ts'
import { isStaffFace } from './face.ts'

/** For `/api/reports` and everything under it, on residents' hosts. */
export function holdFlood(deps: Deps): MiddlewareHandler<Env> {
  return async function letIn(c, next) {
    const { gate, bucket } = deps
    if (!gate || isStaffFace(c.req.url, deps.staffOrigin)) return next()
    const wait = gate.enter(bucket?.(c.req.raw, c.env) ?? null)
    if (wait > 0) throw problem('too-many-requests', { retryAfter: wait })
    try {
      await next()
    } finally {
      gate.leave()
    }
  }
}
