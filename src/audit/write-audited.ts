// A staff act and its audit row in one atomic batch: neither exists without the other.
// Separate because SQLite has no SHA-256, so the head is read first and a trigger refuses a stale one; then the whole batch is tried again.
import { desc, eq, sql } from 'drizzle-orm'
import type { SQLWrapper } from 'drizzle-orm'
import { canonicalJson } from '../crypto/digest.ts'
import type { Row } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { GENESIS, entryDigest } from './entry.ts'
import type { Actor } from './entry.ts'
import { audit } from './table.ts'

/** Each round somebody wins, so this bounds how many may act at the same moment. */
const TRIES = 60

/** What is written down about an act. `subject` must be JSON and never hold a secret. */
export interface Act extends Actor {
  act: string
  subject: Record<string, unknown>
}

/**
 * Writes the statements and the audit row of the act as one batch in `office`, and answers the RETURNING rows of the statements.
 * The LAST statement carries the guard: when it changes no row, no audit row is written (earlier statements must then change nothing either).
 */
export async function writeAudited(deps: Pick<Deps, 'office' | 'clock'>, act: Act, statements: readonly SQLWrapper[]): Promise<Row[][]> {
  for (let attempt = 1; ; attempt += 1) {
    const row = await appendAfterHead(deps, act)
    try {
      return (await deps.office.write([...statements, row])).slice(0, statements.length)
    } catch (fault) {
      if (attempt === TRIES || !isStaleHead(fault)) throw fault
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
    }
  }
}

async function appendAfterHead({ office, clock }: Pick<Deps, 'office' | 'clock'>, { municipality, staff, act, subject }: Act): Promise<SQLWrapper> {
  const [head] = await office.read.select({ seq: audit.seq, digest: audit.digest }).from(audit).where(eq(audit.municipality, municipality)).orderBy(desc(audit.seq)).limit(1)
  const previous = head?.digest ?? GENESIS
  const entry = { seq: (head?.seq ?? 0) + 1, municipality, staff, act, subject: canonicalJson(subject), at: clock().getTime() }
  const digest = await entryDigest(previous, entry)
  return sql`INSERT INTO audit (municipality, seq, staff, act, subject, at, previous_digest, digest)
    SELECT ${municipality}, ${entry.seq}, ${staff}, ${act}, ${entry.subject}, ${entry.at}, ${previous}, ${digest} WHERE changes() > 0`
}

/** Triggers answer by message on both transports; over HTTP the code inside a batch may be unknown. */
function isStaleHead(fault: unknown): boolean {
  return String((fault as Error | undefined)?.message).includes('audit: stale head')
}
