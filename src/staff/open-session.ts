// Signing in with a one-time link: the link is spent and the session is made in one batch, or neither.
// The session's secret is always new, whatever cookie the browser brought (no fixation), and an old session of that browser ends.
import { eq, sql } from 'drizzle-orm'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { claimFirstLink } from './first-link.ts'
import { newSecret, secretDigest } from './secret.ts'
import { staff, staffLinks } from './table.ts'

export const SESSION_HOURS = 8
export const IDLE_MINUTES = 15

/** Spends the link and answers the new session's secret. Refused alike when used, expired, unknown or of a person who left. */
export async function openSession(deps: Pick<Deps, 'office' | 'clock'>, link: string, oldSecret?: string): Promise<string> {
  const now = deps.clock().getTime()
  const linkDigest = await secretDigest(link)
  const secret = newSecret()
  const holder = () => deps.office.read.select({ id: staff.id, municipality: staff.municipality }).from(staffLinks)
    .innerJoin(staff, eq(staff.id, staffLinks.staff)).where(eq(staffLinks.linkDigest, linkDigest))
  let [person] = await holder()
  if (!person && (await claimFirstLink(deps, linkDigest))) [person] = await holder()
  if (!person) throw problem('link-refused')
  // The read above only names the actor for the audit; what decides is the guarded UPDATE, and the session hangs on its having changed a row.
  const written = await writeAudited(deps, { municipality: person.municipality, staff: person.id, act: 'sign-in', subject: {} }, [
    sql`DELETE FROM sessions WHERE expires_at <= ${now} OR idle_at <= ${now} OR (session_digest = ${await secretDigest(oldSecret ?? '')}
      AND EXISTS (SELECT 1 FROM staff_links WHERE link_digest = ${linkDigest} AND used = 0 AND expires_at > ${now}))`,
    sql`UPDATE staff_links SET used = 1 WHERE link_digest = ${linkDigest} AND used = 0 AND expires_at > ${now}
      AND EXISTS (SELECT 1 FROM staff WHERE id = staff_links.staff AND active = 1)`,
    sql`INSERT INTO sessions (session_digest, staff, expires_at, idle_at)
      SELECT ${await secretDigest(secret)}, ${person.id}, ${now + SESSION_HOURS * 3_600_000}, ${now + IDLE_MINUTES * 60_000} WHERE changes() = 1
      RETURNING staff`,
  ])
  if (written[2]!.length === 0) throw problem('link-refused')
  return secret
}
