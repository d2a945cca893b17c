// Protects the access table: nothing outside it exists, nothing foreign gets in, and no refusal echoes what was sent.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { access } from '../../src/http/roles.ts'
import { RESIDENT, STAFF, startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => void (server = await startServer()))
afterAll(() => server.close())

const at = (path: string) => path.replace(/:(\w+)/g, 'x')
const slug = async (answer: Response) => ((await answer.json()) as { type: string }).type

describe('the access table', () => {
  it('lists every address the app serves, and none that it does not', () => {
    const served = server.app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/')).map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(served)].sort()).toEqual(access.map(({ method, path }) => `${method} ${path}`).sort())
  })

  it('gives no address twice, and a body only to what writes', () => {
    expect(new Set(access.map(({ method, path }) => `${method} ${path}`)).size).toBe(access.length)
    for (const { method, path, body } of access) expect([path, method === 'POST' || method === 'PUT' ? body !== undefined : body === undefined]).toEqual([path, true])
  })
})

describe('the guard', () => {
  it('refuses addresses that are not in the table', async () => {
    for (const origin of [STAFF, RESIDENT]) {
      const answer = await server.request('GET', `${origin}/api/nothing`)
      expect([answer.status, answer.headers.get('content-type'), await slug(answer)]).toEqual([404, 'application/problem+json', '/problems/not-found'])
    }
  })

  it('answers staff addresses on the staff origin only, and residents\' on theirs only', async () => {
    for (const { method, path, face } of access) {
      if (face === 'both') continue
      const wrong = face === 'staff' ? RESIDENT : STAFF
      const answer = await server.request(method, wrong + at(path), method === 'GET' ? {} : { body: {} })
      expect([path, answer.status]).toEqual([path, 404])
    }
  })

  it('answers a host name that is nobody\'s with 404', async () => {
    expect((await server.request('POST', 'http://other.example/api/responses', { body: {} })).status).toBe(404)
  })

  it('refuses every other method with 405', async () => {
    for (const { path, face } of access) {
      const listed = access.filter((row) => row.path === path).map((row) => row.method as string)
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'OPTIONS'].filter((name) => !listed.includes(name))) {
        const answer = await server.request(method, (face === 'staff' ? STAFF : RESIDENT) + at(path))
        expect([method, path, answer.status, await slug(answer)]).toEqual([method, path, 405, '/problems/method-not-allowed'])
      }
    }
  })

  it('sends everybody without a session away from what needs one', async () => {
    for (const { method, path, face, may, body } of access) {
      if (face !== 'staff' || may === 'open') continue
      const answer = await server.request(method, STAFF + at(path), body ? { body: body.type === 'json' ? {} : new Uint8Array(1) } : {})
      expect([path, answer.status]).toEqual([path, 401])
    }
  })

  it('attack 28: hides what a role may not use', async () => {
    for (const role of ['reader', 'coordinator', 'analyst', 'report-officer', 'reviewer'] as const) {
      const cookie = await server.signIn([role])
      for (const { method, path, face, may, body } of access) {
        if (face !== 'staff' || may === 'open' || may === 'staff' || may.includes(role)) continue
        const answer = await server.request(method, STAFF + at(path), { cookie, ...(body ? { body: body.type === 'json' ? {} : new Uint8Array(1) } : {}) })
        expect([role, path, answer.status, await slug(answer)]).toEqual([role, path, 404, '/problems/not-found'])
      }
    }
  })
})
