// The real server as a process of its own, on embedded files in a temporary folder, with waves in the field made through its own addresses.
// Separate because submissions and counting begin with it. The folder lies beside the bundle: a temporary folder may be memory, where
// nothing is ever written to a disk.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createApp } from '../../src/app.ts'
import { addMunicipality } from '../../src/areas/add-municipality.ts'
import { freePort } from '../../src/db/sqld.ts'
import { nodeDeps } from '../../src/deps-node.ts'
import type { Deps, Settings } from '../../src/deps.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import type { Wire } from '../support/fieldwork.ts'
import { CONTACT } from '../support/server.ts'

export interface Prepared { deps: Deps; wire: Wire; port: number; staffOrigin: string; data: string }
export interface Service {
  port: number
  staffOrigin: string
  data: string
  folder: string
  child: ChildProcess
  /** Seconds of processor time the server has used, where the system tells (Linux); else NaN. */
  processorSeconds: () => number
  /** Ends the process and removes the folder. */
  stop: () => Promise<void>
}

/** Makes what `prepare` makes, with nothing listening yet, and starts the server on it. `bundle` is build/bench.mjs. */
export async function startService<Made>(bundle: string, prepare: (prepared: Prepared) => Promise<Made>): Promise<{ service: Service; made: Made }> {
  const folder = mkdtempSync(join(dirname(bundle), 'bench-data-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  const port = await freePort()
  const settings: Settings = { port, data: join(folder, 'data'), staffOrigin: `http://localhost:${port}`, secretFile: join(folder, 'secret'), restorePointDays: 0 }
  const { deps, close } = await nodeDeps(settings)
  await addMunicipality(deps, { id: 'veld', name: 'Veldwijk', hosts: [`127.0.0.1:${port}`], contact: CONTACT })
  const made = await prepare({ deps, wire: await wireOf(deps, port), port, staffOrigin: settings.staffOrigin, data: settings.data })
  await close()
  const child = spawn(process.execPath, [...(process.env['NULMETING_BENCH_SERVER_FLAGS']?.split(' ') ?? []), join(dirname(bundle), 'node.mjs'), '--empty'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PORT: String(port), NULMETING_DATA: settings.data, STAFF_ORIGIN: settings.staffOrigin, NULMETING_SECRET_FILE: settings.secretFile },
  })
  process.once('exit', () => child.kill())
  await listening(port, child)
  const stop = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill()
    await gone
    remove()
  }
  return { service: { port, staffOrigin: settings.staffOrigin, data: settings.data, folder, child, processorSeconds: () => processorSeconds(child.pid!), stop }, made }
}

/** Requests to the app before it listens, staff as one person who may do everything. */
async function wireOf(deps: Deps, port: number): Promise<Wire> {
  const app = createApp(deps)
  const ask = async (origin: string, method: string, path: string, body?: object, cookie = '') => app.request(origin + path, {
    method, headers: { origin, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const link = await inviteStaff(deps, { municipality: 'veld', name: 'Bench', roles: ['coordinator', 'analyst'] })
  const cookie = (await ask(deps.staffOrigin, 'POST', '/api/staff/session', { link })).headers.get('set-cookie')!.split(';')[0]!
  return {
    resident: (method, path, body) => ask(`http://127.0.0.1:${port}`, method, path, body),
    staff: (method, path, body) => ask(deps.staffOrigin, method, path, body, cookie),
  }
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    // While it migrates it answers 503.
    const status = await fetch(`http://127.0.0.1:${port}/api/labels/0000`).then((answer) => answer.status, () => 503)
    if (status !== 503) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the server did not answer within 25 seconds')
}

/** User and system time of a process, in ticks of 10 ms as the kernel counts them. */
function processorSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return NaN
  }
}
