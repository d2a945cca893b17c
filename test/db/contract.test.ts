// One contract for the Database port, on an embedded file and on a real libSQL server over HTTP: what verbs may rely on in both runtimes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { bytes } from '../../src/db/columns.ts'
import { forgottenFile } from '../../src/db/forgotten.ts'
import { startDatabaseHost } from '../../src/db/host.ts'
import { nodeDatabases } from '../../src/db/node.ts'
import { DatabaseGone } from '../../src/db/port.ts'
import type { Database, WaveDatabases } from '../../src/db/port.ts'
import { destroySqld, startSqld } from '../../src/db/sqld.ts'
import { remoteDatabases } from '../../src/db/worker.ts'

const things = sqliteTable('things', { name: text().primaryKey(), body: bytes() })
const SECRET = 'a secret of the host that is long enough'

interface Bench {
  databases: WaveDatabases
  folder: string
  stop: () => Promise<void>
}

const benches: Record<string, () => Promise<Bench>> = {
  'an embedded file': async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nulmeting-file-'))
    const databases = nodeDatabases(folder, forgottenFile(`${folder}.forgotten`))
    return { databases, folder, stop: async () => databases.close() }
  },
  'a libSQL server': async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nulmeting-sqld-'))
    const host = await startDatabaseHost({ folder, secret: SECRET })
    return { databases: remoteDatabases(host.url, SECRET), folder, stop: host.close }
  },
}

describe.each(Object.keys(benches))('the database port on %s', (name) => {
  let bench: Bench
  let database: Database
  beforeAll(async () => {
    bench = await benches[name]!()
    database = await bench.databases.create('sample', 'w1')
    await database.write([sql`CREATE TABLE things (name TEXT PRIMARY KEY NOT NULL, body BLOB) STRICT`])
  })
  afterAll(async () => {
    await bench.stop()
    rmSync(bench.folder, { recursive: true, force: true })
    rmSync(`${bench.folder}.forgotten`, { force: true })
  })
  const insert = (thing: string) => sql`INSERT INTO things (name, body) VALUES (${thing}, ${new Uint8Array([0, 255])}) ON CONFLICT DO NOTHING RETURNING name`

  it('refuses to open what was never made', async () => {
    await expect(bench.databases.open('intake', 'never')).rejects.toBeInstanceOf(DatabaseGone)
    expect(await bench.databases.exists('intake', 'never')).toBe(false)
  })

  it.each(['../office', 'A', '', 'a/b', 'a.db', '-a', 'x'.repeat(64)])('refuses the name %j', async (wave) => {
    await expect(bench.databases.create('intake', wave)).rejects.toBeInstanceOf(DatabaseGone)
  })

  it('leaves nothing of a batch that fails', async () => {
    await expect(database.write([insert('half'), sql`INSERT INTO things (name) VALUES (NULL)`])).rejects.toThrow()
    expect(await database.read.$count(things)).toBe(0)
  })

  it('has foreign keys on', async () => {
    const [rows] = await database.write([sql`PRAGMA foreign_keys`])
    expect(Object.values(rows![0]!)).toEqual([1])
  })

  it('keeps one of fifty equal writes at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => database.write([insert('one')])))
    expect(answers.filter(([rows]) => rows!.length === 1)).toHaveLength(1)
  })

  it('reads bytes and 63-bit integers as they were written', async () => {
    const [row] = await database.read.select({ body: things.body }).from(things)
    expect(row!.body).toEqual(new Uint8Array([0, 255]))
    const [rows] = await database.write([sql`SELECT ${2n ** 62n + 1n} AS large, ${7} AS small`])
    expect(rows).toEqual([{ large: 2n ** 62n + 1n, small: 7 }])
  })

  it('refuses to write through read', async () => {
    await expect(Promise.resolve((database.read as unknown as { run: (q: unknown) => Promise<unknown> }).run(sql`DELETE FROM things`))).rejects.toThrow()
    expect(await database.read.$count(things)).toBe(1)
  })

  it('makes a database again without losing what is in it', async () => {
    expect(await (await bench.databases.create('sample', 'w1')).read.$count(things)).toBe(1)
  })

  it('destroys a database whole, twice, and refuses writes that come later', async () => {
    const doomed = await bench.databases.create('intake', 'w2')
    await doomed.write([sql`CREATE TABLE t (a TEXT) STRICT`])
    await bench.databases.destroy('intake', 'w2')
    await bench.databases.destroy('intake', 'w2')
    expect(readdirSync(join(bench.folder, 'intake'))).toEqual([])
    await expect(doomed.write([sql`INSERT INTO t VALUES ('late')`])).rejects.toBeInstanceOf(DatabaseGone)
    await expect(bench.databases.open('intake', 'w2')).rejects.toBeInstanceOf(DatabaseGone)
    expect(existsSync(join(bench.folder, 'intake', 'w2'))).toBe(false)
  })

  it('never makes or opens again what was destroyed, and keeps the list outside the folder (attack 39)', async () => {
    await bench.databases.create('intake', 'w4')
    expect(await bench.databases.list()).toContainEqual({ kind: 'intake', name: 'w4' })
    await bench.databases.destroy('intake', 'w4')
    await expect(bench.databases.create('intake', 'w4')).rejects.toBeInstanceOf(DatabaseGone)
    await expect(bench.databases.open('intake', 'w4')).rejects.toBeInstanceOf(DatabaseGone)
    expect(await bench.databases.exists('intake', 'w4')).toBe(false)
    expect(await bench.databases.list()).not.toContainEqual({ kind: 'intake', name: 'w4' })
    expect(readdirSync(join(bench.folder, 'intake'))).not.toContainEqual(expect.stringMatching(/^w4/))
    expect(forgottenFile(`${bench.folder}.forgotten`).all()).toContainEqual({ kind: 'intake', name: 'w4' })
    // Another wave's of the same kind, and the same wave's of another, are theirs.
    await bench.databases.create('sample', 'w4')
    expect(await bench.databases.exists('sample', 'w4')).toBe(true)
  })
})

describe('the database host', () => {
  it('refuses whoever does not know the secret, and every other address', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nulmeting-host-'))
    const host = await startDatabaseHost({ folder, secret: SECRET })
    const ask = async (method: string, path: string, secret = SECRET) => (await fetch(host.url + path, { method, headers: { authorization: `Bearer ${secret}` } })).status
    expect(await ask('PUT', '/databases/sample/w1', 'wrong')).toBe(401)
    expect(await ask('GET', '/databases/office/w1')).toBe(404)
    expect(await ask('PUT', '/databases/sample/..%2foffice')).toBe(404)
    expect(await ask('PATCH', '/databases/sample/w1')).toBe(405)
    // A libSQL server opens to its own token only.
    expect((await fetch(`${host.office.url}/v2/pipeline`, { method: 'POST', body: '{"requests":[]}' })).status).toBe(401)
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('ends a server that outlived it before starting another on the same folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nulmeting-orphan-'))
    const orphan = await startSqld(folder)
    const heir = await startSqld(folder)
    await expect(fetch(`${orphan.url}/health`)).rejects.toThrow()
    expect((await fetch(`${heir.url}/health`)).status).toBe(200)
    await destroySqld(folder, heir)
    expect(existsSync(folder)).toBe(false)
  })

  it('finds what it kept when it starts again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nulmeting-host-'))
    const first = await startDatabaseHost({ folder, secret: SECRET })
    const made = await remoteDatabases(first.url, SECRET).create('intake', 'w3')
    await made.write([sql`CREATE TABLE kept (a TEXT) STRICT`])
    await first.close()
    const second = await startDatabaseHost({ folder, secret: SECRET })
    const found = await remoteDatabases(second.url, SECRET).open('intake', 'w3')
    expect(await found.write([sql`SELECT count(*) AS n FROM kept`])).toEqual([[{ n: 0 }]])
    await second.close()
    rmSync(folder, { recursive: true, force: true })
  })
})
