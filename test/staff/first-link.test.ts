// Protects how an empty system begins: one link makes the first coordinator, once, only while nobody is there, and what they still owe is named.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { addMunicipality } from '../../src/areas/add-municipality.ts'
import type { MunicipalityProfile } from '../../src/areas/wire.ts'
import { verifyAudit } from '../../src/audit/verify-audit.ts'
import { FIRST, newFirstLink } from '../../src/staff/first-link.ts'
import type { Me } from '../../src/staff/wire.ts'
import { STAFF, startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

const HOUR = 3_600_000
let server: TestServer
beforeEach(async () => void (server = await startServer({ municipalities: false })))
afterEach(() => server.close())

const first = (hosts = ['127.0.0.1:8787']) => newFirstLink(server.deps, hosts)
const open = (link: string) => server.request('POST', `${STAFF}/api/staff/session`, { body: { link } })
const rows = async (table: 'municipalities' | 'staff' | 'hosts') => (await server.deps.office.write([sql`SELECT count(*) AS n FROM ${sql.identifier(table)}`]))[0]![0]!.n

it('is refused, and makes nothing, when it is unknown, replaced by a later one or older than 72 hours', async () => {
  const lost = (await first())!
  const late = (await first())!
  expect([(await open(lost)).status, (await open(`${STAFF}/#/aanmelden/${'A'.repeat(43)}`)).status]).toEqual([401, 401])
  server.advance(72 * HOUR)
  expect((await open(late)).status).toBe(401)
  expect([await rows('municipalities'), await rows('staff'), await rows('hosts')]).toEqual([0, 0, 0])
})

it('is neither made nor taken once a municipality is there', async () => {
  const link = (await first())!
  await addMunicipality(server.deps, { id: 'veld', name: 'Veldwijk', hosts: ['127.0.0.1:8787'] })
  expect((await open(link)).status).toBe(401)
  expect([await first(), await rows('staff')]).toEqual([null, 0])
})

it('lets one of fifty in', async () => {
  const link = (await first())!
  const answers = await Promise.all(Array.from({ length: 50 }, () => open(link)))
  expect(answers.filter((answer) => answer.status === 200).length).toBe(1)
  expect([await rows('municipalities'), await rows('staff')]).toEqual([1, 1])
})

it('makes a coordinator who names the municipality; until then its name is missing, and nobody counts', async () => {
  const answer = await open((await first(['Buurt.Stad.example']))!)
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
  expect((await answer.json()) as Me).toEqual({ name: FIRST.name, roles: ['coordinator'], municipality: { id: FIRST.municipality, name: '', example: false } })
  const profile = async () => (await (await server.request('GET', `${STAFF}/api/municipality`, { cookie })).json()) as MunicipalityProfile
  const { hosts, missing, ...settings } = await profile()
  expect([hosts, missing]).toEqual([['buurt.stad.example'], ['name', 'contact', 'officer', 'phone', 'hours']])
  const put = (name: string) => server.request('PUT', `${STAFF}/api/municipality`, { cookie, body: { ...settings, name } })
  expect((await put('')).status).toBe(400)
  expect((await put('Maasdam')).status).toBe(200)
  expect((await profile()).missing).not.toContain('name')
  const colleague = await server.request('POST', `${STAFF}/api/staff/people`, { cookie, body: { name: 'Teller', roles: ['analyst'] } })
  expect([colleague.status, Object.keys((await colleague.json()) as object)]).toEqual([201, ['link']])
  expect(await verifyAudit(server.deps, FIRST.municipality)).toMatchObject({ sound: true })
})
