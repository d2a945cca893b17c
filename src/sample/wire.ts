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

/** Sealed to the mailing list's key: 32 bytes, so always 232. */
export const NOTE_BYTES = 232
export const noteRequest = z.strictObject({ sealed: bytesOf(NOTE_BYTES) })
export type NoteRequest = z.input<typeof noteRequest>

export interface Note {
  /** base64url of 16 bytes. */
  id: string
  sealed: string
}

export const notesRequest = z.strictObject({ ids: z.array(z.string().regex(/^[\w-]{21}[AQgw]$/)).min(1).max(500) })
export type NotesRequest = z.input<typeof notesRequest>

export const replaceRequest = z.strictObject({ pairs: z.array(z.strictObject({ old: hex64, new: hex64 })).min(1).max(CODES_PER_REQUEST / 2) })
export type ReplaceRequest = z.input<typeof replaceRequest>
