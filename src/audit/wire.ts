// What the audit looks like over HTTP. Types only, so that the console can import it.

export interface AuditEntry {
  seq: number
  /** The person's name; null for an operator or the daily clock. */
  name: string | null
  act: string
  subject: Record<string, unknown>
  /** ISO instant of the staff act. */
  at: string
}

export interface AuditAnswer {
  entries: AuditEntry[]
  /** Number and hex digest of the last entry of the municipality's chain: write it down elsewhere, a cut tail shows only against it. */
  head: { seq: number; digest: string }
}

/** One link of the chain in the public file; `entry` only for acts that everybody may follow. */
export interface ChainLink {
  seq: number
  /** Hex digests. */
  previous: string
  digest: string
  /** `staff`: a random identifier, null for an operator or the clock. `subject`: canonical JSON. `at`: milliseconds since 1970. */
  entry?: { staff: string | null; act: string; subject: string; at: number }
}

export interface ChainFile {
  format: 'nulmeting audit 1'
  municipality: string
  links: ChainLink[]
  head: { seq: number; digest: string }
}
