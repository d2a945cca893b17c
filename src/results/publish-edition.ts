// Stores an edition, once: published rows that carry no hidden number, a Merkle root and a signature that verify under the registered
// edition key, the exact rows only as sealed bytes. A correction is a new edition.
import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import { digestInForce } from '../analysis/evaluation-plan.ts'
import { givenAwayWords, givesAway } from '../analysis/gives-away.ts'
import { unbase64url } from '../crypto/base64url.ts'
import { editionFault, rowLeaves } from '../crypto/edition-seal.ts'
import { looksSealed } from '../crypto/sealed.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { lockedPlan } from '../plans/read-plan.ts'
import { findWave } from '../waves/find-wave.ts'
import { waves } from '../waves/table.ts'
import { keysOf } from './register-keys.ts'
import { editions } from './table.ts'
import type { EditionPublished, EditionRequest } from './wire.ts'

/** `request` has passed the strict schema. Throws unknown-wave, keys-missing, edition-refused, edition-gives-away, edition-overtaken, steering-first. */
export async function publishEdition(deps: Pick<Deps, 'office' | 'clock'>, actor: Actor, request: EditionRequest): Promise<EditionPublished> {
  const { head, rows, comparisons, did, root, signature } = request
  const { municipality } = actor
  const wave = await findWave(deps, municipality, head.wave.id)
  if (wave.pilot || (head.baseline && (await isPilot(deps, municipality, head.baseline.id)))) throw problem('pilot-not-published')
  if (!['counted', 'sealed', 'imported'].includes(wave.state)) throw problem('wave-state', { state: wave.state, needed: 'counted' })
  const locked = await lockedPlan(deps, municipality)
  const carried = head.plan?.evaluation ?? null
  if ((locked && digestInForce(locked)) !== (carried && digestInForce(carried))) throw problem('edition-refused', { where: 'the evaluation plan: it is not the one that is locked' })
  const { edition: { publicKey } } = await keysOf(deps, municipality)
  const exact = unbase64url(request.exact)
  if (!looksSealed(exact)) throw problem('edition-refused', { where: 'that the exact rows are sealed' })
  const fault = await editionFault(head, [...rows, ...comparisons, ...did], { root, signature }, publicKey)
  if (fault) throw problem('edition-refused', { where: fault === 'rows' ? 'the rows: they are not those of the root' : 'the signature: it is not of the registered edition key' })
  const earlier = await deps.office.read.select({ number: editions.number, published: editions.published }).from(editions).where(eq(editions.municipality, municipality))
  const away = givesAway({ head, rows, comparisons }, earlier.map(({ published }) => published.rows))
  if (away.length > 0) throw problem('edition-gives-away', givenAwayWords(away, head))
  const held = Math.max(0, ...earlier.map(({ number }) => number))
  const id = `edition-${crypto.randomUUID().slice(0, 13)}`
  const [inserted] = await writeAudited(deps, { ...actor, act: 'publish-edition', subject: { edition: id, wave: wave.id, audience: head.audience, root } }, [
    sql`INSERT INTO editions (id, municipality, number, wave, audience, published_on, head, published, exact, root, signature, public_key, leaves)
        SELECT ${id}, ${municipality}, 1 + coalesce((SELECT max(number) FROM editions WHERE municipality = ${municipality}), 0), ${wave.id},
               ${head.audience}, ${head.date}, ${JSON.stringify(head)}, ${JSON.stringify({ rows, comparisons, did })}, ${exact}, ${root}, ${signature}, ${publicKey}, ${JSON.stringify(rowLeaves([...rows, ...comparisons, ...did]))}
        -- only after the editions it was held against
        WHERE coalesce((SELECT max(number) FROM editions WHERE municipality = ${municipality}), 0) = ${held} AND (${head.audience} = 'steering'
           OR EXISTS (SELECT 1 FROM editions WHERE municipality = ${municipality} AND wave = ${wave.id} AND audience = 'steering' AND published_on < ${head.date}))
        RETURNING number`,
  ])
  if (inserted!.length === 0) {
    const newest = await deps.office.read.select({ number: editions.number }).from(editions).where(eq(editions.municipality, municipality))
    throw newest.some(({ number }) => number > held) ? problem('edition-overtaken') : problem('steering-first', { date: head.date })
  }
  return { edition: id, number: inserted![0]!.number as number }
}

/** Whether the baseline an edition names is a trial; a table of an earlier survey never is. */
async function isPilot({ office }: Pick<Deps, 'office'>, municipality: string, baseline: string): Promise<boolean> {
  return (await office.read.$count(waves, and(eq(waves.id, baseline), eq(waves.municipality, municipality), eq(waves.pilot, true)))) > 0
}
