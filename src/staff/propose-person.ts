// A colleague invited from the console. A role that opens, counts or reads waits for a second person, so that nobody gives it to themselves
// under another name (attack 33); planning and counting are never one person's. Separate from invite-staff.ts, which the operator's line uses.
import { and, eq, ne, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import type { Staff } from '../http/env.ts'
import type { Role } from '../http/roles.ts'
import { problem } from '../problem.ts'
import { inviteStaff } from './invite-staff.ts'
import { staff, staffProposals } from './table.ts'
import type { Invited, personProposal } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'staffOrigin'>

/** Roles for which one person's word is not enough. */
export const SENSITIVE: readonly Role[] = ['analyst', 'report-officer', 'reviewer']
const AGREEING: readonly Role[] = ['coordinator', 'analyst']

/** Answers a link, or that a second person has to agree. Throws roles-apart, person-exists, second-person-needed. */
export async function proposePerson(deps: Needs, me: Staff, { name, roles, audience }: z.output<typeof personProposal>): Promise<Invited> {
  if (roles.includes('coordinator') && roles.includes('analyst')) throw problem('roles-apart')
  const others = await deps.office.read.select({ id: staff.id, name: staff.name, roles: staff.roles, active: staff.active }).from(staff)
    .where(and(eq(staff.municipality, me.municipality), ne(staff.id, me.id)))
  const known = others.find((person) => person.name === name && person.active)
  if (name === me.name || (known && known.roles !== JSON.stringify([...new Set(roles)].sort()))) throw problem('person-exists')
  const { municipality } = me
  const invitation = { municipality, name, roles, audience, by: me.id }
  if (!roles.some((role) => SENSITIVE.includes(role))) return { link: await inviteStaff(deps, invitation) }
  // The first colleague of all is invited by one person: there is nobody else, and nothing to read yet.
  if (!others.some((person) => agrees(person.roles))) return { link: await inviteStaff(deps, invitation) }
  if (!others.some((person) => person.active && person.name !== name && agrees(person.roles))) throw problem('second-person-needed')
  const id = `person-${crypto.randomUUID().slice(0, 13)}`
  await writeAudited(deps, { municipality, staff: me.id, act: 'propose-person', subject: { name, roles, proposal: id } }, [
    sql`DELETE FROM staff_proposals WHERE municipality = ${municipality} AND name = ${name} AND approved_by IS NULL`,
    sql`INSERT INTO staff_proposals (id, municipality, name, roles, proposed_by) VALUES (${id}, ${municipality}, ${name}, ${JSON.stringify([...new Set(roles)].sort())}, ${me.id}) RETURNING id`,
  ])
  return { waiting: true }
}

/** The second person agrees and hands over the link. Throws unknown-person, second-person-needed. */
export async function approvePerson(deps: Needs, me: Staff, id: string): Promise<Invited> {
  const [found] = await deps.office.read.select().from(staffProposals).where(and(eq(staffProposals.id, id), eq(staffProposals.municipality, me.municipality)))
  if (!found || found.approvedBy !== null) throw problem('unknown-person')
  if (found.proposedBy === me.id || found.name === me.name) throw problem('second-person-needed')
  return {
    link: await inviteStaff(deps, {
      municipality: me.municipality, name: found.name, roles: JSON.parse(found.roles) as Role[], by: me.id,
      once: {
        act: sql`UPDATE staff_proposals SET approved_by = ${me.id} WHERE id = ${id} AND approved_by IS NULL AND proposed_by <> ${me.id}`,
        done: sql`EXISTS (SELECT 1 FROM staff_proposals WHERE id = ${id} AND approved_by = ${me.id})`,
      },
    }),
  }
}

const agrees = (roles: string) => (JSON.parse(roles) as Role[]).some((role) => AGREEING.includes(role))
