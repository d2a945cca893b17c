// What is stored of advice: the pages of a municipality in their order, and their texts by language. All of it public.
// Never who read what, or that anybody did. The SQL stands in migrations/office/0005_signals.sql.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const advicePages = sqliteTable('advice_pages', {
  municipality: text().notNull(),
  slug: text().notNull(),
  position: integer().notNull(),
}, (table) => [primaryKey({ columns: [table.municipality, table.slug] })])

export const adviceTexts = sqliteTable('advice_texts', {
  municipality: text().notNull(),
  slug: text().notNull(),
  language: text().notNull(),
  title: text().notNull(),
  /** Plain text: paragraphs, headings, lists. */
  body: text().notNull(),
}, (table) => [primaryKey({ columns: [table.municipality, table.slug, table.language] })])
