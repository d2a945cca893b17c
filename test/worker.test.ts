// Protects the Worker entry before its app: an office that was not migrated, and bindings that are wrong, are a plain 503 and nothing else.
// The app behind it is tested in workerd (test/http/edge.test.ts).
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { migrateDatabase } from '../src/db/migrate.ts'
import { destroySqld, startSqld } from '../src/db/sqld.ts'
import type { Sqld } from '../src/db/sqld.ts'
import { headers } from '../src/http/privacy.ts'
import worker from '../src/worker.ts'

const folder = mkdtempSync(join(tmpdir(), 'nulmeting-worker-'))
let server: Sqld
beforeAll(async () => void (server = await startSqld(folder)))
afterAll(() => destroySqld(folder, server))

const ask = (more: object = {}) => worker.fetch(new Request('http://127.0.0.1:8787/api/nothing'), {
  ASSETS: { fetch: async () => new Response(null, { status: 404 }) },
  OFFICE_URL: server.url, OFFICE_TOKEN: server.authToken, DATABASE_HOST: 'http://127.0.0.1:1', DATABASE_HOST_SECRET: 'x'.repeat(32),
  SERVER_SECRET: '00'.repeat(32), STAFF_ORIGIN: 'http://localhost:8787', RESTORE_POINT_DAYS: '0', ...more,
})

it('answers 503 while the schema is older than the code, with every header of privacy, and answers once it is not', async () => {
  const answer = await ask()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json'])
  expect(await answer.json()).toMatchObject({ type: '/problems/schema-older-than-code' })
  for (const [name, value] of Object.entries(headers)) expect([name, answer.headers.get(name)]).toEqual([name, value])
  const client = createClient({ url: server.url, authToken: server.authToken })
  await migrateDatabase(client, 'office')
  client.close()
  expect((await ask()).status).toBe(404)
})

it.each([{ SERVER_SECRET: 'short' }, { DATABASE_HOST_SECRET: '' }, { STAFF_ORIGIN: undefined }, { RESTORE_POINT_DAYS: undefined }])('tells a caller nothing about bindings at fault %j', async (binding) => {
  const answer = await ask(binding)
  expect(answer.status).toBe(503)
  expect(await answer.text()).not.toContain(Object.keys(binding)[0]!)
})
