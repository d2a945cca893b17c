// An act on another database than `office` (a wave's sample or intake): no transaction spans two databases, so the intent is written
// before, the outcome after, around one idempotent act that carries the intent's id. Start-up completes what a crash left open.
import { eq, isNull, sql } from 'drizzle-orm'
import { canonicalJson } from '../crypto/digest.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { oneByOne } from './one-by-one.ts'
import { intents } from './table.ts'
import { writeAudited } from './write-audited.ts'
import type { Act } from './write-audited.ts'

export interface Intent {
  id: string
  municipality: string
  staff: string | null
  act: string
  subject: Record<string, unknown>
}

/** Performs the act; must be idempotent, because it runs again when a crash came between it and its outcome. */
export type Perform<Outcome extends Record<string, unknown> = Record<string, unknown>> = (intent: Intent) => Promise<Outcome>

/** Writes the intent, performs, writes the outcome. A refusal (Problem) is an outcome too; any other fault leaves the intent open. */
export async function withIntent<Outcome extends Record<string, unknown>>(
  deps: Pick<Deps, 'office' | 'clock'>, act: Act, perform: Perform<Outcome>,
): Promise<Outcome> {
  const intent: Intent = { ...act, id: crypto.randomUUID() }
  await writeAudited(deps, { ...act, act: `${act.act}: intent`, subject: { ...act.subject, intent: intent.id } }, [
    sql`INSERT INTO intents (id, municipality, staff, act, subject)
      VALUES (${intent.id}, ${act.municipality}, ${act.staff}, ${act.act}, ${canonicalJson(act.subject)})`,
  ])
  return settle(deps, intent, perform)
}

/** Completes the intents a crash left open. `performers` by act; an act without one stays open and is named in the answer. */
export async function completeIntents(deps: Pick<Deps, 'office' | 'clock'>, performers: Readonly<Record<string, Perform>>): Promise<{ completed: number; open: string[] }> {
  const left = await deps.office.read.select().from(intents).where(isNull(intents.outcome))
  const open: string[] = []
  await oneByOne(left, async (row) => {
    const perform = performers[row.act]
    if (!perform) open.push(row.act)
    else await settle(deps, { ...row, subject: JSON.parse(row.subject) as Record<string, unknown> }, perform).catch((fault) => { if (!(fault instanceof Problem)) throw fault })
  })
  return { completed: left.length - open.length, open }
}

async function settle<Outcome extends Record<string, unknown>>(deps: Pick<Deps, 'office' | 'clock'>, intent: Intent, perform: Perform<Outcome>): Promise<Outcome> {
  try {
    const outcome = await perform(intent)
    await writeOutcome(deps, intent, 'done', outcome)
    return outcome
  } catch (fault) {
    if (fault instanceof Problem) await writeOutcome(deps, intent, 'refused', { refused: fault.slug })
    throw fault
  }
}

async function writeOutcome(deps: Pick<Deps, 'office' | 'clock'>, intent: Intent, ending: string, outcome: Record<string, unknown>): Promise<void> {
  const subject = { ...intent.subject, intent: intent.id, outcome }
  await writeAudited(deps, { municipality: intent.municipality, staff: intent.staff, act: `${intent.act}: ${ending}`, subject }, [
    sql`UPDATE intents SET outcome = ${canonicalJson(outcome)} WHERE ${eq(intents.id, intent.id)} AND ${isNull(intents.outcome)}`,
  ])
}
