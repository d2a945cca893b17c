// Who a session's secret belongs to, if it still lives: not past its end, not idle, the person still active. Use pushes the idle time on.
// Separate from open-session.ts because it runs on every staff request; it writes at most once a minute per session.
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { Staff } from '../http/env.ts'
import type { Role } from '../http/roles.ts'
import { IDLE_MINUTES } from './open-session.ts'
import { secretDigest } from './secret.ts'
import { sessions, staff } from './table.ts'

const TOUCH_AFTER = 60_000

/** The person signed in, with the roles of this moment, or null. */
export async function findSession({ office, clock }: Pick<Deps, 'office' | 'clock'>, secret: string): Promise<Staff | null> {
  const now = clock().getTime()
  const digest = await secretDigest(secret)
  const living = and(eq(sessions.sessionDigest, digest), gt(sessions.expiresAt, now), gt(sessions.idleAt, now), eq(staff.active, true))
  const [found] = await office.read
    .select({ id: staff.id, name: staff.name, municipality: staff.municipality, roles: staff.roles, audience: staff.audience, idleAt: sessions.idleAt })
    .from(sessions).innerJoin(staff, eq(staff.id, sessions.staff)).where(living)
  if (!found) return null
  const idleAt = now + IDLE_MINUTES * 60_000
  if (idleAt - found.idleAt > TOUCH_AFTER) {
    // Guarded, so that a session that ended meanwhile is not brought back.
    await office.write([sql`UPDATE sessions SET idle_at = ${idleAt} WHERE session_digest = ${digest} AND idle_at > ${now}`])
  }
  return { id: found.id, name: found.name, municipality: found.municipality, roles: JSON.parse(found.roles) as Role[], audience: found.audience }
}
