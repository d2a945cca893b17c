// Writing a signal, and writing it again after it was sent back: the server keeps what the writer's device sealed to the reviewers, for whom
// it is meant, and a commitment to the words. Nothing leaves by this; review-signal.ts lets it go, and only for somebody else.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { SQLWrapper } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import { looksSealed } from '../crypto/sealed.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { dayOf } from './calendar.ts'
import { findSignal } from './find-signal.ts'
import { keyToWrite, sealWords } from './month-key.ts'
import { base64url } from '../crypto/base64url.ts'
import { partners } from './table.ts'
import type { signalDraft } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'databases'>
type Draft = z.output<typeof signalDraft>
/** A person: an operator writes no signals. */
export type Writer = Actor & { staff: string }

/** Answers the identifier. Throws not-sealed, unknown-partner, referral-network. */
export async function writeSignal(deps: Needs, actor: Writer, draft: Draft): Promise<string> {
  await refuseDraft(deps, actor, draft)
  const id = crypto.randomUUID()
  const today = dayOf(deps.clock())
  const month = today.slice(0, 7)
  const sealed = await sealWords(await keyToWrite(deps, actor.municipality, month), `signal ${id}`, base64url(draft.draft))
  await writeAudited(deps, { ...actor, act: 'write-signal', subject: { signal: id, kind: draft.kind, partners: draft.partners } }, [
    sql`INSERT INTO signals (id, municipality, month, kind, state, writer, commitment, sealed, written_on)
        VALUES (${id}, ${actor.municipality}, ${month}, ${draft.kind}, 'draft', ${actor.staff}, ${draft.commitment}, ${sealed}, ${today})`,
    ...addressed(id, draft),
  ])
  return id
}

/** The words anew, by whoever writes them now; a second person has to look again. Throws unknown-signal, signal-state and what writing throws. */
export async function rewriteSignal(deps: Needs, actor: Writer, id: string, draft: Draft): Promise<void> {
  const { month } = await findSignal(deps, actor.municipality, id)
  await refuseDraft(deps, actor, draft)
  const sealed = await sealWords(await keyToWrite(deps, actor.municipality, month), `signal ${id}`, base64url(draft.draft))
  const written = await writeAudited(deps, { ...actor, act: 'rewrite-signal', subject: { signal: id, kind: draft.kind, partners: draft.partners } }, [
    sql`UPDATE signals SET state = 'draft', kind = ${draft.kind}, writer = ${actor.staff}, reviewer = NULL, reviewed_on = NULL, commitment = ${draft.commitment}, sealed = ${sealed}
        WHERE id = ${id} AND municipality = ${actor.municipality} AND state IN ('draft', 'returned')`,
    sql`DELETE FROM signal_partners WHERE signal = ${id} AND ${standsAs(id, draft.commitment)}`,
    ...addressed(id, draft),
  ])
  if (written.at(-1)!.length === 0) throw problem('signal-state')
}

/** Only while the draft is this one: a batch whose first statement changed nothing must change nothing at all. */
const standsAs = (id: string, commitment: string) => sql`EXISTS (SELECT 1 FROM signals WHERE id = ${id} AND state = 'draft' AND commitment = ${commitment})`

function addressed(id: string, { partners: to, commitment }: Draft): SQLWrapper[] {
  return [...new Set(to)].map((partner) => sql`INSERT INTO signal_partners (signal, partner) SELECT ${id}, ${partner} WHERE ${standsAs(id, commitment)} RETURNING partner`)
}

async function refuseDraft({ office }: Needs, { municipality }: Actor, { draft, kind, partners: to }: Draft): Promise<void> {
  if (!looksSealed(draft)) throw problem('not-sealed')
  const named = await office.read.select({ network: partners.network }).from(partners)
    .where(and(eq(partners.municipality, municipality), eq(partners.active, true), inArray(partners.id, [...to])))
  if (named.length < new Set(to).size) throw problem('unknown-partner')
  if (kind === 'referral' && named.some(({ network }) => !network)) throw problem('referral-network')
}
