// One link of the audit chain: the digest covers everything in the row and the digest before it.
// Separate because appending and verifying must compute the very same bytes. Pure.
import { AUDIT_START, auditHash } from '../crypto/audit-hash.ts'
import { hex, unhex } from '../crypto/digest.ts'

/** Who acted: a person of a municipality, or (staff null) an operator or the daily clock. Each municipality has its chain; '' is the deployment. */
export interface Actor {
  municipality: string
  staff: string | null
}

export interface Entry extends Actor {
  seq: number
  act: string
  /** Canonical JSON of what was acted upon. */
  subject: string
  at: number
}

/** The digest before the first entry. */
export const GENESIS: Uint8Array<ArrayBuffer> = unhex(AUDIT_START)

/** The digest of an entry that follows `previous`, 32 bytes. */
export async function entryDigest(previous: Uint8Array, { seq, municipality, staff, act, subject, at }: Entry): Promise<Uint8Array<ArrayBuffer>> {
  return unhex(await auditHash(hex(previous), { seq, municipality, staff, act, subject, at }))
}
