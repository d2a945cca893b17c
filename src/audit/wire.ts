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
