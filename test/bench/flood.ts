// A flood on the reporters' addresses: 1,000 requests a second for a minute, half polls with words that nobody has, half whole reports without work, as an
// open loop against the real server process. Does a survey go on answering, and does memory stay bounded? Separate from load.ts because what it
// sends is meant to be turned away.
import { Agent, request } from 'node:http'
import { readFileSync } from 'node:fs'
import { createApp } from '../../src/app.ts'
import { monthOf } from '../../src/crypto/report-month.ts'
import { POLL_REQUEST_BYTES, REPORT_REQUEST_BYTES } from '../../src/crypto/report-requests.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { aWaveInField, someAreas } from '../support/fieldwork.ts'
import { anOpenChannel } from '../support/reports.ts'
import type { Started } from '../support/runtimes.ts'
import { figureLine, whole } from './figure.ts'
import { startService } from './service.ts'
import type { Prepared } from './service.ts'
import type { Bench } from './submissions.ts'

const A_SECOND = 1_000
/** A survey's question to the server every so many milliseconds meanwhile. */
const EVERY = 100

export async function flood({ bundle, quick, print }: Bench): Promise<void> {
  const seconds = quick ? 10 : 60
  const { service, made } = await startService(bundle, async (prepared) => {
    await anOpenChannel(startedOf(prepared))
    await someAreas(prepared.deps, 'veld', ['A'])
    return aWaveInField(prepared.wire, ['A'], 50)
  })
  try {
    const origin = `http://127.0.0.1:${service.port}`
    const survey = JSON.stringify({ manifest: made.reference, code: made.codes[0]![0]!.codeHash })
    const surveyAgent = new Agent({ keepAlive: true })
    const asks = () => post(origin, '/api/invites/check', Buffer.from(survey), 'application/json', surveyAgent)
    const calm = await timesOf(20, asks)
    const before = megabytes(service.child.pid!)
    let most = before
    const watch = setInterval(() => (most = Math.max(most, megabytes(service.child.pid!))), 100)
    const answers: Record<number, number> = {}
    const waits: number[] = []
    let failed = 0
    const flooding = openLoop(origin, seconds, answers)
    for (let asked = 0; asked < (seconds * 1000) / EVERY; asked += 1) {
      const start = performance.now()
      const { status } = await asks()
      if (status === 200) waits.push(performance.now() - start)
      else failed += 1
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, EVERY - (performance.now() - start))))
    }
    const sent = await flooding
    clearInterval(watch)
    waits.sort((a, b) => a - b)
    const said = Object.entries(answers).map(([status, count]) => `${status}: ${whole(count)}`).join(', ')
    print(figureLine({ what: 'flood, requests', measured: `${whole(sent)} in ${seconds} s, answered ${said}`, target: { words: `at least ${whole(A_SECOND * seconds * 0.9)} sent`, kept: sent >= A_SECOND * seconds * 0.9 } }))
    print(figureLine({
      what: 'flood, a survey meanwhile', measured: `p50 ${waits[waits.length >> 1]?.toFixed(0)} ms, p99 ${waits[Math.floor(waits.length * 0.99)]?.toFixed(0)} ms, ${failed} of ${waits.length + failed} failed`,
      yardstick: `${calm.toFixed(0)} ms without a flood`, target: { words: 'none failed', kept: failed === 0 },
    }))
    print(figureLine({ what: 'flood, memory of the server', measured: `${whole(before)} MB before, ${whole(most)} MB at most`, target: { words: 'at most 300 MB more', kept: most - before <= 300 } }))
  } finally {
    await service.stop()
  }
}

/** Sends at fixed instants, whatever comes back; answers how many were sent, with how each was answered (0: not at all). */
async function openLoop(origin: string, seconds: number, answers: Record<number, number>): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 })
  const month = Buffer.from(monthOf(new Date()))
  const report = Buffer.alloc(REPORT_REQUEST_BYTES, 'x')
  month.copy(report, 1)
  const poll = () => Buffer.concat([crypto.getRandomValues(new Uint8Array(POLL_REQUEST_BYTES))])
  const under: Promise<void>[] = []
  const began = performance.now()
  let sent = 0
  while (performance.now() - began < seconds * 1000) {
    for (const due = ((performance.now() - began) / 1000) * A_SECOND; sent < due; sent += 1) {
      const [path, body] = sent % 2 === 0 ? ['/api/reports/poll', poll()] : ['/api/reports', report]
      under.push(post(origin, path as string, body as Buffer, 'application/octet-stream', agent).then(({ status }) => { answers[status] = (answers[status] ?? 0) + 1 }))
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await Promise.race([Promise.all(under), new Promise((resolve) => setTimeout(resolve, 10_000))])
  agent.destroy()
  return sent
}

function post(origin: string, path: string, body: Buffer, type: string, agent: Agent): Promise<{ status: number }> {
  return new Promise((resolve) => {
    request(origin + path, { agent, method: 'POST', headers: { origin, 'content-type': type, 'content-length': body.length } }, (answer) => answer.resume().once('end', () => resolve({ status: answer.statusCode! })))
      .once('error', () => resolve({ status: 0 })).end(body)
  })
}

async function timesOf(count: number, ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < count; i += 1) {
    const start = performance.now()
    await ask()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[count >> 1]!
}

/** Resident memory of a process; NaN where the system does not tell. */
function megabytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1000
  } catch {
    return NaN
  }
}

/** The app before it listens, for what makes a channel. */
function startedOf({ deps, port, staffOrigin }: Prepared): Started {
  const app = createApp(deps)
  const ask = async (face: string, method: string, path: string, body?: object, cookie = '') => app.request(face + path, { method, headers: { origin: face, cookie, ...(body && { 'content-type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }) })
  return {
    deps, wire: { resident: (method: string, path: string, body?: object) => ask(`http://127.0.0.1:${port}`, method, path, body) },
    person: async (roles: Parameters<Started['person']>[0], name: string) => {
      const signedIn = await ask(staffOrigin, 'POST', '/api/staff/session', { link: await inviteStaff(deps, { municipality: 'veld', name, roles: [...roles] }) })
      const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!
      return (method: string, path: string, body?: object) => ask(staffOrigin, method, path, body, cookie)
    },
  } as unknown as Started
}
