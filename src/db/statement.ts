// How a verb writes down a statement without holding a connection: drizzle's builders, typed by the tables, that only become SQL.
// Separate because Database.write takes statements, not callbacks; running one of these by itself is a bug and throws.
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import type { SQLWrapper } from 'drizzle-orm'
import type { InArgs, InStatement } from '@libsql/client'
import type { Written } from './port.ts'

/** `statement.insert(table).values(...)`, `.update(table).set(...).where(...)`, `.delete(table)`: pass the result to `write`. */
export const statement = drizzle(() => Promise.reject(new Error('a statement is passed to write, never run by itself')))

const dialect = new SQLiteAsyncDialect()

/** The SQL text and parameters of a statement, as the libSQL clients take them. */
export function libsqlStatement(wrapped: SQLWrapper): InStatement {
  const { sql, params } = dialect.sqlToQuery(wrapped.getSQL())
  return { sql, args: params as InArgs }
}

/** A value as the rest of the code sees it: bytes as Uint8Array, integers as number while they are exact (clients run with intMode bigint). */
export function plain(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  if (typeof value === 'bigint' && value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER) return Number(value)
  return value
}

/** What either transport answers a statement: a ResultSet, or as much of one as crosses from a thread. */
export interface Answer {
  columns: readonly string[]
  rows: readonly ArrayLike<unknown>[]
  rowsAffected: number
}

/** RETURNING rows as plain objects, with the number of rows changed. */
export function written(result: Answer): Written {
  const rows = result.rows.map((row) => Object.fromEntries(result.columns.map((column, i) => [column, plain(row[i])])))
  // Not enumerable: what is answered is the rows, and equal rows are equal.
  return Object.defineProperty(rows, 'changed', { value: result.rowsAffected }) as typeof rows & { changed: number }
}
