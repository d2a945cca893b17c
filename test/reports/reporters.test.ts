// Reporters' side of the server, on both runtimes: telling, coming back, going on, taking back. Protects: one answer of one size for everybody, no
// second thread, no lost message, and proof of work that counts once, for one thing, for a while.
import { beforeAll, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { BLOCK_BYTES } from '../../src/crypto/report-block.ts'
import { packMessage, packPoll, packRemoval } from '../../src/crypto/report-requests.ts'
import { nextMessage, openBlock } from '../../src/crypto/report-thread.ts'
import { openHead, openText } from '../../src/crypto/report.ts'
import { recipientOf } from '../../src/crypto/recipient-list.ts'
import { monthOf } from '../../src/crypto/report-month.ts'
import { base64url, unbase64url } from '../../src/crypto/base64url.ts'
import { overEachRuntime } from '../support/runtimes.ts'
import type { Started } from '../support/runtimes.ts'
import { aReporter, anOpenChannel, blockOf, cheapProof, officerMessage, quickReporter, reportBody, solutionOf, solved, tell, threadsOf } from '../support/reports.ts'
import type { AChannel, AReporter } from '../support/reports.ts'
import { ok } from '../support/fieldwork.ts'

overEachRuntime('telling', (started: () => Started) => {
  let channel: AChannel
  let somebody: AReporter
  let month: string
  const resident: Started['wire']['resident'] = (...request) => started().wire.resident(...request)
  const post = (path: string, body: Uint8Array<ArrayBuffer>) => resident('POST', `/api/reports${path}`, body)
  const poll = async (reporter: AReporter) => openBlock(await blockOf(post('/poll', packPoll(reporter.keys))), reporter.keys)
  const counts = async () => {
    const database = await started().deps.databases.open('reports', `veld-${month}`)
    const [rows] = await database.write([sql`SELECT (SELECT count(*) FROM threads) AS threads, (SELECT count(*) FROM parts) AS parts`])
    return rows![0]
  }
  beforeAll(async () => {
    channel = await anOpenChannel(started())
    month = monthOf(started().deps.clock())
    somebody = await aReporter(resident)
  })

  it('goes once round: told, read, answered, come back, gone on, taken back', async () => {
    const body = await reportBody(somebody, 'Elke nacht dealers in het trapportaal.', await solved(resident, 'report'))
    const first = await openBlock(await blockOf(post('', body)), somebody.keys)
    expect(first).toMatchObject({ note: { month, sent: 0 }, links: [] })

    const [{ send }] = channel.officers
    const { threads } = await threadsOf(channel.officers[0], month)
    expect(threads).toHaveLength(1)
    const { thread, head: sealedHead } = threads[0]!
    const head = await openHead(unbase64url(sealedHead), channel.months.get(month)!)
    expect(head).toMatchObject({ kinds: ['drugs'], spot: 'stairwell' })
    const text = new Uint8Array(await (await send('POST', `/api/reports/months/${month}/threads/${thread}/text`, {})).arrayBuffer())
    expect(await openText(text, head, channel.months.get(month)!)).toBe('Elke nacht dealers in het trapportaal.')
    const sealed = base64url(await officerMessage(channel, month, sealedHead, 0, new Uint8Array(32), 'Dank u. Is het ook overdag?'))
    await ok(send('POST', `/api/reports/months/${month}/threads/${thread}/messages`, { sequence: 0, sealed }))

    const again = await aReporter(resident, somebody.secret as Uint8Array<ArrayBuffer>)
    const back = (await poll(again))!
    expect(back.links.map((link) => link.sound && [link.message.text, link.message.status])).toEqual([['Dank u. Is het ook overdag?', 'read']])
    const next = await nextMessage(back, 'Ja, ook overdag.', again.keys, recipientOf(again.list, back.note.month)!)
    const after = await openBlock(await blockOf(post('/messages', packMessage(await solved(resident, 'message'), again.keys, next))), again.keys)
    expect(after!.note.sent).toBe(1)
    const page = await ok<{ reporter: string[]; officer: string[] }>(send('GET', `/api/reports/months/${month}/threads/${thread}/messages`))
    expect([page.reporter, page.officer]).toEqual([[base64url(next.message)], [sealed]])

    const removal = packRemoval(await solved(resident, 'removal'), again.keys)
    expect(await openBlock(await blockOf(post('/removals', removal)), again.keys)).toBeNull()
    expect(await poll(again)).toBeNull()
    expect((await threadsOf(channel.officers[0], month)).threads).toEqual([])
    expect((await send('POST', `/api/reports/months/${month}/threads/${thread}/text`, {})).status).toBe(404)
  })

  it('attack 21: answers polls and posts of known and unknown words alike: status, headers, size', async () => {
    const known = await quickReporter(somebody)
    const unknown = await quickReporter(somebody)
    await tell(started(), known, 'x')
    const thread = (await poll(known))!
    const message = (await nextMessage(thread, 'y', known.keys, recipientOf(known.list, month)!))
    const shape = async (answer: Response) => [answer.status, [...answer.headers].filter(([name]) => name !== 'date'), (await answer.arrayBuffer()).byteLength]
    const seen = [
      await shape(await post('/poll', packPoll(unknown.keys))), await shape(await post('/poll', packPoll(known.keys))), await shape(await post('/poll', packPoll(known.keys, 200))),
      await shape(await post('/messages', packMessage(await cheapProof(started().deps, 'message'), unknown.keys, message))),
      await shape(await post('/messages', packMessage(await cheapProof(started().deps, 'message'), known.keys, message))),
      await shape(await post('/removals', packRemoval(await cheapProof(started().deps, 'removal'), unknown.keys))),
      await shape(await post('/removals', packRemoval(await cheapProof(started().deps, 'removal'), known.keys))),
      await shape(await post('', await reportBody(await quickReporter(somebody), 'z', await cheapProof(started().deps, 'report')))),
    ]
    for (const one of seen) expect(one).toEqual(seen[0])
    expect(seen[0]![2]).toBe(BLOCK_BYTES)
  })

  it('keeps one thread and one message, however often they are sent, at once or after a lost reply', async () => {
    const reporter = await quickReporter(somebody)
    const before = (await counts()) as { threads: number; parts: number }
    const body = await reportBody(reporter, 'een keer', await cheapProof(started().deps, 'report'))
    const statuses = await Promise.all(Array.from({ length: 10 }, async () => (await post('', body)).status))
    expect(new Set(statuses)).toEqual(new Set([200]))
    const thread = (await openBlock(await blockOf(post('', body)), reporter.keys))!
    const next = await nextMessage(thread, 'een keer', reporter.keys, recipientOf(reporter.list, month)!)
    const message = packMessage(await cheapProof(started().deps, 'message'), reporter.keys, next)
    await Promise.all(Array.from({ length: 5 }, () => post('/messages', message)))
    // With another proof too: the page asked for a new one after a long wait.
    await post('/messages', packMessage(await cheapProof(started().deps, 'message'), reporter.keys, next))
    expect((await poll(reporter))!.note.sent).toBe(1)
    expect(await counts()).toEqual({ threads: before.threads + 1, parts: before.parts + 6 })
  })

  it('tells a second device that another was faster, by the note that comes back', async () => {
    const reporter = await quickReporter(somebody)
    const thread = (await openBlock(await tell(started(), reporter, 'x'), reporter.keys))!
    const [one, two] = [await nextMessage(thread, 'een', reporter.keys, recipientOf(reporter.list, month)!), await nextMessage(thread, 'twee', reporter.keys, recipientOf(reporter.list, month)!)]
    for (const message of [one, two]) await post('/messages', packMessage(await cheapProof(started().deps, 'message'), reporter.keys, message))
    const kept = (await poll(reporter))!
    expect(kept.note.sent).toBe(1)
    const third = await nextMessage(kept, 'twee', reporter.keys, recipientOf(reporter.list, month)!)
    await post('/messages', packMessage(await cheapProof(started().deps, 'message'), reporter.keys, third))
    expect((await poll(reporter))!.note.sent).toBe(2)
  })

  it('attack 42: refuses work that was used, is over, was cut together, is for something else or was not done', async () => {
    const { deps } = started()
    const before = await counts()
    const reporter = await quickReporter(somebody)
    const good = await cheapProof(deps, 'report')
    const dear = await solved(resident, 'report')
    const parameters = (proof: typeof good) => (proof.challenge as { parameters: Record<string, unknown>; signature: string })
    const { data } = parameters(good).parameters as { data: Record<string, unknown> }
    const splice = (change: Record<string, unknown>) => ({ ...good, challenge: { ...parameters(good), parameters: { ...parameters(good).parameters, ...change } } })
    const bad: [string, typeof good][] = [
      ['over', await cheapProof(deps, 'report', { ends: deps.clock().getTime() - 1 })],
      ['for another address', await cheapProof(deps, 'message')],
      ['of another municipality', await cheapProof(deps, 'report', { municipality: 'duin' })],
      ['longer, spliced', splice({ data: { ...data, ends: Number(data.ends) + 1 } })],
      ['easier, spliced', splice({ cost: 1, keyPrefix: '00' })],
      ['for another, spliced', splice({ data: { ...data, purpose: 'report', municipality: 'veld', ends: 9e15 } })],
      ['not done', { ...dear, solution: { counter: 0, derivedKey: '0'.repeat(64) } }],
      ['no key', { ...dear, solution: { counter: 0, derivedKey: '00' } }],
      ['another counter', { ...dear, solution: { ...dear.solution, counter: dear.solution.counter + 1 } }],
      ['signed with nothing', { ...good, challenge: { ...parameters(good), signature: '00' } }],
      ['not signed', { ...good, challenge: { parameters: parameters(good).parameters } }],
      ['zero', {} as typeof good],
      ['null', { challenge: null, solution: null } as unknown as typeof good],
    ]
    for (const [name, proof] of bad) {
      const answer = await post('', await reportBody(reporter, 'x', proof))
      expect([name, answer.status, ((await answer.json()) as { type: string }).type]).toEqual([name, 400, '/problems/proof-refused'])
    }
    expect(await counts()).toEqual(before)
    await ok200(post('', await reportBody(reporter, 'x', dear)))
    for (const path of ['', '/messages', '/removals'] as const) {
      const other = await quickReporter(somebody)
      const body = path === '' ? await reportBody(other, 'replayed', dear) : path === '/removals' ? packRemoval(dear, reporter.keys)
        : packMessage(dear, reporter.keys, await nextMessage((await poll(reporter))!, 'x', reporter.keys, recipientOf(reporter.list, month)!))
      expect([path, (await post(path, body)).status]).toEqual([path, 400])
    }
    const used = await cheapProof(deps, 'removal')
    const [one, two] = [await quickReporter(somebody), await quickReporter(somebody)]
    for (const reporting of [one, two]) await tell(started(), reporting, 'x')
    await ok200(post('/removals', packRemoval(used, one.keys)))
    expect((await post('/removals', packRemoval(used, two.keys))).status).toBe(400)
    expect(await poll(two)).not.toBeNull()
  })

  it('attack 42: a challenge of the server itself is solved and counts', async () => {
    const challenge = await ok<unknown>(resident('GET', '/api/reports/challenges/report'))
    await ok200(post('', await reportBody(await quickReporter(somebody), 'x', { challenge, solution: await solutionOf(challenge) })))
    expect((await resident('GET', '/api/reports/challenges/anything')).status).toBe(400)
  })
})

async function ok200(answer: Promise<Response>): Promise<void> {
  await blockOf(answer)
}
