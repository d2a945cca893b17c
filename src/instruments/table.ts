// Published instruments, one row per language, named by their own digest and never changed.
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const instruments = sqliteTable('instruments', {
  hash: text().primaryKey(),
  language: text().notNull(),
  /** PublishedInstrument as JSON. */
  json: text().notNull(),
})
