// Typed selects over any libSQL client: drizzle builds and maps, this callback runs.
// Separate because both runtimes read in the same way; only writing differs.
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import type { InArgs, InStatement } from '@libsql/client'
import type { Reader } from './port.ts'
import { plain } from './statement.ts'
import type { Answer } from './statement.ts'

/** A Reader over a client opened with intMode 'bigint'. */
export function reader(client: { execute: (query: InStatement) => Promise<Answer> }): Reader {
  return drizzle(async (sql, params, method) => {
    if (method === 'run') throw new Error('read does not write')
    const { rows, columns } = await client.execute({ sql, args: params as InArgs })
    const values = rows.map((row) => columns.map((_, i) => plain(row[i])))
    // drizzle's proxy takes one row, not a list of one, for `get`.
    return { rows: method === 'get' ? (values[0] as unknown[]) : values }
  })
}
