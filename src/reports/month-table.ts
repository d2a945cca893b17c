// What is stored of a month's reports, in its own database: sealed bytes under random keys, and the month's key wrapped to who may read; and the
// removals, in theirs. Separate from table.ts because it is another database with another life. SQL: migrations/reports, migrations/removals.
import { customType, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { bytes } from '../db/columns.ts'

/** Random 63 bits: beyond what a number holds exactly, and a small one may come back as a number all the same. */
export const wideInteger = customType<{ data: bigint; driverData: bigint | number }>({
  dataType: () => 'integer',
  fromDriver: (value) => BigInt(value),
})

/** Codes of `threads.state`. */
export const THREAD_STATES = ['open', 'closed', 'junk', 'removed'] as const

export const threads = sqliteTable('threads', {
  id: wideInteger().primaryKey(),
  locator: bytes().notNull(),
  authentication: bytes().notNull(),
  note: bytes().notNull(),
  head: bytes().notNull(),
  state: integer().notNull(),
  /** Messages by the reporter, and by the officers. */
  received: integer().notNull(),
  sent: integer().notNull(),
  read: integer({ mode: 'boolean' }).notNull(),
  mergedInto: wideInteger('merged_into'),
  codings: integer().notNull(),
})

export const parts = sqliteTable('parts', {
  id: wideInteger().primaryKey(),
  bytes: bytes().notNull(),
})

export const codings = sqliteTable('codings', {
  id: wideInteger().primaryKey(),
  sealed: bytes().notNull(),
})

export const spent = sqliteTable('spent', {
  mark: bytes().primaryKey(),
})

export const wraps = sqliteTable('wraps', {
  /** The month's public key this wrap is of. */
  recipient: text().notNull(),
  /** Identifier of the officer; '' is the recovery key. */
  staff: text().notNull(),
  wrapped: bytes().notNull(),
}, (table) => [primaryKey({ columns: [table.recipient, table.staff] })])

export const removals = sqliteTable('removals', {
  month: text().notNull(),
  thread: wideInteger().notNull(),
}, (table) => [primaryKey({ columns: [table.month, table.thread] })])
