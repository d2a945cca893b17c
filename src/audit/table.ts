// What the audit stores: one chained row per act of staff or operator, and the open intents of acts on other databases.
// Never a secret, never anything of a resident, never where a request came from.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { bytes } from '../db/columns.ts'

export const audit = sqliteTable('audit', {
  /** Whose chain; '' is the deployment itself. */
  municipality: text().notNull(),
  seq: integer().notNull(),
  /** Identifier of the person, or null for an operator at the command line and for the daily clock. */
  staff: text(),
  act: text().notNull(),
  /** Canonical JSON. */
  subject: text().notNull(),
  /** Milliseconds since 1970 of a staff act. */
  at: integer().notNull(),
  previousDigest: bytes('previous_digest').notNull(),
  digest: bytes().notNull(),
})

export const intents = sqliteTable('intents', {
  id: text().primaryKey(),
  municipality: text().notNull(),
  staff: text(),
  act: text().notNull(),
  subject: text().notNull(),
  /** Canonical JSON once the act is over; null while it is open. */
  outcome: text(),
})
