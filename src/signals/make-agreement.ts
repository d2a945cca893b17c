// Agreements on a released signal: a partner does something by a day; then it was done, late or not at all. A partner's contact makes and
// settles only their own organisation's; the report team those of all. Separate from the signal, whose words never change again.
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { dayOf } from './calendar.ts'
import { findSignal } from './find-signal.ts'
import { keyToWrite, sealWords } from './month-key.ts'
import type { newAgreement, settlement } from './wire.ts'
import type { Writer } from './write-signal.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'databases'>
/** Who acts, and the organisation they are bound to; null for the report team, which acts for all. */
export type Party = Writer & { partner: string | null }

/** Answers the identifier. Throws unknown-signal, agreement-day, unknown-partner. */
export async function makeAgreement(deps: Needs, { partner: own, ...actor }: Party, signal: string, { partner, what, dueOn }: z.output<typeof newAgreement>): Promise<string> {
  const { month } = await findSignal(deps, actor.municipality, signal)
  const today = dayOf(deps.clock())
  if (own !== null && own !== partner) throw problem('unknown-partner')
  if (dueOn < today) throw problem('agreement-day')
  const id = crypto.randomUUID()
  const sealed = await sealWords(await keyToWrite(deps, actor.municipality, month), `agreement ${id}`, what)
  const [made] = await writeAudited(deps, { ...actor, act: 'make-agreement', subject: { signal, agreement: id, partner, dueOn } }, [
    sql`INSERT INTO agreements (id, signal, partner, made_by, made_on, due_on, sealed)
        SELECT ${id}, signals.id, signal_partners.partner, ${actor.staff}, ${today}, ${dueOn}, ${sealed} FROM signals JOIN signal_partners ON signal_partners.signal = signals.id
        WHERE signals.id = ${signal} AND municipality = ${actor.municipality} AND signal_partners.partner = ${partner} AND state = 'released'
          AND (${own} IS NULL OR visible_on <= ${today}) RETURNING id`,
  ])
  if (made!.length === 0) throw problem(own === null ? 'unknown-partner' : 'unknown-signal')
  return id
}

/** Done on a day, or given up. Throws agreement-day, agreement-settled. */
export async function settleAgreement(deps: Needs, { partner: own, ...actor }: Party, id: string, settled: z.output<typeof settlement>): Promise<void> {
  const today = dayOf(deps.clock())
  const { doneOn, missedOn } = settled.outcome === 'done' ? { doneOn: settled.on, missedOn: null } : { doneOn: null, missedOn: today }
  if (doneOn !== null && doneOn > today) throw problem('agreement-day')
  const mine = sql`id = ${id} AND signal IN (SELECT id FROM signals WHERE municipality = ${actor.municipality}) AND (${own} IS NULL OR partner = ${own})`
  const [updated] = await writeAudited(deps, { ...actor, act: 'settle-agreement', subject: { agreement: id, outcome: settled.outcome, on: doneOn ?? missedOn! } }, [
    sql`UPDATE agreements SET done_on = ${doneOn}, missed_on = ${missedOn} WHERE ${mine} AND done_on IS NULL AND missed_on IS NULL AND (${doneOn} IS NULL OR ${doneOn} >= made_on) RETURNING id`,
  ])
  if (updated!.length > 0) return
  const [there] = await deps.office.write([sql`SELECT done_on, missed_on FROM agreements WHERE ${mine}`])
  if (there!.length === 0) throw problem('unknown-agreement')
  throw problem(there![0]!.done_on === null && there![0]!.missed_on === null ? 'agreement-day' : 'agreement-settled')
}

/** A slip of the finger: the agreement is open again. The report team only. Throws unknown-agreement. */
export async function reopenAgreement(deps: Needs, actor: Writer, id: string): Promise<void> {
  const [reopened] = await writeAudited(deps, { ...actor, act: 'reopen-agreement', subject: { agreement: id } }, [
    sql`UPDATE agreements SET done_on = NULL, missed_on = NULL WHERE id = ${id} AND signal IN (SELECT id FROM signals WHERE municipality = ${actor.municipality}) RETURNING id`,
  ])
  if (reopened!.length === 0) throw problem('unknown-agreement')
}
