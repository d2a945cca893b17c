// Forward-only migrations: one folder of hand-written SQL per kind of database (drizzle knows neither STRICT nor triggers).
// Separate because it reads the file system: Node only, at start or before a deployment; a Worker merely counts what was applied.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Client } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate } from 'drizzle-orm/libsql/migrator'
import type { WaveDatabaseKind } from './port.ts'

/** Brings a database up to date. Several processes may do this at once; a failing migration leaves no partial table. */
export async function migrateDatabase(client: Client, kind: 'office' | WaveDatabaseKind): Promise<void> {
  await migrate(drizzle(client), { migrationsFolder: migrationsFolder(kind) })
}

/** The folder of a kind, looked for upward from here: the source tree and the built bundle lie at different depths. */
export function migrationsFolder(kind: string): string {
  for (let folder = new URL('..', import.meta.url); ; folder = new URL('..', folder)) {
    const found = new URL(`migrations/${kind}/`, folder)
    if (existsSync(new URL('meta/_journal.json', found))) return fileURLToPath(found).replace(/\/$/, '')
    if (folder.pathname === '/') throw new Error(`no migrations for ${kind}`)
  }
}
