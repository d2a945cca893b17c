// The identifiability review: a second person lets a signal go, or sends it back. The words that leave are the words that were written (a
// commitment), and writer and reviewer are two people by a CHECK and a guarded UPDATE. Withdrawing takes one person and hides it at once.
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { areas } from '../areas/table.ts'
import { writeAudited } from '../audit/write-audited.ts'
import { looksSealed } from '../crypto/sealed.ts'
import { base64url } from '../crypto/base64url.ts'
import { canonicalJson, hex, sha256, utf8 } from '../crypto/digest.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { batchDay, dayOf } from './calendar.ts'
import { findSignal } from './find-signal.ts'
import type { Signal } from './find-signal.ts'
import { marksIn } from './marks.ts'
import { keyToWrite, sealWords } from './month-key.ts'
import { complexCriteria } from './wire.ts'
import type { SignalContent, signalRelease, signalReturn } from './wire.ts'
import type { Writer } from './write-signal.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'databases'>

/** Lets it go: partners see it from the next batch on. Throws unknown-signal, signal-state, reviewer-is-writer, signal-differs, signal-refused. */
export async function releaseSignal(deps: Needs, actor: Writer, id: string, { content, salt }: z.output<typeof signalRelease>): Promise<void> {
  const signal = await findSignal(deps, actor.municipality, id)
  refuseState(signal, actor)
  if (hex(await sha256(utf8(canonicalJson({ content, salt })))) !== signal.commitment) throw problem('signal-differs')
  await refuseContent(deps, actor.municipality, signal, content)
  const today = dayOf(deps.clock())
  const sealed = await sealWords(await keyToWrite(deps, actor.municipality, signal.month), `signal ${id}`, content)
  const [released] = await writeAudited(deps, { ...actor, act: 'release-signal', subject: { signal: id, kind: signal.kind } }, [
    sql`UPDATE signals SET state = 'released', reviewer = ${actor.staff}, reviewed_on = ${today}, visible_on = ${batchDay(today)}, sealed = ${sealed}
        WHERE id = ${id} AND municipality = ${actor.municipality} AND state = 'draft' AND writer <> ${actor.staff} AND commitment = ${signal.commitment} RETURNING id`,
  ])
  if (released!.length === 0) throw problem('signal-state')
}

/** Sends it back to be written again; the remark is inside what the reviewer's device sealed. Throws as releasing does. */
export async function returnSignal(deps: Needs, actor: Writer, id: string, { commitment, draft }: z.output<typeof signalReturn>): Promise<void> {
  const signal = await findSignal(deps, actor.municipality, id)
  refuseState(signal, actor)
  if (!looksSealed(draft)) throw problem('not-sealed')
  const sealed = await sealWords(await keyToWrite(deps, actor.municipality, signal.month), `signal ${id}`, base64url(draft))
  const [returned] = await writeAudited(deps, { ...actor, act: 'return-signal', subject: { signal: id } }, [
    sql`UPDATE signals SET state = 'returned', reviewer = ${actor.staff}, reviewed_on = ${dayOf(deps.clock())}, sealed = ${sealed}
        WHERE id = ${id} AND municipality = ${actor.municipality} AND state = 'draft' AND writer <> ${actor.staff} AND commitment = ${commitment} RETURNING id`,
  ])
  if (returned!.length === 0) throw problem('signal-differs')
}

/** Takes it back, whatever its state: from now on no partner sees it. Throws unknown-signal. */
export async function withdrawSignal(deps: Needs, actor: Writer, id: string): Promise<void> {
  await findSignal(deps, actor.municipality, id)
  await writeAudited(deps, { ...actor, act: 'withdraw-signal', subject: { signal: id } }, [
    sql`UPDATE signals SET state = 'withdrawn' WHERE id = ${id} AND municipality = ${actor.municipality} AND state <> 'withdrawn' RETURNING id`,
  ])
}

function refuseState({ state, writer }: Signal, { staff }: Writer): void {
  if (state !== 'draft') throw problem('signal-state')
  if (writer === staff) throw problem('reviewer-is-writer')
}

async function refuseContent({ office }: Needs, municipality: string, { kind }: Signal, { area, text, criteria }: SignalContent): Promise<void> {
  const [known] = await office.read.select({ code: areas.code }).from(areas).where(and(eq(areas.municipality, municipality), eq(areas.code, area))).limit(1)
  if (!known) throw problem('signal-refused', { where: 'the area: it is not one of this municipality' })
  if ((kind === 'referral') !== (criteria.length === complexCriteria.length)) throw problem('signal-refused', { where: 'the criteria: a referral meets all four, and what meets all four is a referral' })
  const marks = marksIn(text)
  if (marks.length > 0) throw problem('signal-refused', { where: `the text: it holds ${marks.join(' and ')}` })
}
