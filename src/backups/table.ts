// What is stored of backups in `office`: that one was made, until when it is kept, and whose sealed answers are in it, because the certificate
// of a count names the day on which the last of them is gone. The SQL stands in migrations/office/0008_operation.sql.
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const backups = sqliteTable('backups', {
  id: text().primaryKey(),
  /** YYYY-MM-DD. */
  madeOn: text('made_on').notNull(),
  expiresOn: text('expires_on').notNull(),
  /** Waves whose intake is in it. */
  holds: text({ mode: 'json' }).$type<string[]>().notNull(),
})
