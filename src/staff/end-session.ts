// Signing out: the session dies at once, on the server; a copied cookie is worth nothing afterwards.
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { secretDigest } from './secret.ts'

export async function endSession({ office }: Pick<Deps, 'office'>, secret: string): Promise<void> {
  await office.write([sql`DELETE FROM sessions WHERE session_digest = ${await secretDigest(secret)}`])
}
