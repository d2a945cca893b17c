// The one shape in which verbs and routes meet a database: typed reads, and one write verb that takes a whole batch.
// Separate because Node (embedded file, group commit) and the edge (HTTP, busy retry) fulfil it differently and nothing else may know which.
// No interactive transactions exist: invariants live in SQL (UNIQUE, CHECK, guarded UPDATE ... RETURNING, INSERT ... SELECT ... WHERE).
import type { SQLWrapper } from 'drizzle-orm'
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'

/** Column names as in SQL; blobs are Uint8Array, integers beyond 2^53 are bigint. */
export type Row = Record<string, unknown>

/** What a statement answers: its RETURNING rows, and how many rows it changed. */
export type Written = Row[] & { readonly changed: number }

/** Typed selects; nothing here can write. */
export type Reader = Pick<SqliteRemoteDatabase, 'select' | 'selectDistinct' | '$count'>

export interface Database {
  readonly read: Reader
  /**
   * Runs the statements as one atomic batch in write mode and answers for each its RETURNING rows and how many rows it changed.
   * Durable when it resolves. Statements must be idempotent: a busy edge database is tried again.
   */
  write(statements: readonly SQLWrapper[]): Promise<Written[]>
  /** Resolves when the database is let go of. */
  close(): Promise<void>
}

/** The databases of their own kind that are made, opened and destroyed whole: what must be forgotten lives in one of these. */
export const databaseKinds = ['sample', 'intake', 'signals', 'reports', 'removals'] as const
export type WaveDatabaseKind = (typeof databaseKinds)[number]

export interface WaveDatabases {
  /** Makes and migrates the database; making it again is fine. */
  create(kind: WaveDatabaseKind, wave: string): Promise<Database>
  /** Throws DatabaseGone when the database does not exist (any more). */
  open(kind: WaveDatabaseKind, wave: string): Promise<Database>
  exists(kind: WaveDatabaseKind, wave: string): Promise<boolean>
  /** Every database there is, by kind and name. */
  list(): Promise<{ kind: WaveDatabaseKind; name: string }[]>
  /** Every database that was destroyed, by kind and name. */
  forgotten(): Promise<{ kind: string; name: string }[]>
  /** Destroys the database with everything beside it and looks that it is gone; it is never made or opened again. Destroying twice is fine. */
  destroy(kind: WaveDatabaseKind, wave: string): Promise<void>
}

/** The database was never made, or was destroyed: on open, and on a read or write that was under way when it went. */
export class DatabaseGone extends Error {
  override readonly name = 'DatabaseGone'
}

/** The one pattern of names from which a file, a folder or an address is made: never anything else a caller sends. */
export function isWaveName(wave: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(wave)
}
