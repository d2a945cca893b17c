// The certificate of a count: the numbers of a wave and what no longer exists, as data and as the true sentence that people read.
// Separate because it may only say what happened: every clause depends on a fact handed in, none is assumed.
import { INVALID_REASONS } from './invalid-reasons.ts'
import type { Tally } from './count.ts'

/** One stratum: letters printed, credentials issued, responses counted. */
export interface CertificateStratum {
  id: string
  area: string
  drawn: number
  issued: number
}

export interface CertificateFacts {
  /** The wave's name, as people read it. */
  wave: string
  strata: readonly CertificateStratum[]
  tally: Tally
  /** Number and hex digest of the sealed rows that were counted. */
  sealedSet: { count: number; digest: string }
  /** Hex digest of the frozen file. */
  frozenDigest: string
  /** Days (YYYY-MM-DD) on which each was destroyed; absent: it still exists, and the sentence says so. */
  destroyed: { sampleDatabase?: string; codeList?: string; mergeFile?: string; intakeDatabase?: string; waveKey?: string; keySheets?: string }
  /** Codes that the help desk replaced; absent in certificates from before they were counted. */
  replaced?: number
  /** The day the last backup or restore point of the intake database expires, where one exists. */
  lastBackupExpires?: string
}

/** The certificate as stored and published: the facts, the sums, the rows per stratum and what does not add up. */
export interface Certificate extends CertificateFacts {
  drawn: number
  issued: number
  received: number
  counted: number
  duplicate: number
  /** All invalid rows, those moved between strata among them. */
  invalid: number
  moved: number
  perStratum: readonly (CertificateStratum & { counted: number })[]
  /** Ids of strata with more counted than issued; and whether more was received than issued. Empty and false in an honest wave. */
  anomalies: { strata: readonly string[]; receivedAboveIssued: boolean }
}

/** Puts the certificate together; RangeError when the tally and the strata do not belong together. */
export function certificate(facts: CertificateFacts): Certificate {
  const { strata, tally } = facts
  if (Object.keys(tally.strata).sort().join() !== strata.map(({ id }) => id).sort().join()) {
    throw new RangeError('certificate requires drawn and issued for every stratum of the count')
  }
  const perStratum = strata.map((stratum) => ({ ...stratum, counted: tally.strata[stratum.id]! }))
  const issued = sum(strata.map((stratum) => stratum.issued))
  return {
    ...facts,
    drawn: sum(strata.map((stratum) => stratum.drawn)),
    issued,
    received: tally.received,
    counted: tally.counted,
    duplicate: tally.duplicate,
    invalid: sum(INVALID_REASONS.map((reason) => tally.invalid[reason])),
    moved: tally.invalid.moved,
    perStratum,
    anomalies: {
      strata: perStratum.filter((stratum) => stratum.counted > stratum.issued).map(({ id }) => id),
      receivedAboveIssued: tally.received > issued,
    },
  }
}

/**
 * The first number of a certificate that does not follow from the others, or null. For whoever got it as a file: what the service puts
 * together adds up by construction.
 */
export function certificateFault(c: Certificate): string | null {
  const invalid = sum(INVALID_REASONS.map((reason) => c.tally.invalid[reason]))
  const checks: [name: string, holds: boolean][] = [
    ['invited', c.drawn === sum(c.strata.map((stratum) => stratum.drawn)) && c.drawn === sum(c.perStratum.map((stratum) => stratum.drawn))],
    ['issued', c.issued === sum(c.strata.map((stratum) => stratum.issued)) && c.issued === sum(c.perStratum.map((stratum) => stratum.issued))],
    ['received', c.received === c.tally.received && c.received === c.sealedSet.count && c.received === c.counted + c.duplicate + c.invalid],
    ['counted', c.counted === c.tally.counted && c.counted === sum(c.perStratum.map((stratum) => stratum.counted)) && c.counted === sum(Object.values(c.tally.strata))],
    ['duplicate', c.duplicate === c.tally.duplicate],
    ['invalid', c.invalid === invalid && c.moved === c.tally.invalid.moved],
    ['more received than issued', c.anomalies.receivedAboveIssued === c.received > c.issued],
    ['more counted than issued', c.anomalies.strata.join() === c.perStratum.filter((stratum) => stratum.counted > stratum.issued).map(({ id }) => id).join()],
  ]
  return checks.find(([, holds]) => !holds)?.[0] ?? null
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
