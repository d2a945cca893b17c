// What is stored of what leaves the report team: partner organisations, coded signals, agreements, counts of reports per quarter.
// Words of a signal and of an agreement are sealed with the key of the signal's month (month-key.ts); never a report, never its writer,
// never a day of anything a resident did. The SQL, with the triggers that keep two people apart, stands in migrations/office/0005_signals.sql.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { bytes } from '../db/columns.ts'
import type { SignalKind, SignalState } from './wire.ts'

export const partners = sqliteTable('partners', {
  id: text().primaryKey(),
  municipality: text().notNull(),
  name: text().notNull(),
  /** Takes complex cases: the only one a referral goes to. */
  network: integer({ mode: 'boolean' }).notNull(),
  active: integer({ mode: 'boolean' }).notNull(),
})

export const reviewKeys = sqliteTable('review_keys', {
  staff: text().primaryKey(),
  recipient: text().notNull(),
  /** The private half, wrapped on its owner's device. */
  wrapped: text().notNull(),
  confirmedBy: text('confirmed_by'),
})

export const partnerContacts = sqliteTable('partner_contacts', {
  staff: text().primaryKey(),
  partner: text().notNull(),
})

export const signals = sqliteTable('signals', {
  id: text().primaryKey(),
  municipality: text().notNull(),
  /** YYYY-MM: names the key. */
  month: text().notNull(),
  kind: text().$type<SignalKind>().notNull(),
  state: text().$type<SignalState>().notNull(),
  writer: text().notNull(),
  reviewer: text(),
  /** Hex SHA-256 of content and salt. */
  commitment: text().notNull(),
  /** Null once forgotten. */
  sealed: bytes(),
  writtenOn: text('written_on').notNull(),
  reviewedOn: text('reviewed_on'),
  visibleOn: text('visible_on'),
})

export const signalPartners = sqliteTable('signal_partners', {
  signal: text().notNull(),
  partner: text().notNull(),
}, (table) => [primaryKey({ columns: [table.signal, table.partner] })])

export const agreements = sqliteTable('agreements', {
  id: text().primaryKey(),
  signal: text().notNull(),
  partner: text().notNull(),
  madeBy: text('made_by').notNull(),
  madeOn: text('made_on').notNull(),
  dueOn: text('due_on').notNull(),
  doneOn: text('done_on'),
  missedOn: text('missed_on'),
  sealed: bytes(),
})

export const reportTallies = sqliteTable('report_tallies', {
  municipality: text().notNull(),
  month: text().notNull(),
  /** Sealed on an officer's device to the officers. */
  sealed: bytes().notNull(),
}, (table) => [primaryKey({ columns: [table.municipality, table.month] })])

export const reportCounts = sqliteTable('report_counts', {
  municipality: text().notNull(),
  quarter: text().notNull(),
  area: text().notNull(),
  /** Null: fewer than 5. */
  reports: integer(),
}, (table) => [primaryKey({ columns: [table.municipality, table.quarter, table.area] })])

/** In a database of its own per month, destroyed whole. */
export const monthKeys = sqliteTable('month_keys', {
  municipality: text().primaryKey(),
  key: bytes().notNull(),
})
