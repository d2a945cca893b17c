// A municipality with its contact block and its host names, by identifier.
import { asc, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { hosts, municipalities } from './table.ts'

export type Municipality = typeof municipalities.$inferSelect

/** Throws 'unknown-municipality'. */
export async function findMunicipality({ office }: Pick<Deps, 'office'>, id: string): Promise<Municipality> {
  const [found] = await office.read.select().from(municipalities).where(eq(municipalities.id, id))
  if (!found) throw problem('unknown-municipality')
  return found
}

/** The host names of residents' pages, with the port where there is one. */
export async function hostsOf({ office }: Pick<Deps, 'office'>, municipality: string): Promise<string[]> {
  return (await office.read.select({ host: hosts.host }).from(hosts).where(eq(hosts.municipality, municipality)).orderBy(asc(hosts.host))).map(({ host }) => host)
}
