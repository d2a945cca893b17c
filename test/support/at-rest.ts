// What is at rest in a data folder: every table of every database with its number of rows, and every byte of every file.
// Separate because tests that say "nothing was written" and tests that look for a marker ask the same folder.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Database } from '../../src/db/port.ts'
import type { Deps } from '../../src/deps.ts'

/** Names of a database's own tables. */
export async function tablesOf(database: Database): Promise<string[]> {
  const [rows] = await database.write([sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '__drizzle_migrations' ORDER BY name`])
  return rows!.map(({ name }) => name as string)
}

/** Rows per table of `office` and of a wave's databases; sessions left out, which every staff request touches. */
export async function rowCounts({ office, databases }: Pick<Deps, 'office' | 'databases'>, wave?: string): Promise<Record<string, number>> {
  const opened: [string, Database][] = [['office', office]]
  for (const kind of ['sample', 'intake'] as const) if (wave !== undefined && (await databases.exists(kind, wave))) opened.push([kind, await databases.open(kind, wave)])
  const counts: Record<string, number> = {}
  for (const [kind, database] of opened) {
    for (const table of await tablesOf(database)) {
      if (table === 'sessions') continue
      counts[`${kind}.${table}`] = Number((await database.write([sql.raw(`SELECT count(*) AS n FROM ${table}`)]))[0]![0]!.n)
    }
  }
  return counts
}

/** All bytes of all files under a folder, one character a byte: databases, WAL, journals, logs. */
export function bytesAtRest(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => bytesOf(join(entry.parentPath, entry.name))).join('\n')
}

/** All bytes of a file, one character a byte; none when it went away meanwhile, as a libSQL server's temporary files do. */
export function bytesOf(path: string): string {
  try {
    return readFileSync(path).toString('latin1')
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw fault
  }
}
