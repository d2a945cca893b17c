// A person leaves: sessions and unused links end at once; the row stays, because the audit names it.
import { sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'

export async function removeStaff(deps: Pick<Deps, 'office' | 'clock'>, { municipality, name, by = null }: { municipality: string; name: string; by?: Actor['staff'] }): Promise<void> {
  const person = sql`(SELECT id FROM staff WHERE municipality = ${municipality} AND name = ${name} AND active = 1)`
  const written = await writeAudited(deps, { municipality, staff: by, act: 'remove-staff', subject: { name } }, [
    sql`DELETE FROM sessions WHERE staff = ${person}`,
    sql`DELETE FROM staff_links WHERE staff = ${person}`,
    sql`UPDATE staff SET active = 0 WHERE municipality = ${municipality} AND name = ${name} AND active = 1 RETURNING id`,
  ])
  if (written[2]!.length === 0) throw problem('not-found')
}

/** The same from the console, by identifier; nobody removes themselves. Throws unknown-person. */
export async function removePerson(deps: Pick<Deps, 'office' | 'clock'>, me: { id: string; municipality: string }, id: string): Promise<void> {
  const person = sql`(SELECT id FROM staff WHERE id = ${id} AND municipality = ${me.municipality} AND id <> ${me.id} AND active = 1)`
  const written = await writeAudited(deps, { municipality: me.municipality, staff: me.id, act: 'remove-staff', subject: { person: id } }, [
    sql`DELETE FROM sessions WHERE staff = ${person}`,
    sql`DELETE FROM staff_links WHERE staff = ${person}`,
    sql`UPDATE staff SET active = 0 WHERE id = ${person} RETURNING id`,
  ])
  if (written[2]!.length === 0) throw problem('unknown-person')
}
