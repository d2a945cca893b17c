// What is stored of exports: that microdata left, never the microdata. The SQL, with who may agree, stands in migrations/office/0011_research.sql.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const exportRows = sqliteTable('exports', {
  id: text().primaryKey(),
  municipality: text().notNull(),
  wave: text().notNull(),
  withArea: integer('with_area', { mode: 'boolean' }).notNull(),
  reason: text().notNull(),
  askedBy: text('asked_by').notNull(),
  askedOn: text('asked_on').notNull(),
  agreedBy: text('agreed_by'),
  agreedOn: text('agreed_on'),
  takenOn: text('taken_on'),
})
