// Databases as embedded libSQL files: one client per file, every write committed in a group, whole files destroyed.
// Separate because only Node can do this. On `file:` a client's calls are synchronous underneath, so writes of one process are serial by
// nature; what costs is the fsync of a commit, hence one batch for everything that arrived in the same turn of the event loop.
import { mkdirSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import type { Client, InStatement } from '@libsql/client'
import type { Forgotten } from './forgotten.ts'
import { DatabaseGone, databaseKinds, isWaveName } from './port.ts'
import type { Database, WaveDatabaseKind, WaveDatabases } from './port.ts'
import { groupCommit } from './group-commit.ts'
import { migrateDatabase } from './migrate.ts'
import { patiently } from './patiently.ts'
import { reader } from './reader.ts'
import { libsqlStatement, written } from './statement.ts'

/** Milliseconds to wait, synchronously, for a lock another process holds; contention inside the process never waits. */
const LOCK_TIMEOUT = 250

/**
 * Opens (making it where missing) one embedded file. WAL is a property of the file and set once, for `office` and `sample`; `intake` and
 * `reports` stay on the rollback journal, because a WAL keeps its last thousand pages in commit order. FULL is libSQL's compiled default.
 */
export async function openFile(path: string, journal: 'wal' | 'rollback', kind?: 'office' | WaveDatabaseKind): Promise<Database> {
  mkdirSync(dirname(path), { recursive: true })
  const client = createClient({ url: pathToFileURL(path).href, intMode: 'bigint', timeout: LOCK_TIMEOUT })
  try {
    if (journal === 'wal') await client.execute('PRAGMA journal_mode = WAL')
    if (kind) await migrateDatabase(client, kind)
  } catch (fault) {
    client.close()
    throw fault
  }
  return fileDatabase(client)
}

/** The port over an open local client. */
export function fileDatabase(client: Client): Database {
  const batch = (statements: readonly InStatement[]) => client.batch([...statements], 'write').catch((fault: Error) => {
    // A statement left unfinished by a busy connection would poison every later commit on it (libsql-client-ts 352).
    if (fault.message.includes('SQL statements in progress')) client.reconnect()
    throw fault
  })
  const committed = groupCommit((statements) => patiently(() => batch(statements)))
  return {
    read: reader({ execute: (query) => (client.closed ? Promise.reject(new DatabaseGone()) : client.execute(query as InStatement)) }),
    async write(statements) {
      if (client.closed) throw new DatabaseGone()
      return (await committed(statements.map(libsqlStatement))).map(written)
    },
    close: () => client.close(),
  }
}

/** The files beside a database file that are part of it. */
const SUFFIXES = ['', '-wal', '-shm', '-journal']

/** The databases of waves as `<folder>/<kind>/<wave>.db`; one client per file and process. */
export function nodeDatabases(folder: string, forgotten?: Forgotten): WaveDatabases & { migrateAll(): Promise<void>; close(): void } {
  const opened = new Map<string, Promise<Database>>()
  const pathOf = (kind: WaveDatabaseKind, wave: string) => {
    if (!isWaveName(wave)) throw new DatabaseGone()
    return join(folder, kind, `${wave}.db`)
  }
  const openAt = (path: string, kind: WaveDatabaseKind) => {
    const known = opened.get(path)
    if (known) return known
    const opening = openFile(path, kind === 'sample' ? 'wal' : 'rollback', kind)
    opened.set(path, opening)
    opening.catch(() => opened.delete(path))
    return opening
  }
  const closeAt = async (path: string) => {
    const database = await opened.get(path)?.catch(() => undefined)
    opened.delete(path)
    database?.close()
  }
  const remove = async (path: string) => {
    await closeAt(path)
    for (const suffix of SUFFIXES) rmSync(path + suffix, { force: true })
  }
  /** A file that came back after it was destroyed, or that a crash left when it was already listed, goes again. */
  const refuseForgotten = async (kind: WaveDatabaseKind, wave: string, path: string) => {
    if (!forgotten?.has(kind, wave)) return
    await remove(path)
    throw new DatabaseGone()
  }
  const listed = () => databaseKinds.flatMap((kind) => {
    const names = existsSync(join(folder, kind)) ? readdirSync(join(folder, kind)) : []
    return names.filter((name) => name.endsWith('.db')).map((name) => ({ kind, name: name.slice(0, -3) }))
  })
  return {
    async create(kind, wave) {
      const path = pathOf(kind, wave)
      await refuseForgotten(kind, wave, path)
      return openAt(path, kind)
    },
    async open(kind, wave) {
      const path = pathOf(kind, wave)
      await refuseForgotten(kind, wave, path)
      if (!existsSync(path)) {
        // Another process (the command line) destroyed it: an open file would keep its bytes.
        await closeAt(path)
        throw new DatabaseGone()
      }
      return openAt(path, kind)
    },
    exists: async (kind, wave) => !forgotten?.has(kind, wave) && existsSync(pathOf(kind, wave)),
    list: async () => listed().filter(({ kind, name }) => !forgotten?.has(kind, name)),
    async destroy(kind, wave) {
      const path = pathOf(kind, wave)
      forgotten?.add(kind, wave)
      await remove(path)
      const left = SUFFIXES.filter((suffix) => existsSync(path + suffix))
      if (left.length > 0) throw new Error(`${left.length} files of a ${kind} database are still there`)
    },
    async migrateAll() {
      for (const { kind, name } of listed()) {
        const path = join(folder, kind, `${name}.db`)
        if (forgotten?.has(kind, name)) await remove(path)
        else await openAt(path, kind)
      }
    },
    close() {
      for (const opening of opened.values()) opening.then((database) => database.close(), () => {})
      opened.clear()
    },
  }
}
