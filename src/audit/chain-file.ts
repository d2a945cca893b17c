// The audit chain of a municipality as a file for everybody: every link, and in full those entries that a council, a reader or a court may want
// to follow (measurements, counts, editions, restores). What is in the others stays here; their digests keep the chain whole.
import { asc, eq } from 'drizzle-orm'
import { hex } from '../crypto/digest.ts'
import type { Deps } from '../deps.ts'
import { GENESIS } from './entry.ts'
import { audit } from './table.ts'
import type { ChainFile } from './wire.ts'

/** Acts that are shown, also with `: intent`, `: done` or `: refused` behind them. */
const OPEN_ACTS = [
  'register-keys', 'freeze-manifest', 'start-fieldwork', 'end-fieldwork', 'close-intake', 'finalize-count', 'destroy-intake', 'record-destruction',
  'sign-certificate', 'publish-edition', 'mend-restored', 'lock-plan', 'amend-plan',
]

export async function chainFile({ office }: Pick<Deps, 'office'>, municipality: string): Promise<ChainFile> {
  const rows = await office.read.select().from(audit).where(eq(audit.municipality, municipality)).orderBy(asc(audit.seq))
  const links = rows.map(({ seq, previousDigest, digest, staff, act, subject, at }) => ({
    seq, previous: hex(previousDigest), digest: hex(digest),
    ...(OPEN_ACTS.includes(act.split(':')[0]!) ? { entry: { staff, act, subject, at } } : {}),
  }))
  return { format: 'nulmeting audit 1', municipality, links, head: { seq: rows.at(-1)?.seq ?? 0, digest: hex(rows.at(-1)?.digest ?? GENESIS) } }
}
