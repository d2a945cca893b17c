// Taking a database as a file and putting a file back as a database, on both kinds of storage. Separate because only here a copy is made past
// the port: on files by VACUUM INTO, in the process of a command and never in the server's; over HTTP row by row inside one read transaction.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { copyTables } from './copy-tables.ts'
import { openFile } from './node.ts'
import type { Database, WaveDatabaseKind, WaveDatabases } from './port.ts'
import { libsqlStatement, written } from './statement.ts'
import { openRemote } from './worker.ts'
import type { Address } from './worker.ts'

export interface Copies {
  /** Writes a consistent copy to a file that does not exist yet. */
  take(kind: 'office' | WaveDatabaseKind, name: string, file: string): Promise<void>
  /** Whether there is such a database with anything in it. */
  has(kind: 'office' | WaveDatabaseKind, name: string): Promise<boolean>
  /** Makes the database from the file; it must not be there. */
  put(kind: 'office' | WaveDatabaseKind, name: string, file: string): Promise<void>
}

/** Embedded files under a data folder. `put` needs that no process has the database open. */
export function fileCopies(data: string): Copies {
  const pathOf = (kind: string, name: string) => (kind === 'office' ? join(data, 'office.db') : join(data, kind, `${name}.db`))
  return {
    async take(kind, name, file) {
      const client = createClient({ url: pathToFileURL(pathOf(kind, name)).href, timeout: 5_000 })
      try {
        await client.execute({ sql: 'VACUUM INTO ?', args: [file] })
      } finally {
        client.close()
      }
    },
    has: async (kind, name) => existsSync(pathOf(kind, name)),
    async put(kind, name, file) {
      const path = pathOf(kind, name)
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      // Whole or not at all: a name appears when its bytes are there.
      copyFileSync(file, `${path}.restoring`)
      renameSync(`${path}.restoring`, path)
    },
  }
}

/** Databases over HTTP. `addressOf` knows where a database answers; `databases` makes those of waves. */
export function remoteCopies(office: Address, databases: WaveDatabases, addressOf: (kind: WaveDatabaseKind, name: string) => Promise<Address>): Copies {
  return {
    async take(kind, name, file) {
      const client = createClient({ ...(kind === 'office' ? office : await addressOf(kind, name)), intMode: 'bigint' })
      const target = await openFile(file, 'rollback', kind)
      // One read transaction: every page of every table is of the same moment.
      const reading = await client.transaction('read')
      try {
        await copyTables(async (query) => written(await reading.execute(libsqlStatement(query))), target)
      } finally {
        reading.close()
        client.close()
        target.close()
      }
    },
    async has(kind, name) {
      if (kind !== 'office') return databases.exists(kind, name)
      const client = openRemote(office)
      const [rows] = await client.write([sql`SELECT count(*) AS n FROM municipalities`]).finally(() => client.close())
      return Number(rows![0]!.n) > 0
    },
    async put(kind, name, file) {
      // A copy of the copy, because an older one is migrated before it is read.
      const working = `${file}.restoring`
      copyFileSync(file, working)
      const source = await openFile(working, 'rollback', kind)
      const target: Database = kind === 'office' ? openRemote(office) : await databases.create(kind, name)
      try {
        await copyTables(async (query) => (await source.write([query]))[0]!, target)
      } finally {
        source.close()
        target.close()
        for (const suffix of ['', '-journal']) rmSync(working + suffix, { force: true })
      }
    },
  }
}
