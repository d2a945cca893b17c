// What is stored beside editions for everybody: the municipality's answers to residents. The SQL stands in migrations/office/0012_publication.sql.
import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const areaAnswers = sqliteTable('area_answers', {
  edition: text().notNull(),
  area: text().notNull(),
  language: text().$type<'nl' | 'en'>().notNull(),
  said: text().notNull(),
  doing: text().notNull(),
}, (table) => [primaryKey({ columns: [table.edition, table.area, table.language] })])
