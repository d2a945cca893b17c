// Protects the Database port on embedded files: atomic batches, group commit that isolates strangers' failures, whole files destroyed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core'
import { nodeDatabases, openFile } from '../../src/db/node.ts'
import { bytes } from '../../src/db/columns.ts'
import { statement } from '../../src/db/statement.ts'
import { DatabaseGone } from '../../src/db/port.ts'
import type { Database } from '../../src/db/port.ts'

const things = sqliteTable('things', { id: integer().primaryKey(), body: bytes().notNull() })

let folder: string
let database: Database

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nulmeting-db-'))
  database = await openFile(join(folder, 'deep', 'a.db'), 'wal')
  await database.write([sql`CREATE TABLE things (id INTEGER PRIMARY KEY NOT NULL, body BLOB NOT NULL) STRICT`])
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

const insert = (id: number | bigint) => sql`INSERT INTO things VALUES (${id}, ${new Uint8Array([1, 2])}) RETURNING id`

/** The change counter in the header of a file with a rollback journal: one more with every commit. */
const commits = (path: string) => readFileSync(path).readUInt32BE(24)

describe('write', () => {
  it('leaves nothing of a batch of which one statement fails', async () => {
    await expect(database.write([insert(1), sql`INSERT INTO things VALUES (2, NULL)`])).rejects.toThrow()
    expect(await database.read.$count(things)).toBe(0)
  })

  it('fails only the request that is wrong, not those that shared its commit', async () => {
    const outcomes = await Promise.allSettled([database.write([insert(1)]), database.write([insert(1)]), database.write([insert(3)])])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await database.read.$count(things)).toBe(2)
  })

  it('answers each request its own RETURNING rows', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => database.write([insert(i + 1)])))
    expect(answers.map(([rows]) => rows![0]!.id)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
  })

  it('lets those who ask at once share commits, two files side by side', async () => {
    const [one, two] = await Promise.all(['one.db', 'two.db'].map((name) => openFile(join(folder, name), 'rollback')))
    await Promise.all([one, two].map((file) => file!.write([sql`CREATE TABLE things (id INTEGER PRIMARY KEY NOT NULL, body BLOB NOT NULL) STRICT`])))
    // In turns: what one file is asked must not cut the other's commit short.
    await Promise.all(Array.from({ length: 100 }, (_, i) => [one, two][i % 2]!.write([insert(i + 1)])))
    for (const name of ['one.db', 'two.db']) expect(commits(join(folder, name))).toBeLessThan(20)
    for (const file of [one, two]) expect(await file!.read.$count(things)).toBe(50)
    await Promise.all([one!.close(), two!.close()])
  })

  it('carries integers of 63 bits and bytes through', async () => {
    const [rows] = await database.write([insert(2n ** 62n + 1n)])
    expect(rows).toEqual([{ id: 2n ** 62n + 1n }])
    const [row] = await database.read.select({ body: things.body }).from(things)
    expect(row!.body).toEqual(new Uint8Array([1, 2]))
  })

  it('takes the builders of drizzle', async () => {
    const [rows] = await database.write([statement.insert(things).values({ id: 7, body: new Uint8Array(3) }).returning({ id: things.id })])
    expect(rows).toEqual([{ id: 7 }])
  })

  it('refuses to run a statement by itself', async () => {
    await expect(statement.insert(things).values({ id: 7, body: new Uint8Array(3) })).rejects.toThrow()
  })
})

describe('two processes on one file', () => {
  it('attack 40: waits for the other\'s lock instead of failing', async () => {
    const other = createClient({ url: pathToFileURL(join(folder, 'deep', 'a.db')).href })
    const held = await other.transaction('write')
    const written = database.write([insert(1)])
    setTimeout(() => void held.commit(), 600)
    expect(await written).toEqual([[{ id: 1 }]])
    other.close()
  })

  it('tells a write that waited for the lock while its file was closed that the database is gone', async () => {
    const other = createClient({ url: pathToFileURL(join(folder, 'deep', 'a.db')).href })
    const held = await other.transaction('write')
    const outcome = Promise.allSettled([database.write([insert(1)])])
    await database.close()
    await held.commit()
    other.close()
    expect(await outcome).toMatchObject([{ status: 'rejected', reason: { name: 'DatabaseGone' } }])
  })

  it('tells a read that came too late that the database is gone', async () => {
    const doomed = await openFile(join(folder, 'doomed.db'), 'rollback')
    await doomed.close()
    await expect(doomed.read.$count(things)).rejects.toSatisfy((fault: Error) => fault instanceof DatabaseGone || fault.cause instanceof DatabaseGone)
  })
})

describe('a database that another process destroyed', () => {
  it('is let go of, so that its bytes do not live on behind an open file', async () => {
    const databases = nodeDatabases(folder)
    const held = await databases.create('intake', 'wave-a')
    for (const name of readdirSync(join(folder, 'intake'))) rmSync(join(folder, 'intake', name))
    await expect(databases.open('intake', 'wave-a')).rejects.toThrow(DatabaseGone)
    await expect(held.write([sql`UPDATE state SET open = 1`])).rejects.toThrow(DatabaseGone)
  })
})

describe('openFile', () => {
  it('keeps a rollback journal beside what must leave no commit order, and no WAL', async () => {
    const intake = await openFile(join(folder, 'intake.db'), 'rollback')
    await intake.write([sql`CREATE TABLE t (a INTEGER) STRICT`])
    expect(readdirSync(folder)).not.toContain('intake.db-wal')
    expect(existsSync(join(folder, 'deep', 'a.db-wal'))).toBe(true)
    await intake.close()
  })
})
