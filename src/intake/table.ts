// What residents send, in a database of its own per wave that is destroyed whole after the count.
// Never a time, an order, a code, an area or anything readable: a random key, a spent digest, sealed bytes. The SQL stands in migrations/intake.
import { customType, integer, sqliteTable } from 'drizzle-orm/sqlite-core'
import { bytes } from '../db/columns.ts'

/** Random 63 bits: beyond what a number holds exactly, and a small one may come back as a number all the same. */
const wideInteger = customType<{ data: bigint; driverData: bigint | number }>({
  dataType: () => 'integer',
  fromDriver: (value) => BigInt(value),
})

export const intakeState = sqliteTable('state', {
  id: integer().primaryKey(),
  open: integer({ mode: 'boolean' }).notNull(),
  /** Milliseconds since 1970: the instant from which nothing is taken, fixed by the staff act. */
  closesAt: integer('closes_at'),
})

export const responses = sqliteTable('responses', {
  id: wideInteger().primaryKey(),
  /** SHA-256 of the credential's message. */
  spent: bytes().notNull(),
  sealed: bytes().notNull(),
})
