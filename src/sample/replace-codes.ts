// Replaces codes whatever became of the old ones: an unused code dies and its replacement lives; of a used one the response stays and the
// replacement is born used. Either way one row is added and one is marked, so that neither a reply nor a count tells which (attack 12, 52),
// and of the two codes of a letter never more than one gets a credential. Runs again without changing anything.
import { sql } from 'drizzle-orm'
import type { SQLWrapper } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { withIntent } from '../audit/intent.ts'
import { canonicalJson, hex, sha256, utf8 } from '../crypto/digest.ts'
import { stratumOf } from '../crypto/invite-code.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { findWave, strataOf } from '../waves/find-wave.ts'
import { requireMove } from '../waves/wave.ts'
import { codeHmac } from './code-hmac.ts'
import { recount } from './draw-invites.ts'
import { withSample } from './open-sample.ts'
import type { replaceRequest } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'databases' | 'secret'>
type Pair = z.output<typeof replaceRequest>['pairs'][number]

/** Throws unknown-wave, wave-state, code-of-another-stratum, too-many-replaced (more than 2% of the wave without a second person). */
export async function replaceCodes(deps: Needs, actor: Actor, wave: string, { pairs }: z.output<typeof replaceRequest>): Promise<void> {
  const { state } = await findWave(deps, actor.municipality, wave)
  requireMove(state, 'replace-codes')
  const strata = await strataOf(deps, wave)
  const foreign = pairs.findIndex((pair) => stratumOf(pair.old, strata.length) !== stratumOf(pair.new, strata.length))
  if (foreign >= 0) throw problem('code-of-another-stratum', { position: foreign + 1, stratum: strata[stratumOf(pairs[foreign]!.old, strata.length)]!.id })
  await reserve(deps, wave, pairs)
  await applied(deps, wave, pairs, strata.length)
  const positions = [...new Set(pairs.map((pair) => stratumOf(pair.old, strata.length)))].sort((a, b) => a - b)
  await withIntent(deps, { ...actor, act: 'replace-codes', subject: { wave, positions, codes: pairs.length } }, async () => {
    for (const position of positions) await recount(deps, wave, position)
    return {}
  })
}

/** Counts the batch in `office` first: a trigger there refuses what is over the bound, so that nothing is replaced that was not counted. */
async function reserve({ office, secret }: Needs, wave: string, pairs: readonly Pair[]): Promise<void> {
  // Under the secret, so that nobody who holds `office` alone has a digest of codes to try against.
  const id = hex(await codeHmac(secret, hex(await sha256(utf8(canonicalJson(pairs))))))
  try {
    await office.write([sql`INSERT INTO code_replacements (id, wave, codes) VALUES (${id}, ${wave}, ${pairs.length}) ON CONFLICT (id) DO NOTHING`])
  } catch (fault) {
    if (String((fault as Error | undefined)?.message).includes('a second person is needed')) throw problem('too-many-replaced')
    throw fault
  }
}

async function applied(deps: Needs, wave: string, pairs: readonly Pair[], strata: number): Promise<void> {
  const statements = await Promise.all(pairs.map(async (pair): Promise<SQLWrapper[]> => {
    const position = stratumOf(pair.old, strata)
    const [old, fresh] = await Promise.all([codeHmac(deps.secret, pair.old), codeHmac(deps.secret, pair.new)])
    return [
      // Born with the flag of the old one and 32 random bytes: where the old one was used, no blinded value fits this one.
      sql`INSERT INTO invites (code_hmac, stratum, blinded_hash, issued)
        SELECT ${fresh}, stratum, ${crypto.getRandomValues(new Uint8Array(32))}, issued FROM invites WHERE code_hmac = ${old} AND stratum = ${position}
        ON CONFLICT DO NOTHING`,
      sql`INSERT INTO replacements (stratum, codes) VALUES (${position}, changes()) ON CONFLICT (stratum) DO UPDATE SET codes = codes + excluded.codes`,
      // Its blinded value stays: a phone that was answered but never heard it may ask again.
      sql`UPDATE invites SET issued = 1 WHERE code_hmac = ${old} AND stratum = ${position}`,
    ]
  }))
  await withSample(deps, wave, (sample) => sample.write(statements.flat()))
}
