// Whether a database takes a write right now: a full disk and a lock that never goes show here first.
// Separate because it is the one statement of health and no slice's: it writes a page and changes nothing.
import { sql } from 'drizzle-orm'
import type { Database } from './port.ts'

/** Resolves when `office` took a write that changed nothing; rejects with the fault. */
export async function probe(office: Pick<Database, 'write'>): Promise<void> {
  await office.write([sql`UPDATE municipalities SET name = name WHERE id = (SELECT min(id) FROM municipalities)`])
}
