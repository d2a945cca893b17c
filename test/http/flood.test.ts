// What somebody does who wants the service down (attack 43): slow senders, bodies of 100 MB, announced or not, deep JSON, a flood of requests.
// Protects that residents are served meanwhile and that the memory of the real server process stays bounded.
import { spawnSync } from 'node:child_process'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { Agent, request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { responses } from '../../src/intake/table.ts'
import { bundledServer, http } from '../support/bundled-server.ts'
import type { BundledServer } from '../support/bundled-server.ts'
import { aPhone, credentialOf, ok, responseBody } from '../support/fieldwork.ts'
import type { Wire } from '../support/fieldwork.ts'
import { size, soakFigure } from '../support/size.ts'

const MB = 1024 * 1024
const [SLOW, BODIES, FLOOD] = [size({ test: 100, soak: 1_000 }), size({ test: 4, soak: 100 }), size({ test: 1_000, soak: 60_000 })]

let server: BundledServer
beforeAll(async () => {
  server = await bundledServer(50)
  await server.start()
})
afterAll(() => server?.remove())

const memory = () => Number(spawnSync('ps', ['-o', 'rss=', '-p', String(server.child!.pid)], { encoding: 'utf8' }).stdout) / 1024
const host = () => new URL(server.origin).host

/** Says that a body comes and sends a byte of it now and then. */
function slowSender(): Socket {
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(`POST /api/responses HTTP/1.1\r\nHost: ${host()}\r\nOrigin: ${server.origin}\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{`)
  return socket
}

/** Sends 100 MB, in one length or in chunks without one, as far as the server takes it; answers the status, 0 when it was cut off. */
function hugeBody(announced: boolean): Promise<number> {
  return new Promise((resolve) => {
    const sending = request(`${server.origin}/api/responses`, { method: 'POST', headers: { origin: server.origin, 'content-type': 'application/json', ...(announced ? { 'content-length': 100 * MB } : {}) } }, (answer) => {
      answer.resume().once('close', () => resolve(answer.statusCode!))
    })
    sending.once('error', () => resolve(0))
    const part = Buffer.alloc(MB, 'x')
    const more = (left: number): void => {
      if (left === 0 || sending.destroyed) return void sending.end()
      sending.write(part, () => more(left - 1))
    }
    more(100)
  })
}

/** So many requests over 50 connections, one after another on each; answers how often each status came (0: none). */
async function floodOf(count: number): Promise<Record<number, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 })
  const body = '['.repeat(15_000)
  const statuses: Record<number, number> = {}
  const once = () => new Promise<number>((resolve) => {
    request(`${server.origin}/api/invites/check`, { agent, method: 'POST', headers: { origin: server.origin, 'content-type': 'application/json', 'content-length': body.length } },
      (answer) => answer.resume().once('end', () => resolve(answer.statusCode!))).once('error', () => resolve(0)).end(body)
  })
  let left = count
  await Promise.all(Array.from({ length: 50 }, async () => {
    while (left-- > 0) {
      const status = await once()
      statuses[status] = (statuses[status] ?? 0) + 1
    }
  }))
  agent.destroy()
  return statuses
}

it(`serves residents while ${SLOW} send slowly, ${BODIES} send 100 MB and ${FLOOD} requests come at once, in bounded memory (attack 43)`, async () => {
  const { wave, origin } = server
  const wire: Wire = { resident: (method, path, body) => http(origin, method, path, body), staff: () => Promise.reject(new Error('residents only')) }
  const answered = async (person: number) => {
    const phone = await aPhone(wave, wave.codes[0]![person]!)
    await ok(wire.resident('POST', '/api/responses', await responseBody(wave, 0, await credentialOf(wire, wave, phone))))
  }
  await answered(0)
  const before = memory()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, memory())), 250)
  const slow = Array.from({ length: SLOW }, slowSender)
  const drip = setInterval(() => slow.forEach((socket) => socket.write('x')), 500)
  try {
    const flood = floodOf(FLOOD)
    const bodies = Promise.all(Array.from({ length: BODIES }, (_, i) => hugeBody(i % 2 === 0)))
    for (let person = 1; person <= 10; person += 1) await answered(person)
    expect((await bodies).filter((status) => status !== 413 && status !== 0)).toEqual([])
    expect(await flood).toEqual({ 400: FLOOD })
    await answered(11)
    expect((await http(origin, 'GET', '/healthz')).status).toBe(200)
  } finally {
    clearInterval(watch)
    clearInterval(drip)
    slow.forEach((socket) => socket.destroy())
  }
  // Four bodies of 100 MB would be 400 MB, were they kept.
  expect(most - before).toBeLessThan(300)
  // Nobody's attack leaves a line.
  expect(server.printed().split('\n').filter((line) => line.startsWith('{'))).toEqual([])
  await server.kill()
  expect(await server.look(async (deps) => (await deps.databases.open('intake', wave.wave)).read.$count(responses))).toBe(12)
  soakFigure('flood', FLOOD, `${Math.round(most - before)} MB more memory at the most, every resident served`)
}, 180_000)
