// What is stored about the channel in `office`: who reads, who signs, which months have a key, what the brake counts. Public keys and wrapped
// identities of staff; never anything that was told. The SQL stands in migrations/office/0004_reports.sql.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { bytes } from '../db/columns.ts'
import { wideInteger } from './month-table.ts'

export const channels = sqliteTable('report_channels', {
  municipality: text().primaryKey(),
  open: integer({ mode: 'boolean' }).notNull(),
  salt: bytes().notNull(),
  recoveryRecipient: text('recovery_recipient'),
  recoveryBy: text('recovery_by'),
  drilledBy: text('drilled_by'),
  recoverySplit: integer('recovery_split', { mode: 'boolean' }).notNull(),
  drilledOn: text('drilled_on'),
  list: text(),
  listNumber: integer('list_number').notNull(),
  listKey: bytes('list_key'),
  listSignature: bytes('list_signature'),
  webhook: text().notNull(),
  signalledOn: text('signalled_on').notNull(),
})

export const officers = sqliteTable('report_officers', {
  staff: text().primaryKey(),
  municipality: text().notNull(),
  recipient: text().notNull(),
  wrapped: text().notNull(),
  state: text().$type<'asked' | 'active' | 'left'>().notNull(),
  askedBy: text('asked_by').notNull(),
  confirmedBy: text('confirmed_by'),
})

export const signers = sqliteTable('report_signers', {
  publicKey: bytes('public_key').primaryKey(),
  municipality: text().notNull(),
  keyName: text('key_name').notNull(),
  wrapped: text().notNull(),
  state: text().$type<'asked' | 'active' | 'past'>().notNull(),
  askedBy: text('asked_by').notNull(),
  confirmedBy: text('confirmed_by'),
  since: text().notNull(),
})

export const months = sqliteTable('report_months', {
  municipality: text().notNull(),
  month: text().notNull(),
  recipient: text().notNull(),
  state: text().$type<'living' | 'gone'>().notNull(),
}, (table) => [primaryKey({ columns: [table.municipality, table.month] })])

export const readings = sqliteTable('report_readings', {
  id: integer().primaryKey(),
  staff: text().notNull(),
  month: text().notNull(),
  thread: wideInteger().notNull(),
  at: integer().notNull(),
})

export const stops = sqliteTable('report_stops', {
  staff: text().primaryKey(),
  municipality: text().notNull(),
})
