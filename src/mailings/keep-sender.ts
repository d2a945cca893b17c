// What all letters of a wave say of their sender. May change until fieldwork ends: a reminder may be signed by somebody else.
import { sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { waveWithLetters } from './own-wave.ts'
import type { Sender } from './wire.ts'

/** Throws unknown-wave, wave-state, invalid-plan. */
export async function keepSender(deps: Pick<Deps, 'office' | 'clock'>, actor: Actor, id: string, sender: Sender): Promise<void> {
  await waveWithLetters(deps, actor, id, ['draft', 'ready', 'field'])
  const { from, to, opens, closes } = sender.hours
  if (to < from || Number(opens) >= Number(closes)) throw problem('invalid-plan', { where: 'hours: from before to' })
  await writeAudited(deps, { ...actor, act: 'keep-letter-sender', subject: { wave: id } }, [
    sql`INSERT INTO letter_senders (wave, json) VALUES (${id}, ${JSON.stringify(sender)}) ON CONFLICT (wave) DO UPDATE SET json = excluded.json`,
  ])
}
