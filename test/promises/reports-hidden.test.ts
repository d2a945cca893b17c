// Promise 1 for what is told: no word of a report, a message, an answer, a note or a receipt is in a file, a request, an answer, a log line or the
// memory of the server, on both runtimes; no picture or file is kept; and words that exist are worked on exactly as words that do not.
import { readFileSync, readSync, openSync, closeSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { base64url, unbase64url } from '../../src/crypto/base64url.ts'
import { concat, utf8 } from '../../src/crypto/digest.ts'
import { receiptWords } from '../../src/crypto/receipt.ts'
import { recipientOf } from '../../src/crypto/recipient-list.ts'
import { monthOf } from '../../src/crypto/report-month.ts'
import { packMessage, packPoll, packRemoval } from '../../src/crypto/report-requests.ts'
import { nextMessage, openBlock } from '../../src/crypto/report-thread.ts'
import { PART_BYTES, TEXT_BYTES, openHead, openText, threadOf } from '../../src/crypto/report.ts'
import type { Database } from '../../src/db/port.ts'
import type { Deps } from '../../src/deps.ts'
import { monthDatabase } from '../../src/reports/month-databases.ts'
import { pollThread } from '../../src/reports/poll-thread.ts'
import { receiveMessage } from '../../src/reports/receive-message.ts'
import { removeThread } from '../../src/reports/remove-thread.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { sealCoding } from '../../web/console/reports/coding.ts'
import { bytesAtRest } from '../support/at-rest.ts'
import { bundledServer, http } from '../support/bundled-server.ts'
import { ok } from '../support/fieldwork.ts'
import { aReporter, anOpenChannel, blockOf, cheapProof, officerMessage, quickReporter, reportBody, solved, tell, threadsOf } from '../support/reports.ts'
import type { AChannel, AReporter, Resident } from '../support/reports.ts'
import { overEachRuntime } from '../support/runtimes.ts'
import type { Started } from '../support/runtimes.ts'

const WORDS = { told: 'KanarieTold kelderboxen', answered: 'KanarieAnswered dank u', further: 'KanarieFurther ook zaterdag', note: 'KanarieNote past erbij' }

/** A report, an answer, a further message and a coding with a note, as phone and laptop make them. Answers every secret that nobody else may hold. */
async function wholeThread(started: Started, channel: AChannel, listening: Resident, proof: (purpose: 'report' | 'message') => ReturnType<typeof solved>): Promise<string[]> {
  const reporter = await aReporter(listening)
  const { month, keys } = reporter
  const [{ send }] = channel.officers
  await blockOf(listening('POST', '/api/reports', await reportBody(reporter, WORDS.told, await proof('report'))))
  const [line] = (await threadsOf(channel.officers[0], month)).threads
  const at = `/api/reports/months/${month}/threads/${line!.thread}`
  const identity = channel.months.get(month)!
  const head = await openHead(unbase64url(line!.head), identity)
  const text = new Uint8Array(await (await send('POST', `${at}/text`, {})).arrayBuffer())
  expect(await openText(text, head, identity)).toBe(WORDS.told)
  await ok(send('POST', `${at}/messages`, { sequence: 0, sealed: base64url(await officerMessage(channel, month, line!.head, 0, new Uint8Array(32), WORDS.answered)) }))
  const thread = (await openBlock(await blockOf(listening('POST', '/api/reports/poll', packPoll(keys))), keys))!
  await blockOf(listening('POST', '/api/reports/messages', packMessage(await proof('message'), keys, await nextMessage(thread, WORDS.further, keys, recipientOf(reporter.list, month)!))))
  const coding = await sealCoding({ area: '', spot: 'stairwell', behaviour: 'drugs', week: '2026-W10', seriousness: 'light', note: WORDS.note }, await threadOf(unbase64url(line!.head)), recipientOf(reporter.list, month)!)
  await ok(send('PUT', `${at}/coding`, { number: 1, sealed: base64url(coding) }))
  const receipt = receiptWords(reporter.secret, 'nl')
  return [...Object.values(WORDS), ...Object.values(WORDS).map((words) => words.split(' ')[0]!), receipt.join(' '), receipt.join('-'), identity, keys.identity]
}

/** The wire, with everything that crosses it kept. */
function listening(send: Resident): { resident: Resident; crossed: string[] } {
  const crossed: string[] = []
  return {
    crossed,
    async resident(method, path, body) {
      crossed.push(path, body instanceof Uint8Array ? Buffer.from(body).toString('latin1') : JSON.stringify(body ?? ''))
      const answer = await send(method, path, body)
      crossed.push(JSON.stringify([...answer.headers]), Buffer.from(await answer.clone().arrayBuffer()).toString('latin1'))
      return answer
    },
  }
}

const holds = (haystack: string, needle: string) => haystack.includes(needle) || haystack.includes(Buffer.from(needle).toString('base64').slice(0, 20))

overEachRuntime('what is told', (started: () => Started) => {
  let channel: AChannel
  let secrets: string[]
  let crossed: string[]
  beforeAll(async () => {
    channel = await anOpenChannel(started())
    const wire = listening(started().wire.resident)
    secrets = await wholeThread(started(), channel, wire.resident, (purpose) => cheapProof(started().deps, purpose))
    crossed = wire.crossed
  }, 120_000)

  it('attack 16: is in no file, no request, no answer and no error page, nor are the receipt and the keys', async () => {
    const { wire } = started()
    // What went wrong says nothing of what was in it.
    const wrong = await aReporter(wire.resident)
    const body = await reportBody(wrong, WORDS.told, await cheapProof(started().deps, 'report'))
    body.set(utf8(WORDS.told), body.length - 200)
    body[0] = 255
    const refused = await wire.resident('POST', '/api/reports', body)
    expect([refused.status, (await refused.text()).includes('Kanarie')]).toEqual([400, false])
    const atRest = bytesAtRest(started().folder)
    expect(atRest).toContain(monthDatabase('veld', monthOf(started().deps.clock())).slice(0, 4))
    for (const secret of secrets) {
      expect([secret, holds(atRest, secret)]).toEqual([secret, false])
      expect([secret, crossed.some((one) => holds(one, secret))]).toEqual([secret, false])
    }
  })

  it('attack 23, attack 24: is never a picture, a paper or a page, whatever name, type or size it comes with; nothing of it is kept', async () => {
    const { wire, deps } = started()
    const database = await deps.databases.open('reports', monthDatabase('veld', monthOf(deps.clock())))
    const count = async () => (await database.write([sql`SELECT (SELECT count(*) FROM threads) AS threads, (SELECT count(*) FROM parts) AS parts, (SELECT count(*) FROM spent) AS spent`]))[0]
    const before = await count()
    const files: [string, Uint8Array][] = [
      ['a photo with its place', concat(Uint8Array.of(0xff, 0xd8, 0xff, 0xe1), utf8('Exif\0\0GPSLatitude 52.0'))], ['a paper', utf8('%PDF-1.7 1 0 obj')],
      ['a page that is a photo too', concat(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), utf8('<script>alert(1)</script>'))], ['an archive', utf8('PK\u0003\u0004')],
    ]
    const reporter = await quickReporter(await aReporter(wire.resident))
    for (const [what, file] of files) {
      for (const path of ['', '/poll', '/messages', '/removals']) {
        expect([what, path, (await wire.resident('POST', `/api/reports${path}`, file as Uint8Array<ArrayBuffer>)).status]).toEqual([what, path, 400])
      }
      // Of the right size, in the place of the sealed text.
      const body = await reportBody(reporter, 'x', await cheapProof(deps, 'report'))
      body.set(file, body.length - TEXT_BYTES)
      expect([what, (await wire.resident('POST', '/api/reports', body)).status]).toEqual([what, 400])
    }
    for (const length of [0, 1, PART_BYTES, TEXT_BYTES, 3 * TEXT_BYTES]) expect((await wire.resident('POST', '/api/reports', new Uint8Array(length))).status).toBeGreaterThanOrEqual(400)
    expect(await count()).toEqual(before)
  })
})

/** Deps that write down what is asked of every database, without what it is asked about. */
function counting(deps: Deps): { deps: Deps; asked: string[] } {
  const asked: string[] = []
  const watched = (name: string, database: Database): Database => ({
    get read() {
      asked.push(`read ${name}`)
      return database.read
    },
    write: (statements) => (asked.push(`write ${name}: ${statements.length}`), database.write(statements)),
    close: () => database.close(),
  })
  return {
    asked,
    deps: {
      ...deps, office: watched('office', deps.office),
      databases: { ...deps.databases, open: async (kind, name) => watched(kind, await deps.databases.open(kind, name)), create: async (kind, name) => watched(kind, await deps.databases.create(kind, name)) },
    },
  }
}

overEachRuntime('words that exist', (started: () => Started) => {
  it('attack 21: cost the very same questions as words that do not, with news and without, for a poll, a message and taking back', async () => {
    const channel = await anOpenChannel(started())
    const first = await aReporter(started().wire.resident)
    const [known, unknown, answered] = [await quickReporter(first), await quickReporter(first), await quickReporter(first)]
    await tell(started(), known, 'zonder antwoord')
    await tell(started(), answered, 'met antwoord')
    const { month } = first
    const identity = channel.months.get(month)!
    for (const { thread, head } of (await threadsOf(channel.officers[0], month)).threads) {
      if ((await openHead(unbase64url(head), identity)).recipient !== answered.keys.recipient) continue
      await ok(channel.officers[0].send('POST', `/api/reports/months/${month}/threads/${thread}/messages`, { sequence: 0, sealed: base64url(await officerMessage(channel, month, head, 0, new Uint8Array(32), 'nieuws')) }))
    }
    const asks = async (work: (deps: Deps, reporter: AReporter) => Promise<Uint8Array>, reporter: AReporter) => {
      const { deps, asked } = counting(started().deps)
      const size = (await work(deps, reporter)).length
      return [size, ...asked]
    }
    const opened = (await openBlock(await blockOf(started().wire.resident('POST', '/api/reports/poll', packPoll(known.keys))), known.keys))!
    const message = await nextMessage(opened, 'x', known.keys, recipientOf(first.list, month)!)
    const works: Record<string, (deps: Deps, reporter: AReporter) => Promise<Uint8Array>> = {
      poll: (deps, { keys }) => pollThread(deps, 'veld', packPoll(keys)),
      message: async (deps, { keys }) => receiveMessage(deps, 'veld', packMessage(await cheapProof(started().deps, 'message'), keys, message)),
      removal: async (deps, { keys }) => removeThread(deps, 'veld', packRemoval(await cheapProof(started().deps, 'removal'), keys)),
    }
    for (const [what, work] of Object.entries(works)) {
      const nothing = await asks(work, unknown)
      expect(nothing.length, what).toBeGreaterThan(4)
      expect([what, await asks(work, known)]).toEqual([what, nothing])
      expect([what, await asks(work, answered)]).toEqual([what, nothing])
    }
  }, 60_000)
})

/** Whether a running process holds a text anywhere in what it may write to. */
function inMemory(pid: number, needles: readonly string[]): string[] {
  const found = new Set<string>()
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const spelled = needles.flatMap((needle) => [[needle, Buffer.from(needle, 'utf8')], [needle, Buffer.from(needle, 'utf16le')]] as const)
  for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
    const [, from, to, rights] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(line) ?? []
    if (!from || !rights!.startsWith('rw')) continue
    const [start, end] = [Number(BigInt(`0x${from}`)), Number(BigInt(`0x${to!}`))]
    for (let at = start; at < end; at += 16 * 1024 * 1024) {
      const part = Buffer.alloc(Math.min(end - at, 16 * 1024 * 1024 + 4_096))
      try {
        readSync(memory, part, 0, part.length, at)
      } catch {
        continue
      }
      for (const [needle, bytes] of spelled) if (part.includes(bytes)) found.add(needle)
    }
  }
  closeSync(memory)
  return [...found]
}

describe.skipIf(process.platform !== 'linux')('the memory of the server process', () => {
  it('attack 16: holds no word that was told, answered or noted, no receipt and no key, right after all of it went through', async () => {
    const server = await bundledServer(50)
    try {
      const people = { Anna: ['report-officer'], Bram: ['report-officer'], 'Tweede Lezer': ['reviewer'] } as const
      const links = await server.look(async (deps) => Object.fromEntries(await Promise.all(Object.entries(people).map(async ([name, roles]) => [name, await inviteStaff(deps, { municipality: 'veld', name, roles: [...roles] })] as const))))
      await server.start()
      const { origin, settings } = server
      const resident: Resident = (method, path, body) => (body instanceof Uint8Array
        ? fetch(origin + path, { method, headers: { origin, 'content-type': 'application/octet-stream' }, body: body as Uint8Array<ArrayBuffer> })
        : http(origin, method, path, body))
      const started = {
        wire: { resident }, deps: { clock: () => new Date() },
        person: async (_: unknown, name: string) => {
          const cookie = (await http(settings.staffOrigin, 'POST', '/api/staff/session', { link: links[name]! })).headers.get('set-cookie')!.split(';')[0]!
          return (method: string, path: string, body?: object) => http(settings.staffOrigin, method, path, body, cookie)
        },
      } as unknown as Started
      const secrets = await wholeThread(started, await anOpenChannel(started), resident, (purpose) => solved(resident, purpose))
      expect(inMemory(server.child!.pid!, [...secrets, 'Tweede Lezer'])).toEqual(['Tweede Lezer'])
      expect(server.printed()).not.toContain('Kanarie')
    } finally {
      server.remove()
    }
  }, 120_000)
})
