// How long reports live, on both runtimes: a month goes with its key six weeks after its last thread was closed, and on its last day whatever is open;
// a thread that was taken back is out of reach at once, and stays so when a backup comes back.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { and, eq, sql } from 'drizzle-orm'
import { goneBy, monthAfter, monthOf } from '../../src/crypto/report-month.ts'
import { packPoll, packRemoval } from '../../src/crypto/report-requests.ts'
import { openBlock } from '../../src/crypto/report-thread.ts'
import { base64url } from '../../src/crypto/base64url.ts'
import { monthDatabase } from '../../src/reports/month-databases.ts'
import { retireMonths } from '../../src/reports/retire-months.ts'
import { months } from '../../src/reports/table.ts'
import { tick } from '../../src/waves/tick.ts'
import { aReporter, anOpenChannel, blockOf, cheapProof, makeMonth, quickReporter, setupOf, tell, threadsOf } from '../support/reports.ts'
import type { AChannel, AReporter } from '../support/reports.ts'
import { ok } from '../support/fieldwork.ts'
import { overEachRuntime } from '../support/runtimes.ts'
import type { Started } from '../support/runtimes.ts'
import { workerTrigger } from '../support/trigger.ts'
import type { Trigger } from '../support/trigger.ts'

const DAY = 86_400_000
const after = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

overEachRuntime('how long reports live', (started: () => Started) => {
  let channel: AChannel
  let somebody: AReporter
  let month: string
  let trigger: Trigger | undefined
  const poll = async ({ keys }: AReporter) => openBlock(await blockOf(started().wire.resident('POST', '/api/reports/poll', packPoll(keys))), keys)
  const retireOn = (day: string) => retireMonths({ ...started().deps, clock: () => new Date(`${day}T12:00:00Z`) })
  const opened = (of: string) => started().deps.databases.open('reports', monthDatabase('veld', of))

  beforeAll(async () => {
    channel = await anOpenChannel(started())
    month = monthOf(started().deps.clock())
    somebody = await aReporter(started().wire.resident)
    if (started().runtime === 'workerd') trigger = await workerTrigger(started().folder)
  }, 120_000)
  afterAll(() => trigger?.close())

  it('a thread that is taken back is out of reach at once, for the words and for officers, and nothing of it is left in its row', async () => {
    const reporter = await quickReporter(somebody)
    await tell(started(), reporter, 'neem ik terug')
    const [{ thread, head } = { thread: '', head: '' }] = (await threadsOf(channel.officers[0], month)).threads
    await blockOf(started().wire.resident('POST', '/api/reports/removals', packRemoval(await cheapProof(started().deps, 'removal'), reporter.keys)))
    expect(await poll(reporter)).toBeNull()
    const [{ send }] = channel.officers
    for (const [method, path] of [['POST', 'text'], ['GET', 'messages']] as const) {
      expect((await send(method, `/api/reports/months/${month}/threads/${thread}/${path}`, method === 'POST' ? {} : undefined)).status).toBe(404)
    }
    expect((await threadsOf(channel.officers[0], month)).threads).toEqual([])
    const [rows] = await (await opened(month)).write([sql`SELECT head FROM threads WHERE id = ${BigInt(thread)}`])
    expect(base64url(rows![0]!.head as Uint8Array)).not.toBe(head)
    // The day that the page prints: no key of this month is anywhere after it.
    expect((await setupOf(send)).months.find((one) => one.month === month)!.goneBy).toBe(goneBy(month))
  })

  it('attack 39: stays out of reach when a backup of the month comes back, and its bytes are overwritten again', async () => {
    const reporter = await quickReporter(somebody)
    await tell(started(), reporter, 'uit een backup')
    const database = await opened(month)
    const [{ thread } = { thread: '' }] = (await threadsOf(channel.officers[0], month)).threads
    const id = BigInt(thread)
    const [before] = await database.write([sql`SELECT authentication, note, head FROM threads WHERE id = ${id}`])
    await blockOf(started().wire.resident('POST', '/api/reports/removals', packRemoval(await cheapProof(started().deps, 'removal'), reporter.keys)))
    const { authentication, note, head } = before![0]! as unknown as Record<'authentication' | 'note' | 'head', Uint8Array>
    await database.write([sql`UPDATE threads SET state = 0, authentication = ${authentication}, note = ${note}, head = ${head} WHERE id = ${id}`])
    expect(await poll(reporter)).toBeNull()
    await retireOn(started().deps.clock().toISOString().slice(0, 10))
    const [again] = await database.write([sql`SELECT state, head FROM threads WHERE id = ${id}`])
    expect(again![0]!.state).toBe(3)
    expect(base64url(again![0]!.head as Uint8Array)).not.toBe(base64url(head))
  })

  it('a month goes six weeks after its last thread was closed, not a day earlier, and not while one is open', async () => {
    const reporter = await quickReporter(somebody)
    await tell(started(), reporter, 'wordt afgesloten')
    const [{ send }] = channel.officers
    const [{ thread } = { thread: '' }] = (await threadsOf(channel.officers[0], month)).threads
    expect(await retireOn(after(goneBy(month), -1))).toEqual([monthDatabase('veld', monthAfter(month))])
    await ok(send('POST', `/api/reports/months/${month}/threads/${thread}/state`, { state: 'closed' }))
    // Closed while its month still ran: the weeks are counted from the month's end.
    const last = after(`${monthAfter(month)}-01`, 42)
    expect(await retireOn(after(last, -1))).toEqual([])
    expect(await poll(reporter)).not.toBeNull()
    const database = await opened(month)
    const closed = after(`${monthAfter(month)}-01`, 20)
    await database.write([sql`UPDATE state SET last_closed_on = ${closed} WHERE id = 1`])
    expect(await retireOn(after(closed, 41))).toEqual([])
    expect(await retireOn(after(closed, 42))).toEqual([monthDatabase('veld', month)])
    expect(await started().deps.databases.exists('reports', monthDatabase('veld', month))).toBe(false)
    expect((await send('GET', `/api/reports/months/${month}/threads?after=0`)).status).toBe(404)
    expect(await retireOn(after(closed, 43))).toEqual([])
  })

  it('the scheduled verb itself ends a month on its last day, whatever is still open in it, and its key with it', async () => {
    const { deps, runtime } = started()
    const old = monthAfter(monthOf(deps.clock()), -8)
    await ok(makeMonth(channel, monthAfter(month, 2)))
    const name = monthDatabase('veld', old)
    const database = await deps.databases.create('reports', name)
    await database.write([
      sql`INSERT INTO threads (id, locator, authentication, note, head) VALUES (7, randomblob(32), randomblob(32), randomblob(1222), randomblob(1222))`,
      sql`INSERT INTO wraps (recipient, staff, wrapped) VALUES ('age1', '', randomblob(100))`,
    ])
    await deps.office.write([sql`INSERT INTO report_months (municipality, month, recipient, state) VALUES ('veld', ${old}, 'age1', 'living')`])
    if (runtime === 'node') await tick(deps)
    else expect(await trigger!.at(deps.clock().getTime())).toBe('ok')
    expect(await deps.databases.exists('reports', name)).toBe(false)
    const [row] = await deps.office.read.select({ state: months.state }).from(months).where(and(eq(months.municipality, 'veld'), eq(months.month, old)))
    expect(row!.state).toBe('gone')
    // And not one that still lives.
    expect(await deps.databases.exists('reports', monthDatabase('veld', monthAfter(month, 2)))).toBe(true)
  })
})
