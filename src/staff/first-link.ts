// How a system without a municipality begins: one link, printed when the server starts, whose holder becomes the first coordinator and names
// the municipality in the console. Separate from invite-staff.ts because nobody is there yet to be invited; nothing is made until it is opened.
import { eq, sql } from 'drizzle-orm'
import { EXIT } from '../areas/add-municipality.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { LINK_HOURS } from './invite-staff.ts'
import { newSecret, secretDigest } from './secret.ts'
import { firstLinks } from './table.ts'

/** What the first municipality is called in addresses and files; its name is for its own people to give. */
export const FIRST = { municipality: 'gemeente', name: 'Eerste coördinator' }

const EMPTY = sql`NOT EXISTS (SELECT 1 FROM municipalities)`

/** Answers the link, valid for 72 hours, in place of an earlier one; null where a municipality is. `hosts`: of residents' pages, with the port where there is one. */
export async function newFirstLink({ office, clock, staffOrigin }: Pick<Deps, 'office' | 'clock' | 'staffOrigin'>, hosts: readonly string[]): Promise<string | null> {
  const secret = newSecret()
  const expires = clock().getTime() + LINK_HOURS * 3_600_000
  const [written] = await office.write([
    sql`INSERT INTO first_links (id, link_digest, hosts, expires_at) SELECT 1, ${await secretDigest(secret)}, ${JSON.stringify(hosts)}, ${expires} WHERE ${EMPTY}
      ON CONFLICT (id) DO UPDATE SET link_digest = excluded.link_digest, hosts = excluded.hosts, expires_at = excluded.expires_at RETURNING id`,
  ])
  return written!.length === 0 ? null : `${staffOrigin}/#/aanmelden/${secret}`
}

/** Makes the municipality and its first coordinator when this is the first link; from then on it is an ordinary link, still unused. Says whether it was. */
export async function claimFirstLink(deps: Pick<Deps, 'office' | 'clock'>, linkDigest: Uint8Array): Promise<boolean> {
  const { municipality, name } = FIRST
  // Asked first, so that a wrong link takes no turn of a writer; what decides are the guards below.
  const [known] = await deps.office.read.select({ id: firstLinks.id }).from(firstLinks).where(eq(firstLinks.linkDigest, linkDigest))
  if (!known) return false
  const first = sql`FROM first_links WHERE link_digest = ${linkDigest} AND expires_at > ${deps.clock().getTime()}`
  const person = crypto.randomUUID()
  // Only this verb makes a municipality without a name, so that the statements after the first hang on it; the last one spends the first link.
  const made = sql`EXISTS (SELECT 1 FROM municipalities WHERE id = ${municipality} AND name = '')`
  const written = await writeAudited(deps, { municipality, staff: null, act: 'first-start', subject: { name } }, [
    sql`INSERT INTO municipalities (id, name, exit_url) SELECT ${municipality}, '', ${EXIT} ${first} AND ${EMPTY}`,
    sql`INSERT INTO hosts (host, municipality) SELECT lower(value), ${municipality} FROM first_links, json_each(first_links.hosts) WHERE ${made}`,
    sql`INSERT INTO staff (id, municipality, name, roles) SELECT ${person}, ${municipality}, ${name}, ${JSON.stringify(['coordinator'])} ${first} AND ${made}`,
    sql`INSERT INTO staff_links (link_digest, staff, expires_at) SELECT link_digest, ${person}, expires_at ${first} AND ${made}`,
    sql`DELETE FROM first_links WHERE link_digest = ${linkDigest} AND ${made} RETURNING id`,
  ])
  return written.at(-1)!.length > 0
}
