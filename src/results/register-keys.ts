// The public halves of a municipality's archive and edition key. Registered once: whoever could replace them here could publish in its
// name or read the next wave, so another key is another act, not this one.
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { municipalityKeys } from './table.ts'
import type { MunicipalityKeys, keysRegistration } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** Registering the same again is fine. Throws keys-registered for others. */
export async function registerKeys(deps: Needs, actor: Actor, keys: z.output<typeof keysRegistration>): Promise<void> {
  const { archive, edition } = keys
  const known = await findKeys(deps, actor.municipality)
  if (known === null) {
    await writeAudited(deps, { ...actor, act: 'register-keys', subject: { archive: archive.recipient, edition: edition.publicKey } }, [
      sql`INSERT INTO municipality_keys (municipality, archive_recipient, archive_fingerprint, edition_public_key)
          SELECT ${actor.municipality}, ${archive.recipient}, ${archive.fingerprint}, ${edition.publicKey}
          WHERE NOT EXISTS (SELECT 1 FROM municipality_keys WHERE municipality = ${actor.municipality})`,
    ])
  }
  const stored = known ?? (await keysOf(deps, actor.municipality))
  if (stored.archive.recipient !== archive.recipient || stored.edition.publicKey !== edition.publicKey) throw problem('keys-registered')
}

/** Throws keys-missing. */
export async function keysOf(deps: Pick<Deps, 'office'>, municipality: string): Promise<MunicipalityKeys> {
  const keys = await findKeys(deps, municipality)
  if (!keys) throw problem('keys-missing')
  return keys
}

async function findKeys({ office }: Pick<Deps, 'office'>, municipality: string): Promise<MunicipalityKeys | null> {
  const [found] = await office.read.select().from(municipalityKeys).where(eq(municipalityKeys.municipality, municipality))
  if (!found) return null
  return { archive: { recipient: found.archiveRecipient, fingerprint: found.archiveFingerprint }, edition: { publicKey: found.editionPublicKey } }
}
