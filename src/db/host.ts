// The database host: keeps a libSQL server for `office` and for each wave's databases, and lets a Worker make, find and destroy them.
// Separate because a Worker can start no process and remove no folder. Speaks HTTP on loopback, behind one bearer secret.
import { createHash, timingSafeEqual } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { createClient } from '@libsql/client'
import { forgottenFile } from './forgotten.ts'
import { migrateDatabase } from './migrate.ts'
import { databaseKinds, isWaveName } from './port.ts'
import type { WaveDatabaseKind } from './port.ts'
import { destroySqld, startSqld } from './sqld.ts'
import type { Sqld } from './sqld.ts'

export interface DatabaseHost {
  url: string
  office: { url: string; authToken: string }
  close: () => Promise<void>
}

/** Starts the servers of everything already in the folder, migrates, then listens. `secret`: at least 32 characters. */
export async function startDatabaseHost({ folder, secret, port = 0 }: { folder: string; secret: string; port?: number }): Promise<DatabaseHost> {
  if (secret.length < 32) throw new Error('The secret of the database host must have at least 32 characters.')
  const running = new Map<string, Sqld>()
  // Beside the folder, so that a folder that is put back does not bring an older list with it.
  const forgotten = forgottenFile(`${resolve(folder)}.forgotten`)
  const make = async (name: string) => {
    const known = running.get(name)
    if (known) return known
    const server = await startSqld(join(folder, name))
    running.set(name, server)
    const client = createClient({ url: server.url, authToken: server.authToken })
    await migrateDatabase(client, name.split('/')[0] as 'office' | WaveDatabaseKind)
    client.close()
    return server
  }
  const office = await make('office')
  for (const kind of databaseKinds) {
    const names = existsSync(join(folder, kind)) ? readdirSync(join(folder, kind)) : []
    for (const name of names) {
      if (forgotten.has(kind, name)) await destroySqld(join(folder, kind, name), undefined)
      else await make(`${kind}/${name}`)
    }
  }

  // One act at a time: two requests to make one database must not start two servers on one folder.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const turn = last.then(act, act)
    last = turn
    return turn
  }
  const address = ({ url, authToken }: Sqld) => ({ status: 200, body: { url, authToken } })

  async function answer(method: string, path: string): Promise<{ status: number; body?: object }> {
    if (path === '/databases') return method === 'GET' ? { status: 200, body: [...running.keys()].filter((name) => name !== 'office') } : { status: 405 }
    if (path === '/forgotten') return method === 'GET' ? { status: 200, body: forgotten.all() } : { status: 405 }
    const [, kind, wave] = /^\/databases\/([a-z]+)\/([^/]+)$/.exec(path) ?? []
    if (wave === undefined || !databaseKinds.includes(kind as WaveDatabaseKind) || !isWaveName(wave)) return { status: 404 }
    const name = `${kind}/${wave}`
    if (method === 'GET') return running.has(name) ? address(running.get(name)!) : { status: 404 }
    if (method === 'PUT' && forgotten.has(kind!, wave)) return { status: 404 }
    if (method === 'PUT') return address(await inTurn(() => make(name)))
    if (method !== 'DELETE') return { status: 405 }
    await inTurn(async () => {
      const server = running.get(name)
      running.delete(name)
      forgotten.add(kind!, wave)
      await destroySqld(join(folder, name), server)
    })
    return { status: 204 }
  }

  const listening = createServer((request, response) => {
    const finish = ({ status, body }: { status: number; body?: object }) => response.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body))
    if (!sameSecret(request.headers.authorization ?? '', `Bearer ${secret}`)) return void finish({ status: 401 })
    // A fault is answered by its number alone.
    answer(request.method!, request.url!).then(finish, () => finish({ status: 500 }))
  })
  await new Promise<void>((resolve, reject) => listening.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    office: { url: office.url, authToken: office.authToken },
    async close() {
      listening.closeAllConnections()
      await new Promise((resolve) => listening.close(resolve))
      await last.catch(() => {})
      for (const server of running.values()) await server.stop()
    },
  }
}

function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
