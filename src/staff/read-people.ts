// The people of a municipality and those who wait for a second person, as their colleagues may see them: names and roles.
// Separate from the routes, which know HTTP and no SQL.
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import type { Staff } from '../http/env.ts'
import type { Role } from '../http/roles.ts'
import { staff, staffProposals } from './table.ts'
import type { People } from './wire.ts'

export async function readPeople({ office }: Pick<Deps, 'office'>, me: Staff): Promise<People> {
  const people = await office.read.select({ id: staff.id, name: staff.name, roles: staff.roles }).from(staff)
    .where(and(eq(staff.municipality, me.municipality), eq(staff.active, true))).orderBy(asc(staff.name))
  const waiting = await office.read.select({ id: staffProposals.id, name: staffProposals.name, roles: staffProposals.roles, by: staff.name, byId: staff.id })
    .from(staffProposals).innerJoin(staff, eq(staff.id, staffProposals.proposedBy))
    .where(and(eq(staffProposals.municipality, me.municipality), isNull(staffProposals.approvedBy))).orderBy(asc(staffProposals.name))
  const read = (roles: string) => JSON.parse(roles) as Role[]
  return {
    people: people.map(({ id, name, roles }) => ({ id, name, roles: read(roles), me: id === me.id })),
    waiting: waiting.map(({ id, name, roles, by, byId }) => ({ id, name, roles: read(roles), by, mayAgree: byId !== me.id && name !== me.name })),
  }
}
