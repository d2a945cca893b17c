// The whole edge on one machine: database host with real libSQL servers, and the Worker in workerd through wrangler.
// Separate from start-edge.ts because the tests of both runtimes start exactly the same thing.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startDatabaseHost } from './db/host.ts'
import type { DatabaseHost } from './db/host.ts'
import { remoteDeps } from './deps-remote.ts'
import type { Deps } from './deps.ts'
import { freePort } from './db/sqld.ts'
import { hex } from './crypto/digest.ts'

export interface EdgeStack {
  /** http://127.0.0.1:<port>; staff on http://localhost:<port>. */
  origin: string
  staffOrigin: string
  host: DatabaseHost
  /** The same databases reached from this process: for operator verbs, the clock and tests. */
  deps: Deps
  close: () => Promise<void>
}

/** Starts everything and waits until the Worker answers. `folder` keeps the databases; `secret` is the server secret. */
export async function startEdge(options: { folder: string; secret: Uint8Array; port: number; staffOrigin?: string }): Promise<EdgeStack> {
  const hostSecret = randomBytes(32).toString('hex')
  const host = await startDatabaseHost({ folder: join(options.folder, 'edge'), secret: hostSecret })
  const origin = `http://127.0.0.1:${options.port}`
  const staffOrigin = options.staffOrigin ?? `http://localhost:${options.port}`
  const bindings = resolve(options.folder, 'bindings.env')
  mkdirSync(options.folder, { recursive: true, mode: 0o700 })
  writeFileSync(bindings, Object.entries({
    OFFICE_URL: host.office.url, OFFICE_TOKEN: host.office.authToken, DATABASE_HOST: host.url, DATABASE_HOST_SECRET: hostSecret,
    SERVER_SECRET: hex(options.secret), STAFF_ORIGIN: staffOrigin, RESTORE_POINT_DAYS: '0',
  }).map(([name, value]) => `${name}="${value}"\n`).join(''), { mode: 0o600 })
  try {
    const worker = await startWrangler(options.port, bindings)
    await untilItAnswers(origin, worker)
    return { origin, staffOrigin, host, deps: remoteDeps({ office: host.office, databaseHost: host.url, databaseHostSecret: hostSecret, secret: options.secret, staffOrigin, restorePointDays: 0 }), close: async () => (await end(worker), await host.close()) }
  } catch (fault) {
    await host.close()
    throw fault
  }
}

async function startWrangler(port: number, bindings: string): Promise<ChildProcess> {
  const root = projectFolder()
  // An empty folder of pages is fine for an API; wrangler refuses a missing one.
  mkdirSync(join(root, 'build', 'web'), { recursive: true })
  const wrangler = join(dirname(createRequire(import.meta.url).resolve('wrangler/package.json')), 'bin', 'wrangler.js')
  return spawn(process.execPath, [
    wrangler, 'dev', '--local', '--config', join(root, 'wrangler.toml'), '--ip', '127.0.0.1', '--port', String(port),
    '--inspector-port', String(await freePort()), '--env-file', bindings, '--log-level', 'error', '--show-interactive-dev-session=false',
  ], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], detached: true, env: { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false', NO_UPDATE_NOTIFIER: '1' } })
}

async function untilItAnswers(origin: string, worker: ChildProcess): Promise<void> {
  for (let look = 0; look < 600; look += 1) {
    if (worker.exitCode !== null) throw new Error('wrangler ended before the Worker answered')
    // Whatever it says, workerd says it.
    if (await fetch(`${origin}/api/`).then((answer) => answer.status < 500, () => false)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await end(worker)
  throw new Error('the Worker does not answer')
}

/** Wrangler starts workerd as a child: the whole group ends. */
async function end(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const gone = new Promise((resolve) => worker.once('exit', resolve))
  process.kill(-worker.pid!, 'SIGTERM')
  const cut = setTimeout(() => process.kill(-worker.pid!, 'SIGKILL'), 5_000)
  await gone
  clearTimeout(cut)
}

/** Where wrangler.toml is, looked for upward from here. */
function projectFolder(): string {
  for (let folder = new URL('.', import.meta.url); folder.pathname !== '/'; folder = new URL('..', folder)) {
    if (existsSync(new URL('wrangler.toml', folder))) return fileURLToPath(folder)
  }
  throw new Error('wrangler.toml is missing')
}
