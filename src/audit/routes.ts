// GET /api/staff/audit: the acts of the municipality of who asks, newest first, and the head of its chain; the chain as a file for everybody.
// Reads only; entries are written by the verbs themselves, in the batch of the act.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/env.ts'
import { chainFile } from './chain-file.ts'
import { readAudit } from './read-audit.ts'

export function auditRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/api/staff/audit', async (c) => c.json(await readAudit(deps, c.get('staff').municipality)))
    .get('/api/audit/file', async (c) => c.json(await chainFile(deps, c.get('staff').municipality)))
    .get('/api/public/audit', async (c) => c.json(await chainFile(deps, c.get('municipality'))))
}
