// Stores the invites of a stratum: HMACs of the hashes that the coordinator's device sends, at most 500 a call.
// Each code's stratum follows from its hash (crypto/invite-code.ts), so that a code sent under another is refused here already.
import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { withIntent } from '../audit/intent.ts'
import type { Deps } from '../deps.ts'
import { stratumOf } from '../crypto/invite-code.ts'
import { problem } from '../problem.ts'
import { findWave, strataOf } from '../waves/find-wave.ts'
import { requireMove } from '../waves/wave.ts'
import { codeHmac } from './code-hmac.ts'
import { withSample } from './open-sample.ts'
import { invites } from './table.ts'
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

/** Writes the number of invites of a stratum into `office`, and answers it. */
export async function recount(deps: Needs, wave: string, position: number): Promise<number> {
  const drawn = await withSample(deps, wave, (sample) => sample.read.$count(invites, eq(invites.stratum, position)))
  await deps.office.write([sql`UPDATE strata SET drawn = ${drawn} WHERE wave = ${wave} AND position = ${position}`])
  return drawn
}
