// Stores the invites of a stratum: HMACs of the hashes that the coordinator's device sends, at most 500 a call.
// Each code's stratum follows from its hash (crypto/invite-code.ts), so that a code sent under another is refused here already.
import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { withIntent } from '../audit/intent.ts'
import type { Database } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { stratumOf } from '../crypto/invite-code.ts'
import { problem } from '../problem.ts'
import { findWave, strataOf } from '../waves/find-wave.ts'
import { requireMove } from '../waves/wave.ts'
import { codeHmac } from './code-hmac.ts'
import { withSample } from './open-sample.ts'
import { invites, replacements } from './table.ts'
import type { Drawn, drawRequest } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'databases' | 'secret'>

/** Sending codes again changes nothing. Throws unknown-wave, wave-state, invalid-plan, code-of-another-stratum. */
export async function drawInvites(deps: Needs, actor: Actor, wave: string, { stratum, codes }: z.output<typeof drawRequest>): Promise<Drawn> {
  const { state } = await findWave(deps, actor.municipality, wave)
  requireMove(state, 'draw-invites')
  const strata = await strataOf(deps, wave)
  const position = strata.findIndex(({ id }) => id === stratum)
  if (position < 0) throw problem('invalid-plan', { where: `strata: ${stratum} is not one of this measurement` })
  const foreign = codes.findIndex((code) => stratumOf(code, strata.length) !== position)
  if (foreign >= 0) throw problem('code-of-another-stratum', { position: foreign + 1, stratum })
  // Not part of the intent: codes do not belong into `office`. After a crash the coordinator's device sends them again.
  await storeCodes(deps, wave, position, codes)
  return withIntent(deps, { ...actor, act: 'draw-invites', subject: { wave, stratum, position, codes: codes.length } }, async () =>
    ({ stratum, drawn: await recount(deps, wave, position) }))
}

async function storeCodes(deps: Needs, wave: string, position: number, codes: readonly string[]): Promise<void> {
  const hmacs = await Promise.all(codes.map((code) => codeHmac(deps.secret, code)))
  await withSample(deps, wave, (sample) => sample.write(hmacs.map((hmac) =>
    sql`INSERT INTO invites (code_hmac, stratum, blinded_hash) VALUES (${hmac}, ${position}, ${crypto.getRandomValues(new Uint8Array(32))}) ON CONFLICT DO NOTHING`)))
}

/** Writes the number of letters of a stratum, and of its replaced codes, into `office`; answers the first. */
export async function recount(deps: Needs, wave: string, position: number): Promise<number> {
  const { drawn, replaced } = await withSample(deps, wave, async (sample) => {
    const rows = await sample.read.$count(invites, eq(invites.stratum, position))
    const replaced = await replacedIn(sample, position)
    return { drawn: rows - replaced, replaced }
  })
  await deps.office.write([sql`UPDATE strata SET drawn = ${drawn}, replaced = ${replaced} WHERE wave = ${wave} AND position = ${position}`])
  return drawn
}

async function replacedIn(sample: Database, position: number): Promise<number> {
  const [row] = await sample.read.select({ codes: replacements.codes }).from(replacements).where(eq(replacements.stratum, position))
  return row?.codes ?? 0
}
