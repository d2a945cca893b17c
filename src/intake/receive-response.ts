// Takes one sealed response: verifies the credential, writes one row in one statement, answers the same to everybody.
// Separate file, single verb: this is the only way into `intake`. RSASSA-PSS with SHA-384, salt 48 (RFC 9474 section 5).
import { sha256 } from '@noble/hashes/sha2.js'
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Database } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { withIntake } from './open-intake.ts'
import { responseKey } from './response-key.ts'
import type { ResponseReceived, responseRequest } from './wire.ts'

/**
 * Throws unknown-manifest, unknown-key, sealed-size, wave-closed. A signature that does not verify is answered like one that does,
 * after the same statements, and leaves nothing: it is what the phone of a used code sends.
 */
export async function receiveResponse(
  deps: Pick<Deps, 'office' | 'databases' | 'clock' | 'verifier'>, municipality: string, request: z.output<typeof responseRequest>,
): Promise<ResponseReceived> {
  const { message, signature, sealed } = request
  const { wave, sealedBytes, key } = await responseKey(deps, municipality, request.manifest, request.keyId)
  if (sealed.length !== sealedBytes) throw problem('sealed-size', { expected: sealedBytes })
  const verified = await key.verifies(message, signature)
  // 32 bytes are hashed sooner than another thread is woken for them.
  const spent = sha256(message)
  await withIntake(deps, wave, (intake) => stored(intake, spent, sealed, verified, deps.clock().getTime()))
  return { received: true }
}

/** Resolves when a verified response is durable, this one or an earlier one of the same credential; throws wave-closed. */
async function stored(intake: Database, spent: Uint8Array, sealed: Uint8Array, verified: boolean, now: number): Promise<void> {
  const taking = sql`state.id = 1 AND open = 1 AND (closes_at IS NULL OR closes_at > ${now})`
  // Either way one statement that changes one row and one commit to disk, so that the reply takes as long.
  const [taken] = await intake.write([verified
    ? sql`INSERT INTO responses (id, spent, sealed) SELECT ${randomKey()}, ${spent}, ${sealed} FROM state WHERE ${taking} ON CONFLICT DO NOTHING`
    : sql`UPDATE state SET open = open WHERE ${taking}`])
  if (taken!.changed === 1) return
  const [state] = await intake.write([sql`SELECT ${taking} AS taking, EXISTS (SELECT 1 FROM responses WHERE spent = ${spent}) AS kept FROM state`])
  const { taking: open, kept } = state![0]!
  // What was kept stays acknowledged: a phone whose reply was lost just before the end hears the same after it.
  if (kept === 1 && verified) return
  if (open !== 1) throw problem('wave-closed')
  // Only two equal random keys of 63 bits can lead here.
  await stored(intake, spent, sealed, verified, now)
}

/** A random integer from 1 to 2^63 - 1. */
function randomKey(): bigint {
  const [key] = crypto.getRandomValues(new BigUint64Array(1))
  return (key! >> 1n) || 1n
}
