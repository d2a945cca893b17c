// The audit of one municipality as its staff may read it: newest first, names for people, and the head of the chain.
// Separate from verify-audit.ts, which recomputes; this shows.
import { desc, eq } from 'drizzle-orm'
import { hex } from '../crypto/digest.ts'
import type { Deps } from '../deps.ts'
import { staff } from '../staff/table.ts'
import { GENESIS } from './entry.ts'
import { audit } from './table.ts'
import type { AuditAnswer } from './wire.ts'

const SHOWN = 500

/** Number and digest of the last entry. */
export async function auditHead({ office }: Pick<Deps, 'office'>, municipality: string): Promise<{ seq: number; digest: string }> {
  const [last] = await office.read.select({ seq: audit.seq, digest: audit.digest }).from(audit).where(eq(audit.municipality, municipality)).orderBy(desc(audit.seq)).limit(1)
  return { seq: last?.seq ?? 0, digest: hex(last?.digest ?? GENESIS) }
}

export async function readAudit({ office }: Pick<Deps, 'office'>, municipality: string): Promise<AuditAnswer> {
  const rows = await office.read
    .select({ seq: audit.seq, name: staff.name, act: audit.act, subject: audit.subject, at: audit.at, digest: audit.digest })
    .from(audit).leftJoin(staff, eq(staff.id, audit.staff))
    .where(eq(audit.municipality, municipality)).orderBy(desc(audit.seq)).limit(SHOWN)
  const entries = rows.map(({ digest: _, ...row }) => ({ ...row, subject: JSON.parse(row.subject) as Record<string, unknown>, at: new Date(row.at).toISOString() }))
  return { entries, head: { seq: rows[0]?.seq ?? 0, digest: hex(rows[0]?.digest ?? GENESIS) } }
}
