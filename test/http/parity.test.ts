// Protects that both runtimes answer alike: every address, asked wrongly in every way, over real HTTP on Node and in workerd, gives the same
// status, headers and body. And that neither keeps a marker of who called.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMunicipality } from '../../src/areas/add-municipality.ts'
import { access } from '../../src/http/roles.ts'
import type { Access } from '../../src/http/roles.ts'
import { builtPages } from '../../src/pages-node.ts'
import { serveNode } from '../../src/serve-node.ts'
import type { Serving } from '../../src/serve-node.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { createApp } from '../../src/app.ts'
import { bytesAtRest } from '../support/at-rest.ts'
import { startTestEdge } from '../support/edge.ts'
import type { TestEdge } from '../support/edge.ts'
import { startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

interface Side {
  resident: string
  staff: string
  cookie: string
}

const MARKERS = { 'user-agent': 'MarkerAgent/7', 'x-forwarded-for': '203.0.113.77', 'cf-connecting-ip': '203.0.113.78', referer: 'https://marker.example/page', 'accept-language': 'x-marker' }

let server: TestServer
let serving: Serving
let edge: TestEdge
let sides: [Side, Side]

beforeAll(async () => {
  server = await startServer({ municipalities: false })
  let answer = (_: Request): Response | Promise<Response> => new Response(null, { status: 503 })
  serving = await serveNode((request) => answer(request), 0)
  const deps = { ...server.deps, ...builtPages(), staffOrigin: `http://localhost:${serving.port}`, clock: () => new Date() }
  answer = createApp(deps).fetch
  edge = await startTestEdge()
  sides = await Promise.all([
    { deps, resident: `http://127.0.0.1:${serving.port}`, staff: deps.staffOrigin },
    { deps: edge.deps, resident: edge.origin, staff: edge.staffOrigin },
  ].map(async ({ deps: each, resident, staff }) => {
    await addMunicipality(each, { id: 'veld', name: 'Veldwijk', hosts: ['127.0.0.1'] })
    const link = await inviteStaff(each, { municipality: 'veld', name: 'Kim', roles: ['coordinator', 'analyst', 'reader'] })
    const signedIn = await fetch(`${staff}/api/staff/session`, { method: 'POST', body: JSON.stringify({ link }), headers: { origin: staff, 'content-type': 'application/json', ...MARKERS } })
    return { resident, staff, cookie: signedIn.headers.get('set-cookie')!.split(';')[0]! }
  })) as [Side, Side]
})
afterAll(async () => {
  await serving.close()
  await server.close()
  await edge.close()
})

/** The papers say what cannot be promised, and that is more where a database server keeps copies and a log of its own. */
const TELLS_OF_ITS_RUNTIME: ReadonlySet<string> = new Set(['/api/papers'])

/** Sent by the connection, not by the app. */
const OF_THE_CONNECTION = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding', 'vary']

async function seen(side: Side, entry: Access, headers: Record<string, string>, method = entry.method as string, body?: string): Promise<unknown> {
  const origin = entry.face === 'resident' ? side.resident : side.staff
  const sent = { ...MARKERS, ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value === 'own' ? (name === 'cookie' ? side.cookie : origin) : value])) }
  const answer = await fetch(origin + entry.path.replace(/:\w+/g, 'x'), { method, headers: sent, ...(body === undefined ? {} : { body }) })
  const kept = [...answer.headers].filter(([name]) => !OF_THE_CONNECTION.includes(name)).sort()
  const said = await answer.text()
  if (answer.ok && TELLS_OF_ITS_RUNTIME.has(entry.path)) return { status: answer.status, headers: kept, body: said.length > 0 }
  // The moment of an act, the digest that takes it in, and what is random are all that may differ.
  return { status: answer.status, headers: kept, body: said.replace(/"at":"[^"]+"|"(?:digest|previous)":"[0-9a-f]{64}"|"id":"[0-9a-f-]{36}"|"link":"[^"]+"|"salt":"[\w-]{22}"|"(?:nonce|signature)":"[0-9a-f]+"|"ends":\d+/g, '') }
}

async function alike(entry: Access, headers: Record<string, string>, method?: string, body?: string): Promise<void> {
  const [node, workerd] = await Promise.all(sides.map((side) => seen(side, entry, headers, method, body)))
  expect([entry.method, entry.path, workerd]).toEqual([entry.method, entry.path, node])
}

const typed = { 'content-type': 'application/json', origin: 'own', cookie: 'own' }

describe('Node and workerd answer alike', () => {
  it.each<[string, Record<string, string>, string | undefined, string | undefined]>([
    ['without a session', { ...typed, cookie: 'none=1' }, undefined, '{}'],
    ['with another method', typed, 'PATCH', '{}'],
    ['from another site', { ...typed, origin: 'https://elsewhere.example' }, undefined, '{}'],
    ['with another content type', { ...typed, 'content-type': 'text/plain' }, undefined, '{}'],
    ['with an empty object', typed, undefined, '{}'],
    ['with a bomb', typed, undefined, '['.repeat(5_000)],
  ])('%s', async (_, headers, method, body) => {
    // Signing out would end what the rest needs.
    for (const entry of access.filter(({ path, method: own }) => !(path === '/api/staff/session' && own === 'DELETE' && headers.cookie === 'own'))) {
      const bodyless = entry.method === 'GET' && method === undefined
      await alike(entry, headers, method, bodyless ? undefined : body)
    }
  })

  it('about pages nobody built and addresses nobody made', async () => {
    for (const path of ['/nothing', '/.env', '/assets/none.js', '/api/', '/API/waves', '//api/waves', '/api/waves/', '/%2e%2e/office.db']) {
      await alike({ ...access[0]!, path }, {})
      await alike({ ...access[0]!, face: 'staff', path }, {})
    }
  })

  it('attack 45: and keep no marker of who called, in any file or log', async () => {
    for (const bytes of [bytesAtRest(server.folder) + server.log.join(), bytesAtRest(edge.folder)]) {
      expect(bytes).toContain('Veldwijk')
      for (const marker of ['MarkerAgent', '203.0.113', 'marker.example', 'x-marker']) expect([marker, bytes.includes(marker)]).toEqual([marker, false])
    }
  })
})
