// Attack 53 on reports: whoever copies a month's file wants to know in which order its reports came, to lay that beside what they saw in the street or on
// the network. Every place that SQLite gives a row - file, page, within the page, key - is laid beside the true order. The same attack on a
// weakened layout has to succeed, or it proves nothing.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { monthOf } from '../../src/crypto/report-month.ts'
import { partKeyOf } from '../../src/reports/keys-of-rows.ts'
import { monthDatabase } from '../../src/reports/month-databases.ts'
import { receiveReport } from '../../src/reports/receive-report.ts'
import { aReporter, anOpenChannel, cheapProof, quickReporter, reportBody } from '../support/reports.ts'
import { startedOnNode } from '../support/runtimes.ts'
import type { Started } from '../support/runtimes.ts'
import { size, soakFigure } from '../support/size.ts'

const REPORTS = size({ test: 120, soak: 600 })
const PAGE = 4_096

/** Spearman's rank correlation, ties at their mean rank; 0 where everything is equal. */
function spearman(left: readonly number[], right: readonly number[]): number {
  const ranks = (values: readonly number[]) => values.map((value) => values.filter((other) => other < value).length + (values.filter((other) => other === value).length - 1) / 2)
  const centred = (values: number[]) => values.map((value) => value - (values.length - 1) / 2)
  const [a, b] = [centred(ranks(left)), centred(ranks(right))]
  const product = (one: number[], two: number[]) => one.reduce((sum, value, i) => sum + value * two[i]!, 0)
  const spread = Math.sqrt(product(a, a) * product(b, b))
  return spread === 0 ? 0 : product(a, b) / spread
}

/** Tells so many reports, one after another; answers every order that the month's files show, with its correlation to the true one. */
async function orders(started: Started, count: number): Promise<{ name: string; rho: number; known: number }[]> {
  const first = await aReporter(started.wire.resident)
  const month = monthOf(started.deps.clock())
  const database = await started.deps.databases.open('reports', monthDatabase('veld', month))
  const locators: string[] = []
  for (let i = 0; i < count; i += 1) {
    const reporter = await quickReporter(first)
    await receiveReport(started.deps, 'veld', await reportBody(reporter, `melding ${i}`, await cheapProof(started.deps, 'report')))
    locators.push(createHash('sha256').update(reporter.keys.locator).digest('hex'))
  }
  const [rows] = await database.write([sql`SELECT CAST(id AS TEXT) AS id, hex(locator) AS locator, head, note FROM threads`])
  const [overflow] = await database.write([sql`SELECT count(*) AS pages FROM dbstat WHERE pagetype = 'overflow'`])
  expect(overflow![0]!.pages).toBe(0)
  const told = locators.map((locator) => rows!.find((row) => (row.locator as string).toLowerCase() === locator)!) as unknown as { id: string; locator: string; head: Uint8Array; note: Uint8Array }[]
  const [stored] = await database.write([sql`SELECT CAST(id AS TEXT) AS id, bytes FROM parts`])
  const texts = new Map(stored!.map(({ id, bytes }) => [id as string, Buffer.from(bytes as Uint8Array)]))
  const values: Record<string, Buffer[]> = {
    locator: told.map(({ locator }) => Buffer.from(locator, 'hex')), head: told.map(({ head }) => Buffer.from(head).subarray(-32)),
    note: told.map(({ note }) => Buffer.from(note).subarray(-32)), text: told.map(({ id }) => texts.get(String(partKeyOf(BigInt(id), 'text', 0)))!.subarray(-32)),
  }
  const folder = join(started.folder, 'reports')
  const files = readdirSync(folder).filter((name) => name.startsWith(monthDatabase('veld', month)))
  const time = told.map((_, i) => i)
  const found = files.flatMap((file) => {
    const content = readFileSync(join(folder, file))
    return Object.entries(values).flatMap(([what, list]) => [
      { name: `${what} in ${file}`, places: list.map((value) => content.indexOf(value)) }, { name: `${what}, last copy, in ${file}`, places: list.map((value) => content.lastIndexOf(value)) },
      { name: `${what} within its page of ${file}`, places: list.map((value) => content.indexOf(value) % PAGE) },
    ])
  })
  return [...found, { name: 'key', places: told.map(({ id }) => Number(BigInt(id) >> 12n)) }]
    .map(({ name, places }) => ({ name, known: places.filter((place) => place >= 0).length, rho: spearman(places, time) }))
    .filter(({ known }) => known > count * 0.9).sort((a, b) => Math.abs(b.rho) - Math.abs(a.rho))
}

describe('the order of a month\'s reports', () => {
  let started: Started
  beforeAll(async () => {
    started = await startedOnNode()
    await anOpenChannel(started)
  }, 60_000)
  afterAll(() => started?.close())

  it(`attack 53: is told by no place in the file better than a weak trace of growing pages, and no row spills (${REPORTS} reports)`, async () => {
    const ranked = await orders(started, REPORTS)
    expect(ranked.length).toBeGreaterThan(10)
    soakFigure('order of reports', REPORTS, `best of ${ranked.length} ways: ${ranked[0]!.name}, rank correlation ${ranked[0]!.rho.toFixed(2)}`)
    // Four and a half standard errors: what the best of so many ways reaches by chance; and never more than the trace of a growing file.
    expect(Math.abs(ranked[0]!.rho), JSON.stringify(ranked[0])).toBeLessThan(Math.max(0.25, 4.5 / Math.sqrt(REPORTS - 1)))
  }, 180_000)

  it('attack 53: is not told by the marks of spent challenges either: they lie in their order, and nothing says to which report one belongs', async () => {
    const database = await started.deps.databases.open('reports', monthDatabase('veld', monthOf(started.deps.clock())))
    const [marks, all] = await database.write([sql`SELECT hex(mark) AS mark FROM spent`, sql`SELECT hex(locator || authentication || note || head) AS bytes FROM threads UNION ALL SELECT hex(bytes) FROM parts`])
    expect(marks!.length).toBe(REPORTS)
    const rest = all!.map(({ bytes }) => bytes as string).join(' ')
    for (const { mark } of marks!) for (let i = 0; i < 64; i += 16) expect(rest.includes((mark as string).slice(i, i + 16))).toBe(false)
  })

  it('would be told by a write-ahead log, so the attack is a real one', async () => {
    const other = await startedOnNode()
    try {
      await anOpenChannel(other)
      const client = createClient({ url: pathToFileURL(join(other.folder, 'reports', `${monthDatabase('veld', monthOf(other.deps.clock()))}.db`)).href })
      await client.execute('PRAGMA journal_mode = WAL')
      client.close()
      const ranked = await orders(other, 30)
      expect(Math.abs(ranked[0]!.rho), JSON.stringify(ranked[0])).toBeGreaterThan(0.8)
    } finally {
      await other.close()
    }
  }, 120_000)
})
