// Adds a municipality with its host names and contact block, or changes the block of a known one.
// A host name belongs to one municipality: taking somebody else's is refused and nothing changes.
import { sql } from 'drizzle-orm'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'

export interface NewMunicipality {
  /** Lower-case letters, digits and hyphens. */
  id: string
  name: string
  /** Host names of residents' pages, with the port where there is one. */
  hosts: readonly string[]
  /** Marked as an example on every page. */
  example?: boolean
  contact?: { desk?: string; officer?: string; phone?: string; hours?: string; walkIn?: string; team?: string; privacyUrl?: string; exitUrl?: string }
}

/** Where quick exit leads unless the municipality sets a page: a plain page about the weather, on the same host. */
export const EXIT = '/weer.html'

export async function addMunicipality(deps: Pick<Deps, 'office' | 'clock' | 'staffOrigin'>, added: NewMunicipality): Promise<void> {
  const { id, name, example = false, contact = {} } = added
  const hosts = added.hosts.map((host) => host.trim().toLowerCase())
  check(added, hosts, new URL(deps.staffOrigin).host)
  const taken = sql`SELECT 1 FROM hosts WHERE municipality <> ${id} AND host IN ${hosts.length > 0 ? hosts : ['']}`
  const written = await writeAudited(deps, { municipality: id, staff: null, act: 'add-municipality', subject: { name, hosts } }, [
    sql`INSERT INTO municipalities (id, name, example, contact_phone, contact_hours, contact_walk_in, contact_team, privacy_url, exit_url, contact, officer)
      SELECT ${id}, ${name}, ${example ? 1 : 0}, ${contact.phone ?? ''}, ${contact.hours ?? ''}, ${contact.walkIn ?? ''}, ${contact.team ?? ''}, ${contact.privacyUrl ?? ''}, ${contact.exitUrl ?? EXIT}, ${contact.desk ?? ''}, ${contact.officer ?? ''}
      WHERE NOT EXISTS (${taken})
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, example = excluded.example, contact_phone = excluded.contact_phone,
        contact_hours = excluded.contact_hours, contact_walk_in = excluded.contact_walk_in, contact_team = excluded.contact_team, privacy_url = excluded.privacy_url, exit_url = excluded.exit_url,
        contact = excluded.contact, officer = excluded.officer`,
    ...hosts.map((host) => sql`INSERT INTO hosts (host, municipality) SELECT ${host}, ${id} WHERE NOT EXISTS (${taken}) ON CONFLICT (host) DO NOTHING`),
    // Last, as the guard: changes exactly when the municipality was written.
    sql`UPDATE municipalities SET name = name WHERE id = ${id} AND NOT EXISTS (${taken}) RETURNING id`,
  ])
  if (written.at(-1)!.length === 0) throw problem('municipality-exists')
}

function check({ id, name, contact }: NewMunicipality, hosts: readonly string[], staffHost: string): void {
  const faults = [
    !/^[a-z0-9-]{1,40}$/.test(id) && 'the identifier',
    (name.trim() === '' || name.length > 100) && 'the name',
    hosts.some((host) => !/^[a-z0-9.-]+(?::\d+)?$/.test(host) || host === staffHost) && 'the host names',
    !isAddress(contact?.exitUrl ?? EXIT) && 'the exit address',
    !isAddress(contact?.privacyUrl ?? EXIT) && 'the privacy address',
  ].filter((fault) => fault !== false)
  if (faults.length > 0) throw problem('invalid-plan', { where: faults.join(', ') })
}

/** A page elsewhere, or one of this host; never a script. */
export function isAddress(address: string): boolean {
  return /^(?:https?:\/\/|\/(?!\/))[^\s<>"'\\]*$/.test(address)
}
