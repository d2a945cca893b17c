// What is stored of letters in `office`: senders, print runs, returns, allowances, and the public keys of the two lists there can be.
// Never a name, an address, a code, its hash or a mailing number. The SQL stands in migrations/office/0007_letters.sql.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Sender } from './wire.ts'

export const letterSenders = sqliteTable('letter_senders', {
  wave: text().primaryKey(),
  json: text({ mode: 'json' }).$type<Sender>().notNull(),
})

export const mailingLists = sqliteTable('mailing_lists', {
  wave: text().primaryKey(),
  /** age1... of the sealed list on the coordinator's device. */
  recipient: text().notNull(),
  madeOn: text('made_on').notNull(),
  madeBy: text('made_by'),
  destroyedOn: text('destroyed_on'),
  destroyedBy: text('destroyed_by'),
})

export const letterRuns = sqliteTable('letter_runs', {
  wave: text().notNull(),
  number: integer().notNull(),
  phase: integer().notNull(),
  day: text().notNull(),
  letters: integer().notNull(),
  staff: text(),
}, (table) => [primaryKey({ columns: [table.wave, table.number] })])

export const mailReturns = sqliteTable('mail_returns', {
  wave: text().notNull(),
  area: text().notNull(),
  undelivered: integer().notNull(),
  ineligible: integer().notNull(),
}, (table) => [primaryKey({ columns: [table.wave, table.area] })])

export const replacementAllowances = sqliteTable('replacement_allowances', {
  id: text().primaryKey(),
  wave: text().notNull(),
  upTo: integer('up_to').notNull(),
  askedBy: text('asked_by').notNull(),
  agreedBy: text('agreed_by'),
})

export const codeReplacements = sqliteTable('code_replacements', {
  id: text().primaryKey(),
  wave: text().notNull(),
  codes: integer().notNull(),
})

export const reminderPrinters = sqliteTable('reminder_printers', {
  wave: text().primaryKey(),
  /** age1... of the printing house. */
  recipient: text().notNull(),
  askedBy: text('asked_by').notNull(),
  agreedBy: text('agreed_by'),
})
