// What crosses HTTP between a phone and `sample`, and between the coordinator's device and `sample`.
// Pages import the types only. A code itself never crosses: only its hash does.
import { z } from 'zod'
import { SIGNATURE_BYTES } from '../crypto/credential.ts'
import { bytesOf, hex64, reference16 } from '../waves/fields.ts'

export const inviteCheck = z.strictObject({ manifest: reference16, code: hex64 })
export type InviteCheck = z.input<typeof inviteCheck>

/** Says nothing of the code. */
export interface InviteChecked {
  takesAnswers: boolean
}

export const credentialRequest = z.strictObject({ manifest: reference16, code: hex64, blinded: bytesOf(SIGNATURE_BYTES) })
export type CredentialRequest = z.input<typeof credentialRequest>

export const CODES_PER_REQUEST = 500
export const drawRequest = z.strictObject({
  stratum: z.string().min(1).max(64),
  codes: z.array(hex64).min(1).max(CODES_PER_REQUEST),
})
export type DrawRequest = z.input<typeof drawRequest>

/** How many invites the stratum has now. */
export interface Drawn {
  stratum: string
  drawn: number
}
