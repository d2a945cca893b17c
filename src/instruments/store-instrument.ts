// Publishes an instrument in one language under its digest. Storing it again is fine: the name is the content.
import { sql } from 'drizzle-orm'
import { canonicalJson } from '../crypto/digest.ts'
import type { Deps } from '../deps.ts'
import type { PublishedInstrument } from '../instrument/instrument.ts'
import { instrumentHash } from '../instrument/instrument.ts'

/** Answers the digest (hex). */
export async function storeInstrument({ office }: Pick<Deps, 'office'>, published: PublishedInstrument): Promise<string> {
  const hash = await instrumentHash(published)
  await office.write([sql`INSERT INTO instruments (hash, language, json) VALUES (${hash}, ${published.text.language}, ${canonicalJson(published)}) ON CONFLICT (hash) DO NOTHING`])
  return hash
}
