// The daily signal to officers over real HTTP, on both runtimes, through the scheduled verb itself. Protects: whoever watches the receiver or the
// network learns nothing from hour, size or content, with news and without; and an address typed here is no way into the network of the server.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eq, sql } from 'drizzle-orm'
import { audit } from '../../src/audit/table.ts'
import { SIGNAL_BODY, SIGNAL_HOUR } from '../../src/reports/send-signal.ts'
import { isCallable } from '../../src/reports/set-webhook.ts'
import { channels } from '../../src/reports/table.ts'
import { tick } from '../../src/waves/tick.ts'
import { ok } from '../support/fieldwork.ts'
import { aReporter, anOpenChannel, quickReporter, setupOf, tell } from '../support/reports.ts'
import type { AChannel } from '../support/reports.ts'
import { overEachRuntime } from '../support/runtimes.ts'
import type { Started } from '../support/runtimes.ts'
import { size } from '../support/size.ts'
import { workerTrigger } from '../support/trigger.ts'
import type { Trigger } from '../support/trigger.ts'

describe('an address for the daily signal', () => {
  it.each([
    ['no address', 'kijk hier'], ['no https', 'http://chat.gemeente.example/hook'], ['a script', 'javascript:alert(1)'], ['a file', 'file:///etc/passwd'], ['a name and password', 'https://piet:geheim@chat.gemeente.example/'],
    ['this machine', 'https://localhost/hook'], ['this machine by number', 'https://127.0.0.1/'], ['this machine in another spelling', 'https://2130706433/'], ['the platform\'s own', 'https://169.254.169.254/latest/meta-data'],
    ['a number of six', 'https://[::1]/'], ['an inner name', 'https://intranet/hook'], ['an inner domain', 'https://chat.gemeente.local/hook'],
  ])('is refused when it is %s', (_, address) => expect(isCallable(address, 'https://staf.nulmeting.example')).toBe(false))

  it('is taken when it is a public name on https; this machine only by a deployment that is nowhere else', () => {
    expect(isCallable('https://chat.gemeente.example/hooks/abc?key=1', 'https://staf.nulmeting.example')).toBe(true)
    expect(isCallable('http://127.0.0.1:9999/hook', 'http://localhost:8787')).toBe(true)
    expect(isCallable('http://10.0.0.1/hook', 'http://localhost:8787')).toBe(false)
  })
})

overEachRuntime('the daily signal', (started: () => Started) => {
  const received: { at: number; bytes: string }[] = []
  /** The minute that the clock of the runtime stands at, as far as the trigger is concerned. */
  let now = 0
  let status = 200
  const receiver = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { host: _, connection: __, ...headers } = request.headers
      received.push({ at: now, bytes: `${request.method} ${request.url} ${JSON.stringify(headers)} ${Buffer.concat(parts).toString('latin1')}` })
      response.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/elsewhere' } : {}).end('heard')
    })
  })
  let address: string
  let channel: AChannel
  let worker: Trigger | undefined

  /** The scheduled verb, set for a minute: on Node the verb of its timer, in workerd the trigger as the platform calls it. */
  async function trigger(minute: number): Promise<void> {
    now = minute
    const { runtime, deps } = started()
    if (runtime === 'node') return void (await tick({ ...deps, clock: () => new Date(minute) }))
    expect(await worker!.at(minute)).toBe('ok')
  }

  /** Midnight UTC; after what was made is made, and long before its months go. */
  const tomorrow = () => Date.parse(`${new Date(started().deps.clock().getTime() + 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`)

  beforeAll(async () => {
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks/geheim-7`
    channel = await anOpenChannel(started())
    if (started().runtime === 'workerd') worker = await workerTrigger(started().folder)
  }, 120_000)
  afterAll(async () => {
    receiver.close()
    await worker?.close()
  })

  it('is set by an officer, nobody else; its address is not shown again and not written down', async () => {
    const { deps, person } = started()
    const [{ send }] = channel.officers
    expect((await channel.reviewer('PUT', '/api/reports/webhook', { address })).status).toBe(404)
    const applicant = await person(['report-officer'], 'Nog niet bevestigd')
    expect((await applicant('PUT', '/api/reports/webhook', { address })).status).toBe(403)
    for (const bad of ['http://chat.gemeente.example/', 'https://169.254.169.254/']) {
      expect(((await (await send('PUT', '/api/reports/webhook', { address: bad })).json()) as { type: string }).type).toBe('/problems/webhook-refused')
    }
    expect((await setupOf(send)).webhook).toBe('')
    await ok(send('PUT', '/api/reports/webhook', { address }))
    const setup = await setupOf(send)
    expect(setup.webhook).toBe(new URL(address).host)
    expect(JSON.stringify(setup)).not.toContain('geheim-7')
    const written = await deps.office.read.select({ subject: audit.subject }).from(audit).where(eq(audit.act, 'set-report-webhook'))
    expect(written.map(({ subject }) => JSON.parse(subject) as unknown)).toEqual([{ host: new URL(address).host }])
  })

  it('attack 48: comes once a day at one hour with the same bytes, on days with reports and without, whatever the receiver says', async () => {
    const { deps, wire } = started()
    const days = size({ test: 8, soak: 31 })
    const first = tomorrow()
    const reporter = await aReporter(wire.resident)
    for (let day = 0; day < days; day += 1) {
      if (day % 3 === 1) await tell(started(), await quickReporter(reporter), `op dag ${day}`)
      status = [200, 500, 302][day % 3]!
      // Every quarter of an hour around it, and once more after a trigger that came late.
      for (const minutes of [6 * 60 + 52, 7 * 60 + 7, 7 * 60 + 22, 7 * 60 + 52, 8 * 60 + 7, 23 * 60 + 52]) await trigger(first + day * 86_400_000 + minutes * 60_000)
    }
    expect(received.map(({ at }) => new Date(at).toISOString().slice(11, 16))).toEqual(Array.from({ length: days }, () => `0${SIGNAL_HOUR}:07`))
    expect(new Set(received.map(({ at }) => new Date(at).toISOString().slice(0, 10))).size).toBe(days)
    expect(new Set(received.map(({ bytes }) => bytes)).size).toBe(1)
    expect(received[0]!.bytes).toContain('POST /hooks/geheim-7')
    expect(received[0]!.bytes.endsWith(Buffer.from(SIGNAL_BODY).toString('latin1'))).toBe(true)
    expect((await deps.office.read.select({ on: channels.signalledOn }).from(channels))[0]!.on).toBe(new Date(first + (days - 1) * 86_400_000).toISOString().slice(0, 10))
  }, 240_000)

  it('attack 48: never comes twice, also when two triggers meet, and not from a channel that is closed or has no address', async () => {
    received.length = 0
    const minute = tomorrow() + 40 * 86_400_000 + (7 * 60 + 7) * 60_000
    await Promise.all([trigger(minute), trigger(minute), trigger(minute)])
    expect(received).toHaveLength(1)
    const [{ send }] = channel.officers
    await ok(send('PUT', '/api/reports/webhook', { address: '' }))
    await trigger(minute + 86_400_000)
    await ok(send('PUT', '/api/reports/webhook', { address }))
    await started().deps.office.write([sql`UPDATE report_channels SET open = 0`])
    await trigger(minute + 2 * 86_400_000)
    expect(received).toHaveLength(1)
  }, 60_000)
})
