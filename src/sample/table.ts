// What is stored of who was invited, in a database of its own per wave that is destroyed whole when fieldwork ends.
// Never a code, a name, an address, a mailing number, a time or a counter that orders. The SQL stands in migrations/sample.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { bytes } from '../db/columns.ts'

export const sampleState = sqliteTable('state', {
  id: integer().primaryKey(),
  open: integer({ mode: 'boolean' }).notNull(),
})

export const invites = sqliteTable('invites', {
  /** HMAC under the server secret of the code's hash: useless without the secret, which is in no database. */
  codeHmac: bytes('code_hmac').primaryKey(),
  stratum: integer().notNull(),
  /** SHA-256 of the blinded value; 32 random bytes until then. It reveals nothing of the credential. */
  blindedHash: bytes('blinded_hash').notNull(),
  issued: integer({ mode: 'boolean' }).notNull().default(false),
})

export const issuerKeys = sqliteTable('issuer_keys', {
  stratum: integer().primaryKey(),
  keyId: text('key_id').notNull(),
  spki: text().notNull(),
  /** The private half under AES-GCM; see issuer-key.ts. */
  wrapped: bytes().notNull(),
})

/** Replaced codes per stratum: rows of `invites` that are no letter of their own, and marks without a credential. */
export const replacements = sqliteTable('replacements', {
  stratum: integer().primaryKey(),
  codes: integer().notNull(),
})

/** What the help desk noted, sealed: this server cannot read which code. */
export const notes = sqliteTable('notes', {
  id: bytes().primaryKey(),
  sealed: bytes().notNull(),
  printed: integer({ mode: 'boolean' }).notNull().default(false),
})

export const reminderLists = sqliteTable('reminder_lists', {
  day: text().primaryKey(),
  /** To the printer; one bit a letter. */
  sealed: bytes().notNull(),
})
