// Proof of work for what reporters post: a signed challenge for one purpose, valid for half an hour, solved in about half a second. Checked in the
// order of its cost: shape, end, purpose, signature, spent mark, and only then the hash (attack 42). `altcha-lib` signs and verifies; the spent
// mark is written in the same batch as what was posted. Separate because three addresses ask for it.
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 as sha256Now } from '@noble/hashes/sha2.js'
import { createChallenge, verifySolution } from 'altcha-lib'
import type { Challenge } from 'altcha-lib/types'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { z } from 'zod'
import { hex, sha256, utf8 } from '../crypto/digest.ts'
import { proofText } from '../crypto/report-requests.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import type { Purpose, ReportChallenge } from './wire.ts'

const MINUTES = 30
/** Rounds of PBKDF2 for one try, and the beginning that one in 256 tries has: about half a second on a desktop, two on a slow phone. */
const COST = 2_000
const COST_UNDER_LOAD = 8_000
const PREFIX = '00'

const hexText = z.string().regex(/^[0-9a-f]+$/).max(128)
const proof = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal('PBKDF2/SHA-256'), nonce: hexText, salt: hexText, cost: z.int(), keyLength: z.int(), keyPrefix: hexText,
      data: z.strictObject({ municipality: z.string().max(40), purpose: z.string().max(20), ends: z.int() }),
    }),
    signature: hexText,
  }),
  solution: z.strictObject({ counter: z.int().min(0).max(0xffffffff), derivedKey: hexText }),
})

/** A challenge for one purpose; harder while there is a flood. */
export async function newChallenge({ secret, clock }: Pick<Deps, 'secret' | 'clock'>, municipality: string, purpose: Purpose, underLoad: boolean): Promise<ReportChallenge> {
  const ends = clock().getTime() + MINUTES * 60_000
  return (await createChallenge({
    algorithm: 'PBKDF2/SHA-256', cost: underLoad ? COST_UNDER_LOAD : COST, keyPrefix: PREFIX, deriveKey,
    data: { municipality, purpose, ends }, hmacSignatureSecret: signingSecret(secret),
  })) as ReportChallenge
}

/**
 * Checks a proof; `unspent` is asked between signature and hash and answers whether its mark is still free. Answers the mark, 32 bytes, to write
 * with what was posted. Throws proof-refused for everything else: the page asks for a new challenge.
 */
export async function checkedProof(
  { secret, clock }: Pick<Deps, 'secret' | 'clock'>, bytes: Uint8Array, expected: { municipality: string; purpose: Purpose }, unspent: (mark: Uint8Array) => Promise<boolean>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { challenge, solution } = parsed(bytes)
  const { municipality, purpose, ends } = challenge.parameters.data
  if (municipality !== expected.municipality || purpose !== expected.purpose || ends <= clock().getTime()) throw problem('proof-refused')
  const mark = await sha256(utf8(challenge.signature))
  const { verified } = await verifySolution({
    challenge: challenge as Challenge, solution: { ...solution, time: 0 }, hmacSignatureSecret: signingSecret(secret),
    // Called when the signature has held, and only then.
    async deriveKey(...given) {
      if (!(await unspent(mark))) throw problem('proof-refused')
      return deriveKey(...given)
    },
  })
  if (!verified) throw problem('proof-refused')
  return mark
}

function parsed(bytes: Uint8Array): z.output<typeof proof> {
  try {
    return proof.parse(JSON.parse(proofText(bytes)))
  } catch {
    throw problem('proof-refused')
  }
}

/** A secret of its own for this one use. */
function signingSecret(secret: Uint8Array): string {
  return hex(hmac(sha256Now, secret, utf8('nulmeting reports challenges 1')))
}
