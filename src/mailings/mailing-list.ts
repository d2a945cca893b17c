// That a mailing list was made on a device, with its public key, and that somebody destroyed it. The list itself never comes here.
// Separate because both are the word of a person: the certificate names the day and who said so.
import { sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { localDay } from '../waves/count-day.ts'
import { findWave } from '../waves/find-wave.ts'
import { waveWithLetters } from './own-wave.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** A list made again (another device, before anything was printed) takes the place of the first. Throws unknown-wave, wave-state, list-destroyed. */
export async function mailingListMade(deps: Needs, actor: Actor, id: string, recipient: string): Promise<void> {
  await waveWithLetters(deps, actor, id)
  const { day } = localDay(deps.clock())
  const [kept] = await writeAudited(deps, { ...actor, act: 'make-mailing-list', subject: { wave: id, recipient } }, [
    sql`INSERT INTO mailing_lists (wave, recipient, made_on, made_by) SELECT ${id}, ${recipient}, ${day}, ${actor.staff}
      WHERE NOT EXISTS (SELECT 1 FROM mailing_lists WHERE wave = ${id} AND destroyed_on IS NOT NULL)
      ON CONFLICT (wave) DO UPDATE SET recipient = excluded.recipient, made_on = excluded.made_on, made_by = excluded.made_by RETURNING wave`,
  ])
  if (kept!.length === 0) throw problem('list-destroyed')
}

/** Throws unknown-wave, list-missing. Saying it twice changes nothing. */
export async function mailingListDestroyed(deps: Needs, actor: Actor, id: string): Promise<void> {
  await findWave(deps, actor.municipality, id)
  const { day } = localDay(deps.clock())
  const [known] = await deps.office.write([sql`SELECT destroyed_on FROM mailing_lists WHERE wave = ${id}`])
  if (known!.length === 0) throw problem('list-missing')
  if (known![0]!.destroyed_on !== null) return
  await writeAudited(deps, { ...actor, act: 'destroy-mailing-list', subject: { wave: id } }, [
    sql`UPDATE mailing_lists SET destroyed_on = max(${day}, made_on), destroyed_by = ${actor.staff} WHERE wave = ${id} AND destroyed_on IS NULL`,
  ])
}
