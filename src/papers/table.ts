// What the papers say of a municipality that no other setting holds: a field and a line of text. All of it is made public.
// The SQL stands in migrations/office/0008_operation.sql.
import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const paperDetails = sqliteTable('paper_details', {
  municipality: text().notNull(),
  field: text().notNull(),
  value: text().notNull(),
}, (table) => [primaryKey({ columns: [table.municipality, table.field] })])
