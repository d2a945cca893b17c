// Text that is none: half a surrogate pair, a NUL, base64url in a second spelling. Protects: that whoever is signed in and sends such a thing
// gets a refusal of the registry and nothing is written; a 500 would mean that some later step was the first to notice.
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STAFF, startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'
import { aPlan, someAreas } from '../support/fieldwork.ts'
import { base64url } from '../../src/crypto/base64url.ts'
import { utf8 } from '../../src/crypto/digest.ts'
import { newIdentity } from '../../src/crypto/sealed.ts'

let server: TestServer
let cookie: string
let recipient: string
beforeAll(async () => {
  server = await startServer()
  await someAreas(server.deps, 'veld', ['A'])
  cookie = await server.signIn(['coordinator', 'analyst'])
  ;({ recipient } = await newIdentity())
})
afterAll(() => server.close())

const post = async (method: string, path: string, body: unknown) => {
  const answer = await server.request(method, `${STAFF}${path}`, { body: typeof body === 'string' ? body : JSON.stringify(body), cookie, headers: { 'content-type': 'application/json' } })
  return { status: answer.status, type: ((await answer.json()) as { type?: string }).type }
}
const rowsOf = async (table: string) => (await server.deps.office.write([sql.raw(`SELECT count(*) AS n FROM ${table}`)]))[0]![0]!.n

describe('text that is none', () => {
  // As JSON escapes: raw, neither survives UTF-8 and JSON.
  const none = { 'half a pair': '\ud800', 'the other half': 'a\udc00b', 'a NUL': '\u0000', 'a NUL inside': 'a\u0000b' }
  for (const [what, text] of Object.entries(none)) {
    it(`is refused wherever a name or a label stands (${what})`, async () => {
      const before = [await rowsOf('waves'), await rowsOf('audit'), await rowsOf('imported_tables')]
      const table = { kind: 'table', label: text, starts: '2024-01-01', ends: '2024-02-01', source: 'x', sameAs: [], values: [{ item: 'unsafe', category: null, domain: 'A', value: 1, low: null, high: null, n: null }] }
      const asked: [string, string, unknown][] = [
        ['POST', '/api/waves', { ...aPlan(['A'], 50), name: text }],
        ['POST', '/api/waves', aPlan(['A'], 50, { strata: [{ id: `A${text}`, area: text, population: 1, toInvite: 50 }] })],
        ['POST', '/api/waves', { ...aPlan(['A'], 50), [text]: 1 }],
        ['PUT', '/api/waves/wave-x/key', { recipient, fingerprint: text }],
        ['PUT', '/api/keys', { archive: { recipient, fingerprint: text }, edition: { publicKey: 'A'.repeat(43) } }],
        ['POST', '/api/imports', table],
        ['POST', '/api/imports', { ...table, label: 'x', values: [{ ...table.values[0], item: text }] }],
        ['POST', '/api/staff/session', { link: text }],
      ]
      for (const [method, path, body] of asked) {
        const { status, type } = await post(method, path, body)
        expect([path, status, type]).toEqual([path, 400, '/problems/invalid-body'])
      }
      expect([await rowsOf('waves'), await rowsOf('audit'), await rowsOf('imported_tables')]).toEqual(before)
      expect(server.log).toEqual([])
    })
  }

  it('is not seen where there is none: escapes of real characters, and a backslash that is one', async () => {
    const name = '"Caf\\u00e9 \\ud83d\\ude00 \\\\ud800 \\\\u0000"'
    expect((await post('POST', '/api/waves', JSON.stringify(aPlan(['A'], 50)).replace('"Tweede meting"', name))).status).toBe(201)
  })
})

describe('an import that is not what it says', () => {
  const microdata = {
    kind: 'microdata', label: 'x', starts: '2024-01-01', ends: '2024-01-02', boundaryYear: 2026, n: 1, instrument: { id: 'x' }, itemHashes: {},
    strata: [{ id: 'A', area: 'A', population: 1, invited: 1 }], digest: 'a'.repeat(64), sealed: base64url(utf8('age-encryption.org/v1\nand more')),
  }
  const wrong: [string, object][] = [
    ['holds nothing', { sealed: '' }],
    ['is readable: nothing but sealed microdata may lie on the server', { sealed: base64url(utf8('age,sex,unsafe\n2,1,4\n')) }],
    ['names a group twice', { strata: [...microdata.strata, ...microdata.strata] }],
  ]
  for (const [what, change] of wrong) {
    it(`is refused when it ${what}`, async () => {
      const waves = await rowsOf('waves')
      expect(await post('POST', '/api/imports', { ...microdata, ...change })).toEqual({ status: 422, type: '/problems/import-invalid' })
      expect(await rowsOf('waves')).toBe(waves)
    })
  }

  it('and is taken when nothing is wrong', async () => {
    expect((await post('POST', '/api/imports', microdata)).status).toBe(201)
  })
})

describe('base64url in a second spelling', () => {
  const sealed = ['AB', 'AAB', 'A', 'AA==', 'A A', 'AA\n']
  it('is refused for exact rows and for imported microdata', async () => {
    await post('PUT', '/api/keys', { archive: { recipient, fingerprint: 'x' }, edition: { publicKey: 'A'.repeat(43) } })
    const { wave } = (await (await server.request('POST', `${STAFF}/api/waves`, { body: aPlan(['A'], 50), cookie })).json()) as { wave: string }
    await server.deps.office.write([sql`UPDATE waves SET state = 'counted' WHERE id = ${wave}`])
    for (const text of sealed) {
      const edition = {
        head: { wave: { id: wave, label: 'x', starts: '2026-01-01', ends: '2026-01-02' }, audience: 'public', date: '2026-01-03' }, comparisons: [], did: [], exact: text,
        rows: [{ id: 'a', item: 'unsafe', measure: 'share', categories: [1], wave, domain: 'A', cell: { hidden: true } }], root: 'a'.repeat(64), signature: 'A'.repeat(86),
      }
      const microdata = {
        kind: 'microdata', label: 'x', starts: '2024-01-01', ends: '2024-01-02', boundaryYear: 2026, n: 1, instrument: { id: 'x' }, itemHashes: {},
        strata: [{ id: 'A', area: 'A', population: 1, invited: 1 }], digest: 'a'.repeat(64), sealed: text,
      }
      expect([text, await post('POST', '/api/editions', edition)]).toEqual([text, { status: 400, type: '/problems/invalid-body' }])
      expect([text, await post('POST', '/api/imports', microdata)]).toEqual([text, { status: 400, type: '/problems/invalid-body' }])
    }
  })
})
