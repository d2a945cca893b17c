// Walks the audit chain of a municipality from its first entry and recomputes every digest.
// Separate because it reads only, and because a cut tail shows only against a head kept elsewhere: pass that as `expected`.
import { and, asc, eq, gt } from 'drizzle-orm'
import { hex } from '../crypto/digest.ts'
import type { Deps } from '../deps.ts'
import { GENESIS, entryDigest } from './entry.ts'
import { audit } from './table.ts'

export interface AuditHead {
  seq: number
  /** Hex; 64 zeros before the first entry. */
  digest: string
}

export type AuditVerdict = AuditHead & { sound: true } | { sound: false; firstFault: number }

const PAGE = 1_000

/** Whether the chain holds, with its head; otherwise the number of the first entry that is missing, altered or out of place. */
export async function verifyAudit({ office }: Pick<Deps, 'office'>, municipality: string, expected?: AuditHead): Promise<AuditVerdict> {
  let previous = GENESIS
  let seq = 0
  for (;;) {
    const page = await office.read.select().from(audit).where(and(eq(audit.municipality, municipality), gt(audit.seq, seq))).orderBy(asc(audit.seq)).limit(PAGE)
    for (const row of page) {
      const digest = await entryDigest(previous, row)
      if (row.seq !== seq + 1 || hex(row.previousDigest) !== hex(previous) || hex(row.digest) !== hex(digest)) return { sound: false, firstFault: seq + 1 }
      if (expected?.seq === row.seq && expected.digest !== hex(digest)) return { sound: false, firstFault: row.seq }
      previous = digest
      seq = row.seq
    }
    if (page.length < PAGE) break
  }
  return expected && expected.seq > seq ? { sound: false, firstFault: seq + 1 } : { sound: true, seq, digest: hex(previous) }
}
