// The contract of the API: every address the guard knows, nothing else, with the schema it really reads; and what it says of editions does
// not change unseen.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contracts } from '../../src/contracts.ts'
import { keyOf } from '../../src/http/openapi.ts'
import { access } from '../../src/http/roles.ts'
import { RESIDENT, STAFF, startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

interface Document { openapi: string; paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: object }> }; security?: unknown[]; responses: Record<string, { content?: object }> }>> }

let server: TestServer
let document: Document
beforeAll(async () => {
  server = await startServer()
  document = (await (await server.request('GET', `${RESIDENT}/openapi.json`)).json()) as Document
})
afterAll(() => server.close())

const addresses = () => Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`))

describe('/openapi.json', () => {
  it('says every address of the access table and no other, on both faces alike', async () => {
    expect(addresses().sort()).toEqual(access.map(keyOf).sort())
    expect(await (await server.request('GET', `${STAFF}/openapi.json`)).json()).toEqual(document)
    expect(Object.keys(contracts).filter((key) => !access.some((entry) => keyOf(entry) === key))).toEqual([])
  })

  it('has the schema of every JSON body, closed against what it does not name', () => {
    const open = access.filter(({ body }) => body?.type === 'json').filter((entry) => {
      const operation = document.paths[entry.path.replace(/:(\w+)/g, '{$1}')]![entry.method.toLowerCase()]!
      const schema = JSON.stringify(operation.requestBody?.content['application/json']?.schema ?? {})
      return !schema.includes('"additionalProperties":false')
    })
    expect(open.map(keyOf)).toEqual([])
  })

  it('asks for a session exactly where the guard does', () => {
    for (const entry of access) {
      const { security } = document.paths[entry.path.replace(/:(\w+)/g, '{$1}')]![entry.method.toLowerCase()]!
      expect([keyOf(entry), security !== undefined]).toEqual([keyOf(entry), entry.may !== 'open'])
    }
  })

  it('keeps what it says of editions: a change here is a change of the contract', () => {
    const editions = Object.fromEntries(Object.entries(document.paths).filter(([path]) => path.includes('/editions')))
    expect(editions).toMatchSnapshot()
  })
})

describe('editions without a session', () => {
  it('are those for everybody, and none of another audience', async () => {
    const listed = await server.request('GET', `${RESIDENT}/api/public/editions`)
    expect([listed.status, await listed.json()]).toEqual([200, []])
    expect((await server.request('GET', `${RESIDENT}/api/public/editions/edition-x`)).status).toBe(404)
    expect((await server.request('GET', `${STAFF}/api/public/editions`)).status).toBe(404)
  })
})
