// Protects /healthz and the log: they say whether the service works and where it does not, and nothing of anybody (attack 45).
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logLine } from '../../src/http/log-line.ts'
import { access } from '../../src/http/roles.ts'
import { RESIDENT, STAFF, startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => void (server = await startServer()))
afterAll(() => server.close())

const asked = async (origin: string) => {
  const answer = await server.app.request(`${origin}/healthz`)
  return [answer.status, answer.headers.get('cache-control'), answer.headers.get('set-cookie'), await answer.text()]
}

describe('/healthz', () => {
  it('answers alike on every host name, known or not, and says nothing but yes', async () => {
    for (const origin of [RESIDENT, STAFF, 'http://nobody.example:8787']) expect(await asked(origin)).toEqual([200, 'no-store', null, 'ok\n'])
  })

  it('says no while another process holds the database, with a code in the log, and yes again afterwards', async () => {
    server.advance(60_000)
    const other = createClient({ url: pathToFileURL(join(server.folder, 'office.db')).href })
    const holding = await other.transaction('write')
    const [status, , , body] = await asked(RESIDENT)
    expect([status, JSON.parse(body as string)]).toMatchObject([503, { type: '/problems/not-ready' }])
    expect(server.log.splice(0)).toEqual(['{"code":"SQLITE_BUSY","route":"GET /healthz","status":503}'])
    await holding.rollback()
    other.close()
    server.advance(60_000)
    expect((await asked(RESIDENT))[0]).toBe(200)
  })
})

describe('a line of the log', () => {
  it('attack 45: of a fault at any address holds a code, the pattern of the address and a status, and nothing of the request', async () => {
    const marked = 'Marker81'
    const broken = await startServer({ municipalities: false })
    const deps = new Proxy(broken.deps.office, { get: () => () => Promise.reject(Object.assign(new Error(`Failed query: params ${marked}`), { code: 'SQLITE_IOERR' })) })
    const dead = await startServer({ municipalities: false, deps: { office: { ...deps, read: deps.read, write: () => Promise.reject(Object.assign(new Error(marked), { code: 'SQLITE_IOERR' })) } } })
    for (const { method, path, face } of access) {
      const origin = face === 'resident' ? RESIDENT : STAFF
      await dead.app.request(origin + path.replace(/:\w+/g, marked), {
        method, headers: { origin, cookie: `__Host-nulmeting=${marked}`, 'user-agent': marked, 'content-type': path.includes(':index') ? 'application/octet-stream' : 'application/json', 'x-forwarded-for': '203.0.113.7' },
        ...(method === 'GET' ? {} : { body: JSON.stringify({ link: marked, manifest: marked }) }),
      })
    }
    expect(dead.log.length).toBeGreaterThan(10)
    for (const line of dead.log) {
      const entry = JSON.parse(line) as Record<string, unknown>
      expect(Object.keys(entry)).toEqual(['code', 'route', 'status'])
      expect([entry.status, access.some(({ method, path }) => entry.route === `${method} ${path}`)]).toEqual([500, true])
      expect(line).not.toMatch(/Marker81|203\.0/)
    }
    await broken.close()
    await dead.close()
  })

  it('takes nothing that is not named', () => {
    expect(logLine({ code: 'X', route: 'tick', ...{ message: 'secret' } })).toBe('{"code":"X","route":"tick"}')
  })
})
