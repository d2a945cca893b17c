// The keys drafts are sealed to: a reviewer registers a personal identity, made and wrapped on their device; somebody else confirms it.
// Separate from the officers' keys (src/reports): a reviewer opens drafts and never a report.
import { and, asc, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { staff } from '../staff/table.ts'
import { reviewKeys } from './table.ts'
import type { ReviewKeys, reviewKey } from './wire.ts'
import type { Writer } from './write-signal.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** Registers one's own; another key has to be confirmed anew. */
export async function registerReviewKey(deps: Needs, actor: Writer, { recipient, wrapped }: z.output<typeof reviewKey>): Promise<void> {
  await writeAudited(deps, { ...actor, act: 'register-review-key', subject: { recipient } }, [
    sql`INSERT INTO review_keys (staff, recipient, wrapped) VALUES (${actor.staff}, ${recipient}, ${wrapped})
        ON CONFLICT (staff) DO UPDATE SET recipient = excluded.recipient, wrapped = excluded.wrapped,
          confirmed_by = CASE WHEN review_keys.recipient = excluded.recipient THEN confirmed_by END`,
  ])
}

/** A second person says that this key is that person's. Throws key-not-asked. */
export async function confirmReviewKey(deps: Needs, actor: Writer, person: string, recipient: string): Promise<void> {
  const [confirmed] = await writeAudited(deps, { ...actor, act: 'confirm-review-key', subject: { person, recipient } }, [
    sql`UPDATE review_keys SET confirmed_by = ${actor.staff} WHERE staff = ${person} AND recipient = ${recipient} AND confirmed_by IS NULL AND staff <> ${actor.staff}
          AND EXISTS (SELECT 1 FROM staff WHERE staff.id = ${person} AND municipality = ${actor.municipality} AND active = 1) RETURNING staff`,
  ])
  if (confirmed!.length === 0) throw problem('key-not-asked')
}

/** Keys of people who are reviewers now. */
export async function readReviewKeys({ office }: Pick<Deps, 'office'>, { municipality, staff: asker }: Writer): Promise<ReviewKeys> {
  const rows = await office.read
    .select({ staff: staff.id, name: staff.name, recipient: reviewKeys.recipient, wrapped: reviewKeys.wrapped, confirmedBy: reviewKeys.confirmedBy })
    .from(reviewKeys).innerJoin(staff, and(eq(staff.id, reviewKeys.staff), eq(staff.active, true)))
    .where(and(eq(staff.municipality, municipality), sql`EXISTS (SELECT 1 FROM json_each(${staff.roles}) WHERE value = 'reviewer')`)).orderBy(asc(staff.name))
  const own = rows.find((row) => row.staff === asker)
  return {
    own: own ? { recipient: own.recipient, wrapped: own.wrapped, confirmed: own.confirmedBy !== null } : null,
    reviewers: rows.map(({ wrapped: _, confirmedBy, ...row }) => ({ ...row, confirmed: confirmedBy !== null, self: row.staff === asker })),
  }
}
