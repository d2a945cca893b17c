// Who signs the list of the months' recipients. A change takes two people and stays public for good: the fingerprint is what a municipality prints on
// its own site. Separate because everything a phone seals hangs on it.
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import { base64url } from '../crypto/base64url.ts'
import { signerFingerprint } from '../crypto/recipient-list.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { requireOfficer } from './officer.ts'
import type { signerConfirmation, signerRegistration } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>
type Person = Actor & { staff: string }

/** Asks for a signing key; a request before it that nobody confirmed is forgotten. Throws not-an-officer. */
export async function askSigner(deps: Needs, actor: Person, { publicKey, wrapped }: z.output<typeof signerRegistration>): Promise<void> {
  await requireOfficer(deps, actor.staff)
  const keyName = await signerFingerprint(base64url(publicKey))
  const written = await writeAudited(deps, { ...actor, act: 'ask-report-signer', subject: { fingerprint: keyName } }, [
    sql`DELETE FROM report_signers WHERE municipality = ${actor.municipality} AND state = 'asked'`,
    sql`INSERT INTO report_signers (public_key, municipality, key_name, wrapped, state, asked_by)
      VALUES (${publicKey}, ${actor.municipality}, ${keyName}, ${wrapped}, 'asked', ${actor.staff}) ON CONFLICT DO NOTHING RETURNING key_name`,
  ])
  if (written[1]!.length === 0) throw problem('key-differs')
}

/** Throws another-person for who asked; not-found when nobody asked for this key. Lists have to be signed anew. */
export async function confirmSigner(deps: Needs, actor: Person, { fingerprint }: z.output<typeof signerConfirmation>): Promise<void> {
  const today = deps.clock().toISOString().slice(0, 10)
  const asked = sql`municipality = ${actor.municipality} AND key_name = ${fingerprint} AND state = 'asked'`
  const [own] = await deps.office.write([sql`SELECT asked_by FROM report_signers WHERE ${asked}`])
  if (own![0]?.asked_by === actor.staff) throw problem('another-person')
  const written = await writeAudited(deps, { ...actor, act: 'confirm-report-signer', subject: { fingerprint } }, [
    sql`UPDATE report_signers SET state = 'past' WHERE municipality = ${actor.municipality} AND state = 'active'
      AND EXISTS (SELECT 1 FROM report_signers WHERE ${asked} AND asked_by <> ${actor.staff})`,
    sql`UPDATE report_signers SET state = 'active', confirmed_by = ${actor.staff}, since = ${today} WHERE ${asked} AND asked_by <> ${actor.staff} RETURNING key_name`,
  ])
  if (written[1]!.length === 0) throw problem('not-found')
}
