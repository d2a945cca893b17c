// Which municipality a host name belongs to: how one deployment serves many that never see each other.
// Separate because the guard asks on every resident request; the answer is remembered for seconds, absence is not.
import { desc, inArray } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { hosts } from './table.ts'

const REMEMBERED = 5_000
const remembered = new WeakMap<object, Map<string, { municipality: string; until: number }>>()

/** The municipality's identifier, or null when nobody's. `host` with its port, as in a URL; a name stored without a port answers on every port. */
export async function municipalityOfHost({ office, clock }: Pick<Deps, 'office' | 'clock'>, host: string): Promise<string | null> {
  const known = remembered.get(office) ?? new Map()
  remembered.set(office, known)
  const now = clock().getTime()
  const hit = known.get(host)
  if (hit && hit.until > now && hit.until <= now + REMEMBERED) return hit.municipality
  const [row] = await office.read.select({ municipality: hosts.municipality }).from(hosts)
    .where(inArray(hosts.host, [host, host.replace(/:\d+$/, '')])).orderBy(desc(hosts.host)).limit(1)
  if (!row) return null
  known.set(host, { municipality: row.municipality, until: now + REMEMBERED })
  return row.municipality
}
