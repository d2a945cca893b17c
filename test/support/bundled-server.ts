// The real server as a process of its own, bundled from the sources as they are, on a temporary data folder with one wave in the field: for
// what only a process can suffer. Separate because killing it, filling its disk and flooding it all begin with it.
import { spawn } from 'node:child_process'
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { createApp } from '../../src/app.ts'
import { addMunicipality } from '../../src/areas/add-municipality.ts'
import { freePort } from '../../src/db/sqld.ts'
import { nodeDeps } from '../../src/deps-node.ts'
import type { Deps, Settings } from '../../src/deps.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { aWaveInField, someAreas } from './fieldwork.ts'
import type { AWave, Wire } from './fieldwork.ts'
import { CONTACT } from './server.ts'

const root = new URL('../..', import.meta.url).pathname

export interface BundledServer {
  folder: string
  settings: Settings
  wave: AWave
  origin: string
  child: ChildProcess | undefined
  /** Everything the process has printed. */
  printed: () => string
  /** Starts the process and waits until it answers; `shell` goes in front of it (`ulimit -f 100`). */
  start: (options?: { shell?: string; env?: Record<string, string> } & Pick<SpawnOptions, 'uid' | 'gid'>) => Promise<void>
  kill: () => Promise<void>
  /** Opens the same databases while no process runs. */
  look: <T>(use: (deps: Deps) => Promise<T>) => Promise<T>
  remove: () => void
}

/** An address of a server, as a page of its own would send it; rejects when nobody answers. */
export function http(origin: string, method: string, path: string, body?: object, cookie = ''): Promise<Response> {
  return fetch(origin + path, {
    method, headers: { origin, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, signal: AbortSignal.timeout(10_000),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

/** Bundles, and makes a wave with so many letters in the field; nothing runs yet. */
export async function bundledServer(letters: number): Promise<BundledServer> {
  const folder = mkdtempSync(join(tmpdir(), 'nulmeting-process-'))
  const bundle = join(root, 'build', `test-server-${process.pid}-${Math.random().toString(36).slice(2)}`)
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const settings = { port, data: join(folder, 'data'), staffOrigin: `http://localhost:${port}`, secretFile: join(folder, 'secret'), restorePointDays: 0 }
  await build({
    root, configFile: false, logLevel: 'error', publicDir: false,
    build: {
      ssr: true, target: 'node20', outDir: bundle, emptyOutDir: true, minify: false,
      rolldownOptions: { input: { node: join(root, 'src/node.ts'), 'file-thread': join(root, 'src/db/file-thread.mjs') }, output: { format: 'es', entryFileNames: '[name].mjs' } },
    },
  })
  const look = async <T>(use: (deps: Deps) => Promise<T>): Promise<T> => {
    const { deps, close } = await nodeDeps(settings)
    try {
      return await use(deps)
    } finally {
      await close()
    }
  }
  const wave = await look(async (deps) => {
    await addMunicipality(deps, { id: 'veld', name: 'Veldwijk', hosts: [`127.0.0.1:${port}`], contact: CONTACT })
    await someAreas(deps, 'veld', ['A'])
    return aWaveInField(await wireTo(deps, origin), ['A'], letters)
  })
  let output = ''
  const server: BundledServer = {
    folder, settings, wave, origin, child: undefined, look,
    printed: () => output,
    async start({ shell, env = {}, ...options } = {}) {
      const command = [process.execPath, join(bundle, 'node.mjs'), '--empty']
      const [program, ...words] = shell === undefined ? command : ['/bin/sh', '-c', `${shell}; exec "$@"`, 'sh', ...command]
      const child = spawn(program!, words, {
        stdio: ['ignore', 'pipe', 'pipe'], ...options,
        env: { ...process.env, PORT: String(port), NULMETING_DATA: settings.data, STAFF_ORIGIN: settings.staffOrigin, NULMETING_SECRET_FILE: settings.secretFile, ...env },
      })
      server.child = child
      for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (part) => (output += String(part)))
      for (;;) {
        const alive = await http(origin, 'GET', `/api/manifests/${wave.reference}`).then((answer) => answer.ok, () => false)
        if (alive) return
        if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${output}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    async kill() {
      const gone = new Promise((resolve) => server.child!.once('exit', resolve))
      server.child!.kill('SIGKILL')
      await gone
    },
    remove() {
      server.child?.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
      rmSync(bundle, { recursive: true, force: true })
    },
  }
  return server
}

/** Requests to the app before it listens, staff as one person who may do everything. */
async function wireTo(deps: Deps, origin: string): Promise<Wire> {
  const app = createApp(deps)
  const link = await inviteStaff(deps, { municipality: 'veld', name: 'Sam', roles: ['coordinator', 'analyst'] })
  const ask = async (to: string, method: string, path: string, body?: object, cookie = '') => app.request(to + path, {
    method, headers: { origin: to, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const cookie = (await ask(deps.staffOrigin, 'POST', '/api/staff/session', { link })).headers.get('set-cookie')!.split(';')[0]!
  return {
    resident: (method, path, body) => ask(origin, method, path, body),
    staff: (method, path, body) => ask(deps.staffOrigin, method, path, body, cookie),
  }
}

/** The phone's own way: the same bytes again until somebody answers with anything but a fault of the server. `tried` counts the tries in vain. */
export function patientWire(origin: string, tried: { count: number }): Wire {
  return {
    async resident(method, path, body) {
      for (;;) {
        const answer = await http(origin, method, path, body).catch(() => null)
        const whole = await answer?.arrayBuffer().catch(() => null)
        if (answer && whole && answer.status < 500) return new Response(whole, { status: answer.status })
        tried.count += 1
        await new Promise((resolve) => setTimeout(resolve, 30))
      }
    },
    staff: () => Promise.reject(new Error('residents only')),
  }
}
