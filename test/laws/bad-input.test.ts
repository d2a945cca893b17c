// What bad input gets, at every address of the access table: a problem with a slug and a 4xx, never a fault, and nothing written.
// The matrix is derived from the table, so that a new address is attacked on the day it appears.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { access, roles } from '../../src/http/roles.ts'
import type { Access } from '../../src/http/roles.ts'
import { registry } from '../../src/problem.ts'
import { rowCounts } from '../support/at-rest.ts'
import { aWaveInField, someAreas } from '../support/fieldwork.ts'
import type { AWave } from '../support/fieldwork.ts'
import { RESIDENT, STAFF } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { startedInProcess } from '../support/wire.ts'

let server: TestServer
let wave: AWave
let cookie: string
let before: Record<string, number>

beforeAll(async () => {
  const started = await startedInProcess()
  server = started.server
  await someAreas(server.deps, 'veld', ['A'])
  wave = await aWaveInField(started.wire, ['A'], 50)
  cookie = await server.signIn(roles)
  before = await rowCounts(server.deps, wave.wave)
})
afterAll(() => server.close())

const unsafe = access.filter(({ method }) => method !== 'GET')
const withBody = unsafe.filter(({ body }) => body !== undefined)
const at = ({ path, face }: Access) =>
  (face === 'resident' ? RESIDENT : STAFF) + path.replace(':wave', wave.wave).replace(':reference', wave.reference).replace(/:\w+/g, '0')

/** Sends exactly these headers, as somebody signed in with every role. */
const send = (entry: Access, headers: Record<string, string>, body?: string | Uint8Array<ArrayBuffer>) =>
  server.app.request(at(entry), { method: entry.method, headers: { cookie, ...headers }, ...(body === undefined ? {} : { body }) })
const own = ({ face }: Access) => ({ origin: face === 'resident' ? RESIDENT : STAFF })
const typeOf = ({ body }: Access) => ({ 'content-type': body?.type === 'octets' ? 'application/octet-stream' : 'application/json' })

async function isProblem(answer: Response, entry: Access, status?: number): Promise<void> {
  const text = await answer.text()
  expect([entry.path, answer.status, answer.headers.get('content-type')]).toEqual([entry.path, status ?? answer.status, 'application/problem+json'])
  expect([entry.path, answer.status >= 400 && answer.status < 500]).toEqual([entry.path, true])
  const { type } = JSON.parse(text) as { type: string }
  expect(Object.keys(registry)).toContain(type.replace('/problems/', ''))
}

describe('at every address', () => {
  it.each([
    ['another site', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }],
    ['another site that hides the origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a null origin', { origin: 'null' }],
    ['a sibling host', { origin: 'http://sub.localhost:8787', 'sec-fetch-site': 'same-site' }],
    ['a neighbour on another port', { origin: 'http://localhost:9999' }],
    ['the other face', { origin: 'http://wrong-face.invalid' }],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }],
    ['neither header', {}],
    ['a foreign origin with a lie beside it', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' }],
    ['our origin with the truth beside it', { origin: 'own', 'sec-fetch-site': 'cross-site' }],
  ])('attack 27: refuses unsafe methods from %s', async (_, headers: Record<string, string>) => {
    for (const entry of unsafe) {
      const sent = { ...typeOf(entry), ...headers, ...(headers.origin === 'own' ? own(entry) : {}) }
      await isProblem(await send(entry, sent, entry.body ? '{}' : undefined), entry, 403)
    }
  })

  it('attack 27: residents\' and staff\'s pages cannot post to each other', async () => {
    for (const entry of unsafe) {
      await isProblem(await send(entry, { ...typeOf(entry), origin: entry.face === 'resident' ? STAFF : RESIDENT }, entry.body ? '{}' : undefined), entry, 403)
    }
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'image/jpeg', 'application/pdf', ''])(
    'attack 23: attack 24: refuses the content type %j', async (type) => {
      for (const entry of withBody) await isProblem(await send(entry, { ...own(entry), 'content-type': type }, '{}'), entry, 415)
    })

  it('attack 24: refuses ten megabytes, announced or not', async () => {
    const large = new Uint8Array(10_000_000).fill(32)
    for (const entry of withBody) {
      await isProblem(await send(entry, { ...own(entry), ...typeOf(entry) }, large), entry, 413)
      await isProblem(await send(entry, { ...own(entry), ...typeOf(entry), 'content-length': '10000000' }, '{}'), entry, 413)
    }
  })

  it.each([
    ['nests too deep', (limit: number) => '['.repeat(Math.min(limit, 8_000))],
    ['nests too deep in objects', (limit: number) => '{"a":'.repeat(Math.min(limit / 5, 3_000))],
    ['is no JSON', () => '{'],
    ['is empty', () => ''],
    ['is null', () => 'null'],
    ['is a list', () => '[]'],
    ['is no UTF-8', () => '\ud800'],
    ['has a member nobody asked for', () => '{"surprise":"EchoMarker"}'],
    ['reaches for the prototype', () => '{"__proto__":{"polluted":1},"constructor":{"prototype":{}}}'],
    ['has wrong types', () => '{"manifest":5,"code":[],"blinded":{},"link":null,"name":0,"stratum":{},"codes":"x","recipient":[]}'],
  ])('refuses a body that %s', async (_, body: (limit: number) => string) => {
    for (const entry of withBody.filter((one) => one.body!.type === 'json')) {
      const answer = await send(entry, { ...own(entry), ...typeOf(entry) }, body(entry.body!.limit))
      const text = await answer.clone().text()
      // An address that needs nothing may take an empty object, not any of these.
      await isProblem(answer, entry)
      expect(text).not.toContain('EchoMarker')
      expect(text).not.toContain('surprise')
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it('answers strange parameters and queries with a problem', async () => {
    for (const entry of access.filter(({ path }) => path.includes(':'))) {
      for (const strange of ['%00', '..%2f..%2foffice', '%27%20OR%201=1--', 'x'.repeat(4_000), '%F0%9F%92%A5', '-1', '1e9']) {
        const address = (entry.face === 'resident' ? RESIDENT : STAFF) + entry.path.replace(/:\w+/g, strange)
        const answer = await server.app.request(address, {
          method: entry.method, headers: { cookie, ...own(entry), ...typeOf(entry) }, ...(entry.body ? { body: '{}' } : {}),
        })
        await isProblem(answer, entry)
      }
    }
    await isProblem(await send({ ...access[0]!, face: 'staff', path: `/api/waves/:wave/sealed?after=' OR 1=1` }, {}), access[0]!)
  })

  it('reads no method override and keeps 404 for what is not there', async () => {
    const answer = await server.app.request(`${STAFF}/api/waves/${wave.wave}`, { method: 'POST', headers: { cookie, origin: STAFF, 'x-http-method-override': 'DELETE', 'content-type': 'application/json' }, body: '{}' })
    expect(answer.status).toBe(405)
    expect((await server.app.request(`${RESIDENT}/api/../office.db`)).status).toBe(404)
  })

  it('wrote nothing by any of this, and logged no fault', async () => {
    expect(await rowCounts(server.deps, wave.wave)).toEqual(before)
    expect(server.log).toEqual([])
  })
})
