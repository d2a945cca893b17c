// Adds a person (or gives a known one other roles) and makes a one-time sign-in link for them.
// Whoever was signed in under that name is signed out and earlier links die, so that a change of rights never rides on an old session or link.
import { sql } from 'drizzle-orm'
import type { SQLWrapper } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import type { Staff } from '../http/env.ts'
import { roles as known } from '../http/roles.ts'
import type { Role } from '../http/roles.ts'
import { problem } from '../problem.ts'
import { newSecret, secretDigest } from './secret.ts'

/** Hours a link can be used. */
export const LINK_HOURS = 72

export interface Invitation {
  municipality: string
  name: string
  roles: readonly Role[]
  audience?: Staff['audience']
  by?: Actor['staff']
  /** An act in the same batch that this hangs on: the statement, and what holds once it has changed a row. */
  once?: { act: SQLWrapper; done: SQLWrapper }
}

/** Answers the link to hand over: `<staff origin>/#/aanmelden/<secret>`. The secret is in the fragment, so that it reaches no server by itself. */
export async function inviteStaff(
  deps: Pick<Deps, 'office' | 'clock' | 'staffOrigin'>,
  { municipality, name, roles, audience = 'steering', by = null, once }: Invitation,
): Promise<string> {
  if (name.trim() === '' || name.length > 100) throw problem('invalid-plan', { where: 'the name' })
  if (roles.length === 0 || !roles.every((role) => known.includes(role))) throw problem('invalid-plan', { where: `the role (one of ${known.join(', ')})` })
  if (!['steering', 'partners', 'public'].includes(audience)) throw problem('invalid-plan', { where: 'the audience (one of steering, partners, public)' })
  const secret = newSecret()
  const person = sql`(SELECT id FROM staff WHERE municipality = ${municipality} AND name = ${name})`
  const expires = deps.clock().getTime() + LINK_HOURS * 3_600_000
  const may = once ? sql`AND ${once.done}` : sql``
  const written = await writeAudited(deps, { municipality, staff: by, act: 'invite-staff', subject: { name, roles: [...roles], audience } }, [
    ...(once ? [once.act] : []),
    sql`INSERT INTO staff (id, municipality, name, roles, audience)
      SELECT ${crypto.randomUUID()}, id, ${name}, ${JSON.stringify([...new Set(roles)].sort())}, ${audience} FROM municipalities WHERE id = ${municipality} ${may}
      ON CONFLICT (municipality, name) DO UPDATE SET roles = excluded.roles, audience = excluded.audience, active = 1`,
    sql`DELETE FROM sessions WHERE staff = ${person} ${may}`,
    sql`DELETE FROM staff_links WHERE staff = ${person} ${may}`,
    sql`INSERT INTO staff_links (link_digest, staff, expires_at)
      SELECT ${await secretDigest(secret)}, id, ${expires} FROM staff WHERE municipality = ${municipality} AND name = ${name} ${may} RETURNING staff`,
  ])
  if (written.at(-1)!.length === 0) throw problem(once ? 'second-person-needed' : 'unknown-municipality')
  return `${deps.staffOrigin}/#/aanmelden/${secret}`
}
