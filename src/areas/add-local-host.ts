// Lets the municipality that was set up on this machine's loopback answer on another port too, when the server is started on one.
// Separate because it is the only host name nobody declares. Does nothing where no municipality lives on 127.0.0.1.
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'

export async function addLocalHost({ office }: Pick<Deps, 'office'>, port: number): Promise<void> {
  await office.write([
    sql`INSERT INTO hosts (host, municipality) SELECT ${`127.0.0.1:${port}`}, municipality FROM hosts WHERE host LIKE '127.0.0.1%' ORDER BY host LIMIT 1
      ON CONFLICT (host) DO NOTHING`,
  ])
}
