// Databases over HTTP, for Workers: each write is one batch, tried again while the database is busy. No node: import.
// Separate because a Worker has no file and no shared memory: clients live for one request, truth stays in libSQL, and the databases of
// waves are made, found and destroyed by the database host (database-host.ts), a small process beside them.
import { sql } from 'drizzle-orm'
import { createClient } from '@libsql/client/web'
import type { InStatement } from '@libsql/client/web'
import { patiently } from './patiently.ts'
import { DatabaseGone, isWaveName } from './port.ts'
import type { Database, WaveDatabaseKind, WaveDatabases } from './port.ts'
import { reader } from './reader.ts'
import { libsqlStatement, written } from './statement.ts'

/** Where a database answers: an http(s) or libsql URL and the token it wants. */
export interface Address {
  url: string
  authToken?: string
}

/** Opens one database over HTTP; nothing is sent before the first statement. */
export function openRemote(address: Address): Database {
  const client = createClient({ ...address, intMode: 'bigint' })
  return {
    read: reader(client),
    write: async (statements) => (await patiently(() => client.batch(statements.map(libsqlStatement) as InStatement[], 'write'))).map(written),
    close: async () => client.close(),
  }
}

/** How many migrations a database has had; 0 when it never had any. A Worker cannot run them, it can only count. */
export async function appliedMigrations(database: Database): Promise<number> {
  return database.write([sql`SELECT count(*) AS applied FROM __drizzle_migrations`]).then(([rows]) => Number(rows![0]!.applied), () => 0)
}

/** Where a database of the host answers; throws DatabaseGone. */
export async function hostedAddress(host: string, secret: string, kind: WaveDatabaseKind, name: string): Promise<Address> {
  const answer = await fetch(`${host}/databases/${kind}/${name}`, { headers: { authorization: `Bearer ${secret}` } })
  if (answer.status === 404) throw new DatabaseGone()
  if (!answer.ok) throw new Error(`the database host answers ${answer.status}`)
  return (await answer.json()) as Address
}

/** The databases of waves through the database host. `secret` is the bearer secret of the host. */
export function remoteDatabases(host: string, secret: string): WaveDatabases {
  const ask = (method: string, kind: WaveDatabaseKind, wave: string) => {
    if (!isWaveName(wave)) throw new DatabaseGone()
    return fetch(`${host}/databases/${kind}/${wave}`, { method, headers: { authorization: `Bearer ${secret}` } })
  }
  const listOf = async <Item>(what: 'databases' | 'forgotten'): Promise<Item[]> => {
    const answer = await fetch(`${host}/${what}`, { headers: { authorization: `Bearer ${secret}` } })
    if (!answer.ok) throw new Error(`the database host answers ${answer.status}`)
    return (await answer.json()) as Item[]
  }
  const opened = async (kind: WaveDatabaseKind, wave: string, answer: Response): Promise<Database> => {
    if (answer.status === 404) throw new DatabaseGone()
    if (!answer.ok) throw new Error(`the database host answers ${answer.status}`)
    const database = openRemote((await answer.json()) as Address)
    return {
      ...database,
      async write(statements) {
        try {
          return await database.write(statements)
        } catch (fault) {
          // Destroyed while this was under way: its server no longer answers, and the host no longer knows it.
          throw (await ask('GET', kind, wave)).status === 404 ? new DatabaseGone() : fault
        }
      },
    }
  }
  return {
    create: async (kind, wave) => opened(kind, wave, await ask('PUT', kind, wave)),
    open: async (kind, wave) => opened(kind, wave, await ask('GET', kind, wave)),
    async exists(kind, wave) {
      const answer = await ask('GET', kind, wave)
      if (!answer.ok && answer.status !== 404) throw new Error(`the database host answers ${answer.status}`)
      return answer.ok
    },
    async list() {
      return (await listOf<string>('databases')).map((path) => ({ kind: path.split('/')[0] as WaveDatabaseKind, name: path.split('/')[1]! }))
    },
    forgotten: () => listOf<{ kind: string; name: string }>('forgotten'),
    async destroy(kind, wave) {
      const answer = await ask('DELETE', kind, wave)
      if (!answer.ok) throw new Error(`the database host answers ${answer.status}`)
    },
  }
}
