// The certificate as it is shown, signed and checked: its numbers with what binds them (manifest, frozen file, audit) and what people
// destroyed by hand since. Separate from the certificate, which is made once, at the count, and never changes.
import { certificateFault } from './certificate.ts'
import type { Certificate } from './certificate.ts'

/** What people destroy themselves: the list of codes, the file with names and addresses, the wave key on devices, its sheets in the safes. */
export const HAND_THINGS = ['codeList', 'mergeFile', 'waveKey', 'keySheets'] as const
export type HandThing = (typeof HAND_THINGS)[number]

export interface CertificateStatement {
  format: 'nulmeting certificate 1'
  municipality: { id: string; name: string }
  wave: { id: string; name: string; kind: string; starts: string; ends: string }
  /** Hex digest of the manifest that every letter named; '' for a wave without one. */
  manifest: string
  frozen: { digest: string; sealedDigest: string }
  certificate: Certificate
  /** Day of each, as somebody said it. */
  byHand: Partial<Record<HandThing, string>>
  /** Last entry of the municipality's audit chain when this was put together. */
  audit: { seq: number; digest: string }
  date: string
}

export interface SignedCertificate {
  number: number
  statement: CertificateStatement
  /** base64url Ed25519. */
  signature: string
  publicKey: string
}

/** The certificate with everything that is known to be destroyed by now: what its sentences are made from. */
export function asOfNow({ certificate, byHand }: Pick<CertificateStatement, 'certificate' | 'byHand'>): Certificate {
  return { ...certificate, destroyed: { ...certificate.destroyed, ...byHand } }
}

/** The first thing in a statement that contradicts itself, or null. */
export function statementFault({ certificate, frozen, wave }: CertificateStatement): string | null {
  if (certificate.frozenDigest !== frozen.digest) return 'the digest of the frozen file'
  if (certificate.wave !== wave.name) return 'the name of the measurement'
  return certificateFault(certificate)
}
