// GET /api/staff/audit: the acts of the municipality of who asks, newest first, and the head of the chain.
import { Hono } from 'hono'
import { desc, eq } from 'drizzle-orm'
import { hex } from '../crypto/digest.ts'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/env.ts'
import { staff } from '../staff/table.ts'
import { GENESIS } from './entry.ts'
import { audit } from './table.ts'
import type { AuditAnswer } from './wire.ts'

const SHOWN = 500

export function auditRoutes({ office }: Deps): Hono<Env> {
  return new Hono<Env>().get('/api/staff/audit', async (c) => {
    const rows = await office.read.select({ seq: audit.seq, name: staff.name, act: audit.act, subject: audit.subject, at: audit.at, digest: audit.digest })
      .from(audit).leftJoin(staff, eq(staff.id, audit.staff))
      .where(eq(audit.municipality, c.get('staff').municipality)).orderBy(desc(audit.seq)).limit(SHOWN)
    const head = rows[0]
    const entries = rows.map(({ digest: _, ...row }) => ({ ...row, subject: JSON.parse(row.subject) as Record<string, unknown>, at: new Date(row.at).toISOString() }))
    return c.json({ entries, head: { seq: head?.seq ?? 0, digest: hex(head?.digest ?? GENESIS) } } satisfies AuditAnswer)
  })
}
