// The public half of the wave key, and the word that a printed key sheet was read back: fieldwork waits for both.
// Separate from freezing because a key may be made again until the letters name it. The private half never comes here.
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { findWave } from './find-wave.ts'
import { requireMove } from './wave.ts'
import type { keyConfirmation, keyRegistration } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** Registers a recipient; a new one has to be confirmed anew. Throws unknown-wave, wave-state, key-differs (it is another wave's). */
export async function registerKey(deps: Needs, actor: Actor, id: string, { recipient, fingerprint }: z.output<typeof keyRegistration>): Promise<void> {
  const wave = await findWave(deps, actor.municipality, id)
  requireMove(wave.state, 'register-key')
  const [updated] = await writeAudited(deps, { ...actor, act: 'register-key', subject: { wave: id, recipient, fingerprint } }, [
    sql`UPDATE waves SET recipient = ${recipient}, key_fingerprint = ${fingerprint}, key_confirmed = 0
        WHERE id = ${id} AND municipality = ${actor.municipality} AND state = 'draft'
          AND NOT EXISTS (SELECT 1 FROM waves AS other WHERE other.recipient = ${recipient} AND other.id <> ${id})
        RETURNING id`,
  ])
  if (updated!.length === 0) throw problem('key-differs')
}

/** A sheet was scanned or typed back and gives this recipient. Throws unknown-wave, wave-state, key-missing, key-differs. */
export async function confirmKey(deps: Needs, actor: Actor, id: string, { recipient }: z.output<typeof keyConfirmation>): Promise<void> {
  const wave = await findWave(deps, actor.municipality, id)
  requireMove(wave.state, 'confirm-key')
  if (wave.recipient === null) throw problem('key-missing')
  const [updated] = await writeAudited(deps, { ...actor, act: 'confirm-key', subject: { wave: id, recipient } }, [
    sql`UPDATE waves SET key_confirmed = 1
        WHERE id = ${id} AND municipality = ${actor.municipality} AND recipient = ${recipient} AND state IN ('draft', 'ready') RETURNING id`,
  ])
  if (updated!.length === 0) throw problem('key-differs')
}
