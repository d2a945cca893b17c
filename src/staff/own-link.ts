// A link for the next time, made by the person who is signed in: the same person, the same roles, nobody else's word needed.
// Separate from inviting because it gives no right that the session does not have, and signs nobody out.
import { sql } from 'drizzle-orm'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import type { Staff } from '../http/env.ts'
import { LINK_HOURS } from './invite-staff.ts'
import { newSecret, secretDigest } from './secret.ts'

/** Answers the link; an earlier one that was not used dies. */
export async function ownLink(deps: Pick<Deps, 'office' | 'clock' | 'staffOrigin'>, me: Staff): Promise<string> {
  const secret = newSecret()
  await writeAudited(deps, { municipality: me.municipality, staff: me.id, act: 'own-link', subject: {} }, [
    sql`DELETE FROM staff_links WHERE staff = ${me.id}`,
    sql`INSERT INTO staff_links (link_digest, staff, expires_at)
      SELECT ${await secretDigest(secret)}, id, ${deps.clock().getTime() + LINK_HOURS * 3_600_000} FROM staff WHERE id = ${me.id} AND active = 1 RETURNING staff`,
  ])
  return `${deps.staffOrigin}/#/aanmelden/${secret}`
}
