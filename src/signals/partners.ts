// Partner organisations and who reads for them: adding and renaming one, and binding a contact to it.
// Separate from signals because an organisation outlives every signal. An organisation that no longer takes part keeps its past.
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { staff } from '../staff/table.ts'
import { partnerContacts, partners } from './table.ts'
import type { PartnersAnswer, partnerName } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>
type Named = z.output<typeof partnerName>

/** Answers the identifier. Throws partner-exists. */
export async function addPartner(deps: Needs, actor: Actor, { name, network, active }: Named): Promise<string> {
  const id = crypto.randomUUID()
  const [added] = await writeAudited(deps, { ...actor, act: 'add-partner', subject: { partner: id, name, network } }, [
    sql`INSERT INTO partners (id, municipality, name, network, active) VALUES (${id}, ${actor.municipality}, ${name}, ${network ? 1 : 0}, ${active ? 1 : 0})
        ON CONFLICT DO NOTHING RETURNING id`,
  ])
  if (added!.length === 0) throw problem('partner-exists')
  return id
}

/** Throws unknown-partner, partner-exists. */
export async function changePartner(deps: Needs, actor: Actor, id: string, { name, network, active }: Named): Promise<void> {
  await findPartner(deps, actor.municipality, id)
  const [changed] = await writeAudited(deps, { ...actor, act: 'change-partner', subject: { partner: id, name, network, active } }, [
    sql`UPDATE partners SET name = ${name}, network = ${network ? 1 : 0}, active = ${active ? 1 : 0} WHERE id = ${id} AND municipality = ${actor.municipality}
        AND NOT EXISTS (SELECT 1 FROM partners AS other WHERE other.municipality = ${actor.municipality} AND other.name = ${name} AND other.id <> ${id}) RETURNING id`,
  ])
  if (changed!.length === 0) throw problem('partner-exists')
}

/** From now on this person sees what is sent to this organisation, and nothing sent to another. Throws unknown-partner, not-a-contact. */
export async function bindContact(deps: Needs, actor: Actor, id: string, person: string): Promise<void> {
  await findPartner(deps, actor.municipality, id)
  const [bound] = await writeAudited(deps, { ...actor, act: 'bind-partner-contact', subject: { partner: id, person } }, [
    sql`INSERT INTO partner_contacts (staff, partner) SELECT staff.id, ${id} FROM staff WHERE staff.id = ${person} AND municipality = ${actor.municipality} AND active = 1
          AND EXISTS (SELECT 1 FROM json_each(roles) WHERE value = 'partner')
        ON CONFLICT (staff) DO UPDATE SET partner = excluded.partner RETURNING staff`,
  ])
  if (bound!.length === 0) throw problem('not-a-contact')
}

/** Throws not-found. */
export async function releaseContact(deps: Needs, actor: Actor, id: string, person: string): Promise<void> {
  await findPartner(deps, actor.municipality, id)
  const [released] = await writeAudited(deps, { ...actor, act: 'release-partner-contact', subject: { partner: id, person } }, [
    sql`DELETE FROM partner_contacts WHERE partner = ${id} AND staff = ${person} RETURNING staff`,
  ])
  if (released!.length === 0) throw problem('not-found')
}

/** The organisation a person reads for, or null. */
export async function partnerOf({ office }: Pick<Deps, 'office'>, person: string): Promise<string | null> {
  const [found] = await office.read.select({ partner: partnerContacts.partner }).from(partnerContacts)
    .innerJoin(partners, and(eq(partners.id, partnerContacts.partner), eq(partners.active, true))).where(eq(partnerContacts.staff, person))
  return found?.partner ?? null
}

/** What the team sees: every organisation with its contacts, and people with the role who are no organisation's contact yet. */
export async function readPartners({ office }: Pick<Deps, 'office'>, municipality: string): Promise<PartnersAnswer> {
  const all = await office.read.select().from(partners).where(eq(partners.municipality, municipality)).orderBy(asc(partners.name))
  const contacts = all.length === 0 ? [] : await office.read.select({ partner: partnerContacts.partner, staff: staff.id, name: staff.name }).from(partnerContacts)
    .innerJoin(staff, and(eq(staff.id, partnerContacts.staff), eq(staff.active, true))).where(inArray(partnerContacts.partner, all.map(({ id }) => id))).orderBy(asc(staff.name))
  const people = await office.read.select({ staff: staff.id, name: staff.name }).from(staff).leftJoin(partnerContacts, eq(partnerContacts.staff, staff.id))
    .where(and(eq(staff.municipality, municipality), eq(staff.active, true), isNull(partnerContacts.staff), sql`EXISTS (SELECT 1 FROM json_each(${staff.roles}) WHERE value = 'partner')`))
    .orderBy(asc(staff.name))
  return {
    partners: all.map(({ municipality: _, ...partner }) => ({ ...partner, contacts: contacts.filter((one) => one.partner === partner.id).map((one) => ({ staff: one.staff, name: one.name })) })),
    people, own: null,
  }
}

async function findPartner({ office }: Needs, municipality: string, id: string): Promise<void> {
  const [found] = await office.read.select({ id: partners.id }).from(partners).where(and(eq(partners.id, id), eq(partners.municipality, municipality)))
  if (!found) throw problem('unknown-partner')
}
