// What two people decide about letters: more replaced codes than 2% of a wave, and reminders to unused codes only. One asks, another agrees;
// that they are two stands in the table itself. Separate from the acts these allow, which others perform.
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { personOf, waveWithLetters } from './own-wave.ts'
import { replacementAllowances } from './table.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** The newest question takes the place of one that nobody agreed to. Throws unknown-wave, wave-state, second-person. */
export async function askAllowance(deps: Needs, actor: Actor, id: string, upTo: number): Promise<void> {
  await waveWithLetters(deps, actor, id, ['field'])
  await writeAudited(deps, { ...actor, act: 'ask-replacements', subject: { wave: id, upTo } }, [
    sql`DELETE FROM replacement_allowances WHERE wave = ${id} AND agreed_by IS NULL`,
    sql`INSERT INTO replacement_allowances (id, wave, up_to, asked_by) VALUES (${crypto.randomUUID()}, ${id}, ${upTo}, ${personOf(actor)})`,
  ])
}

/** Throws unknown-wave, wave-state, second-person (nothing was asked, something else was, or by oneself). */
export async function agreeAllowance(deps: Needs, actor: Actor, id: string, upTo: number): Promise<void> {
  await waveWithLetters(deps, actor, id, ['field'])
  const person = personOf(actor)
  const [asked] = await deps.office.read.select({ id: replacementAllowances.id, by: replacementAllowances.askedBy }).from(replacementAllowances)
    .where(and(eq(replacementAllowances.wave, id), eq(replacementAllowances.upTo, upTo), isNull(replacementAllowances.agreedBy))).orderBy(desc(replacementAllowances.id)).limit(1)
  if (!asked || asked.by === person) throw problem('second-person')
  const [agreed] = await writeAudited(deps, { ...actor, act: 'agree-replacements', subject: { wave: id, upTo } }, [
    sql`UPDATE replacement_allowances SET agreed_by = ${person} WHERE id = ${asked.id} AND agreed_by IS NULL AND asked_by <> ${person} RETURNING id`,
  ])
  if (agreed!.length === 0) throw problem('second-person')
}

/** Proposes the printer's key for reminders to unused codes only. Before the first reminder; a new proposal needs a new word. */
export async function askPrinter(deps: Needs, actor: Actor, id: string, recipient: string): Promise<void> {
  await waveWithLetters(deps, actor, id)
  await writeAudited(deps, { ...actor, act: 'ask-reminder-list', subject: { wave: id, recipient } }, [
    sql`INSERT INTO reminder_printers (wave, recipient, asked_by) VALUES (${id}, ${recipient}, ${personOf(actor)})
      ON CONFLICT (wave) DO UPDATE SET recipient = excluded.recipient, asked_by = excluded.asked_by, agreed_by = NULL`,
  ])
}

/** Throws unknown-wave, wave-state, second-person. */
export async function agreePrinter(deps: Needs, actor: Actor, id: string, recipient: string): Promise<void> {
  await waveWithLetters(deps, actor, id)
  const person = personOf(actor)
  const [agreed] = await writeAudited(deps, { ...actor, act: 'agree-reminder-list', subject: { wave: id, recipient } }, [
    sql`UPDATE reminder_printers SET agreed_by = ${person} WHERE wave = ${id} AND recipient = ${recipient} AND agreed_by IS NULL AND asked_by <> ${person} RETURNING wave`,
  ])
  if (agreed!.length === 0) throw problem('second-person')
}
