// Databases as embedded libSQL files: migrated here, then owned by the thread of files, closed before they are destroyed whole.
// Separate because only Node can do this. On `file:` a client's calls are synchronous underneath and a commit waits for the disk: in the
// thread that serves, every request would wait with it.
import { mkdirSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import type { Forgotten } from './forgotten.ts'
import { DatabaseGone, databaseKinds, isWaveName } from './port.ts'
import type { Database, WaveDatabaseKind, WaveDatabases } from './port.ts'
import { migrateDatabase } from './migrate.ts'
import { patiently } from './patiently.ts'
import { reader } from './reader.ts'
import { libsqlStatement, written } from './statement.ts'
import { openThreadedFile } from './threaded-file.ts'
import type { ThreadedFile } from './threaded-file.ts'

/** Milliseconds the thread of files waits for a lock another process holds; contention inside the process never waits. */
const LOCK_TIMEOUT = 250

/**
 * Opens (making it where missing) one embedded file. WAL is a property of the file and set once, for `office` and `sample`; `intake` and
 * `reports` stay on the rollback journal, because a WAL keeps its last thousand pages in commit order. FULL is libSQL's compiled default.
 */
export async function openFile(path: string, journal: 'wal' | 'rollback', kind?: 'office' | WaveDatabaseKind): Promise<Database> {
  mkdirSync(dirname(path), { recursive: true })
  const url = pathToFileURL(path).href
  const client = createClient({ url, timeout: LOCK_TIMEOUT })
  try {
    if (journal === 'wal') await client.execute('PRAGMA journal_mode = WAL')
    if (kind) await migrateDatabase(client, kind)
  } finally {
    client.close()
  }
  return fileDatabase(await openThreadedFile({ url, intMode: 'bigint', timeout: LOCK_TIMEOUT }))
}

/** The port over an open file. */
function fileDatabase(file: ThreadedFile): Database {
  /** What was asked of a file that is closed, or was closed meanwhile, came too late. */
  const unlessGone = async <Answered>(act: () => Promise<Answered>): Promise<Answered> => {
    if (file.closed) throw new DatabaseGone()
    return act().catch((fault: unknown) => {
      throw file.closed ? new DatabaseGone() : fault
    })
  }
  return {
    read: reader({ execute: (query) => unlessGone(() => file.read(query)) }),
    write: async (statements) => (await unlessGone(() => patiently(() => file.write(statements.map(libsqlStatement))))).map(written),
    close: () => file.close(),
  }
}

/** The files beside a database file that are part of it. */
const SUFFIXES = ['', '-wal', '-shm', '-journal']

/** The databases of waves as `<folder>/<kind>/<wave>.db`; one client per file and process. */
export function nodeDatabases(folder: string, forgotten?: Forgotten): WaveDatabases & { migrateAll(): Promise<void>; close(): Promise<void> } {
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
    const opening = opened.get(path)
    const database = await opening?.catch(() => undefined)
    await database?.close()
    // Not before: whoever asks meanwhile must find the closed one, not open the file again.
    if (opened.get(path) === opening) opened.delete(path)
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
    forgotten: async () => forgotten?.all() ?? [],
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
    async close() {
      await Promise.all([...opened.keys()].map(closeAt))
    },
  }
}
