// GET /api/staff/audit: the acts of the municipality of who asks, newest first, and the head of its chain.
// Reads only; entries are written by the verbs themselves, in the batch of the act.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/env.ts'
import { readAudit } from './read-audit.ts'

export function auditRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>().get('/api/staff/audit', async (c) => c.json(await readAudit(deps, c.get('staff').municipality)))
}
