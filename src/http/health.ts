// GET /healthz: whether this process can do its work, for a monitor or a balancer in front. On every host name, without a session.
// Separate from the API because it is no part of it. It says yes or no and nothing else: a number here would be a clock (attack 58).
import { Hono } from 'hono'
import { probe } from '../db/probe.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import type { Env } from './env.ts'
import { logLine } from './log-line.ts'
import { codeOf, problemResponse } from './on-error.ts'

/** Milliseconds an answer holds, so that anybody may ask and the disk is asked seldom. */
const HOLDS = 10_000
const remembered = new WeakMap<object, { fault: string | null; until: number }>()

/** 200 when `office` takes a write, else 503. */
export function healthRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>().get('/healthz', async (c) => {
    const fault = await faultOf(deps)
    if (fault === null) return c.text('ok\n')
    deps.log?.(logLine({ code: fault, route: 'GET /healthz', status: 503 }))
    return problemResponse(c, problem('not-ready'))
  })
}

async function faultOf({ office, clock }: Deps): Promise<string | null> {
  const now = clock().getTime()
  const known = remembered.get(office)
  if (known && known.until > now && known.until <= now + HOLDS) return known.fault
  const fault = await probe(office).then(() => null, codeOf)
  remembered.set(office, { fault, until: now + HOLDS })
  return fault
}
