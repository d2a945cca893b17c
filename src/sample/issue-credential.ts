// Issues a blind signature for an invitation: at "Versturen", once per code, the same one again for the same blinded value (RFC 9474).
// Used and unknown codes get bytes of the same size after the same statements and one signature, so that neither screen nor network
// shows whether somebody answered.
import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Database } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { BlindedValueRefused } from '../crypto/credential.ts'
import { sha256 } from '../crypto/digest.ts'
import { stratumOf } from '../crypto/invite-code.ts'
import { findManifest } from '../waves/find-manifest.ts'
import { codeHmac, decoyFor } from './code-hmac.ts'
import { withSample } from './open-sample.ts'
import { issuerKeys } from './table.ts'
import type { credentialRequest } from './wire.ts'
import { unwrap } from './wrap.ts'

type Needs = Pick<Deps, 'office' | 'databases' | 'signer' | 'secret'>

/** 256 bytes: the blind signature, or what looks like one. Throws unknown-manifest, wave-closed, blinded-refused. */
export async function issueCredential(deps: Needs, municipality: string, request: z.output<typeof credentialRequest>): Promise<Uint8Array> {
  const { code, blinded } = request
  const { manifest, state } = await findManifest(deps, municipality, request.manifest)
  if (state !== 'field') throw problem('wave-closed')
  const stratum = stratumOf(code, manifest.strata.length)
  return withSample(deps, manifest.wave, async (sample) => {
    const [key] = await sample.read.select({ wrapped: issuerKeys.wrapped }).from(issuerKeys).where(eq(issuerKeys.stratum, stratum))
    if (!key) throw problem('wave-closed')
    const pkcs8 = await unwrap(deps.secret, manifest.wave, stratum, key.wrapped)
    // Signed before anything is marked: a strange value is refused here, and an unknown code costs the same.
    const signature = await signed(deps, pkcs8, blinded)
    const decoy = await decoyFor(deps.secret, code, blinded, manifest.strata[stratum]!.spki)
    const hmac = await codeHmac(deps.secret, code)
    return (await marked(sample, hmac, stratum, await sha256(blinded))) ? signature : decoy
  })
}

async function signed({ signer }: Needs, pkcs8: Uint8Array, blinded: Uint8Array): Promise<Uint8Array> {
  try {
    return await signer.sign(pkcs8, blinded)
  } catch (fault) {
    if (fault instanceof BlindedValueRefused) throw problem('blinded-refused')
    throw fault
  }
}

/** Whether the invite is (now or already) marked with this blinded value; throws wave-closed when credentials have stopped. */
async function marked(sample: Database, hmac: Uint8Array, stratum: number, blindedHash: Uint8Array): Promise<boolean> {
  const [updated, , state] = await sample.write([
    sql`UPDATE invites SET blinded_hash = ${blindedHash}, issued = 1
        WHERE code_hmac = ${hmac} AND stratum = ${stratum} AND (issued = 0 OR blinded_hash = ${blindedHash})
          AND (SELECT open FROM state WHERE id = 1) = 1
        RETURNING issued`,
    // Where no invite was marked, some invite is rewritten as it was: one row, one page, one commit either way, so that the reply takes as long.
    sql`UPDATE invites SET blinded_hash = blinded_hash, issued = issued
        WHERE code_hmac = (SELECT code_hmac FROM invites WHERE code_hmac >= ${crypto.getRandomValues(new Uint8Array(32))} LIMIT 1) AND changes() = 0
        RETURNING issued`,
    sql`SELECT open FROM state WHERE id = 1`,
  ])
  if (state![0]!.open !== 1) throw problem('wave-closed')
  return updated!.length === 1
}
