// The schema of every kind of database, as migrated: STRICT, no column that could say who, from where or when a resident did something.
// Protects the promise "no traces" against a column added in a hurry: a new name or a finer time has to be argued for here.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { databaseKinds } from '../../src/db/port.ts'
import type { Database } from '../../src/db/port.ts'
import { tablesOf } from '../support/at-rest.ts'
import { startServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

let server: TestServer
const opened: Record<string, Database> = {}
beforeAll(async () => {
  server = await startServer()
  opened.office = server.deps.office
  for (const kind of databaseKinds) opened[kind] = await server.deps.databases.create(kind, 'w1')
})
afterAll(() => server.close())

interface Column { table: string; name: string; type: string }
async function columns(database: Database): Promise<Column[]> {
  const all: Column[] = []
  for (const table of await tablesOf(database)) {
    const [rows] = await database.write([sql`SELECT name, type FROM pragma_table_xinfo(${table})`])
    all.push(...rows!.map(({ name, type }) => ({ table, name: name as string, type: type as string })))
  }
  return all
}

/** Names that say who somebody is, where they were or what they used. */
const PERSONAL = /(^|_)(ip|ips|addr|address|street|postcode|zip|house|email|mail|phone|mobile|bsn|birth|born|gender|agent|ua|browser|device|referr?er|cookie|lat|lon|lng|location|geo|origin|ip_hash|session)(_|$)|useragent|fingerprint/
/** The municipality's own number and page, and fingerprints of keys. */
const NOT_OF_A_PERSON = ['municipalities.contact_phone', 'waves.key_fingerprint', 'municipality_keys.archive_fingerprint', 'sessions.session_digest']

/** Instants (finer than a day): of staff acts only. */
const INSTANT = /(_at|_time|_ts|timestamp|created|updated|modified|_ms|_seconds|_hour)$|^(at|time|date|when|timestamp)$/
const OF_STAFF = ['staff_links.expires_at', 'first_links.expires_at', 'sessions.expires_at', 'sessions.idle_at', 'audit.at', 'waves.closes_at', 'state.closes_at', 'report_readings.at']

describe.each(['office', ...databaseKinds])('%s', (kind) => {
  it('has STRICT tables of plain types only, and no default that writes a time', async () => {
    const [tables] = await opened[kind]!.write([sql`SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '__drizzle_migrations'`])
    expect(tables!.length).toBeGreaterThan(0)
    for (const { name, sql: text } of tables!) expect([name, /\)\s*STRICT(?:\s*,\s*WITHOUT ROWID)?$/.test(text as string)]).toEqual([name, true])
    for (const { table, name, type } of await columns(opened[kind]!)) expect([table, name, ['INTEGER', 'TEXT', 'BLOB'].includes(type)]).toEqual([table, name, true])
    const [everything] = await opened[kind]!.write([sql`SELECT name FROM sqlite_schema WHERE sql LIKE '%CURRENT_%' OR sql LIKE '%datetime(%' OR sql LIKE '%unixepoch%' OR sql LIKE '%AUTOINCREMENT%'`])
    expect(everything).toEqual([])
  })

  it('attack 45: has no column named for a person, a place or a device, and no instant but of staff', async () => {
    const all = await columns(opened[kind]!)
    const path = ({ table, name }: Column) => `${table}.${name}`
    expect(all.filter((column) => PERSONAL.test(column.name) && !NOT_OF_A_PERSON.includes(path(column))).map(path)).toEqual([])
    expect(all.filter((column) => INSTANT.test(column.name) && !OF_STAFF.includes(path(column))).map(path)).toEqual([])
  })
})

describe('what residents touch', () => {
  it('has exactly these columns', async () => {
    const named = async (kind: string) => (await columns(opened[kind]!)).map(({ table, name, type }) => `${table}.${name} ${type}`)
    expect(await named('intake')).toEqual(['responses.id INTEGER', 'responses.spent BLOB', 'responses.sealed BLOB', 'state.id INTEGER', 'state.open INTEGER', 'state.closes_at INTEGER'])
    expect(await named('sample')).toEqual([
      'invites.code_hmac BLOB', 'invites.stratum INTEGER', 'invites.blinded_hash BLOB', 'invites.issued INTEGER',
      'issuer_keys.stratum INTEGER', 'issuer_keys.key_id TEXT', 'issuer_keys.spki TEXT', 'issuer_keys.wrapped BLOB', 'notes.id BLOB', 'notes.sealed BLOB', 'notes.printed INTEGER',
      'reminder_lists.day TEXT', 'reminder_lists.sealed BLOB', 'replacements.stratum INTEGER', 'replacements.codes INTEGER', 'state.id INTEGER', 'state.open INTEGER',
    ])
  })

  it('has exactly these columns where reports lie, and no index', async () => {
    const named = async (kind: string) => (await columns(opened[kind]!)).map(({ table, name, type }) => `${table}.${name} ${type}`)
    expect(await named('reports')).toEqual([
      'codings.id INTEGER', 'codings.sealed BLOB', 'parts.id INTEGER', 'parts.bytes BLOB', 'spent.mark BLOB', 'state.id INTEGER', 'state.open INTEGER', 'state.last_closed_on TEXT',
      'threads.id INTEGER', 'threads.locator BLOB', 'threads.authentication BLOB', 'threads.note BLOB', 'threads.head BLOB', 'threads.state INTEGER', 'threads.received INTEGER',
      'threads.sent INTEGER', 'threads.read INTEGER', 'threads.merged_into INTEGER', 'threads.codings INTEGER', 'wraps.recipient TEXT', 'wraps.staff TEXT', 'wraps.wrapped BLOB',
    ])
    expect(await named('removals')).toEqual(['removals.month TEXT', 'removals.thread INTEGER'])
    const [indexes] = await opened.reports!.write([sql`SELECT tbl_name FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('threads', 'parts', 'codings')`])
    expect(indexes).toEqual([])
  })

  it('refuses a value of another type or size, and triggers nothing', async () => {
    const intake = opened.intake!
    const insert = (id: unknown, spent: unknown, sealed: unknown) => intake.write([sql`INSERT INTO responses (id, spent, sealed) VALUES (${id}, ${spent}, ${sealed})`])
    await expect(insert(1, 'text', new Uint8Array(1222))).rejects.toThrow()
    await expect(insert(1, new Uint8Array(31), new Uint8Array(1222))).rejects.toThrow()
    await expect(insert(1, new Uint8Array(32), new Uint8Array(1223))).rejects.toThrow()
    const [triggers] = await intake.write([sql`SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')`])
    expect(triggers).toEqual([])
  })

  it('keeps the journals where they belong', async () => {
    const journal = async (kind: string) => Object.values((await opened[kind]!.write([sql`PRAGMA journal_mode`]))[0]![0]!)[0]
    expect([await journal('office'), await journal('sample'), await journal('intake'), await journal('reports'), await journal('removals')]).toEqual(['wal', 'wal', 'delete', 'delete', 'delete'])
    for (const kind of ['office', ...databaseKinds]) expect(Object.values((await opened[kind]!.write([sql`PRAGMA synchronous`]))[0]![0]!)).toEqual([2])
  })
})
