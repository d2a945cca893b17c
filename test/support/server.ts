// The real app in-process on a temporary data folder: real migrations, real libSQL files, the real router, a clock the test holds.
// Also as a listening server. Requests go through `request`, which speaks like a browser on the right host.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { createApp } from '../../src/app.ts'
import { addMunicipality } from '../../src/areas/add-municipality.ts'
import { forgottenFile } from '../../src/db/forgotten.ts'
import { nodeDatabases, openFile } from '../../src/db/node.ts'
import type { Deps } from '../../src/deps.ts'
import type { Env } from '../../src/http/env.ts'
import type { Role } from '../../src/http/roles.ts'
import { nodeSigner, nodeVerifier } from '../../src/signer-node.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'

export const STAFF = 'http://localhost:8787'
export const RESIDENT = 'http://127.0.0.1:8787'
/** What fieldwork waits for. */
export const CONTACT = { desk: 'Team Onderzoek', officer: 'Functionaris gegevensbescherming', phone: '088 111 22 33', hours: '9 tot 17 uur' }

export interface TestServer {
  deps: Deps
  app: Hono<Env>
  folder: string
  /** Lines the app logged. */
  log: string[]
  /** The clock of deps; moved by `advance`. */
  advance: (milliseconds: number) => void
  /** One request as a page of that origin would make it; a plain object body is sent as JSON, bytes as octets. */
  request: (method: string, address: string, options?: { body?: unknown; cookie?: string; headers?: Record<string, string> }) => Promise<Response>
  /** Invites and signs in a person; answers the cookie to send. */
  signIn: (roles: readonly Role[], municipality?: string, name?: string) => Promise<string>
  /** Serves the same app on 127.0.0.1 and answers the port. */
  listen: () => Promise<number>
  close: () => Promise<void>
}

/** A municipality `veld` on 127.0.0.1:8787 and a second, `duin`, on duin.example:8787; staff of both on localhost:8787. */
export async function startServer(options: { now?: Date; deps?: Partial<Deps>; municipalities?: boolean } = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'nulmeting-'))
  const office = await openFile(join(folder, 'office.db'), 'wal', 'office')
  const databases = nodeDatabases(folder, forgottenFile(join(folder, '.forgotten')))
  const log: string[] = []
  let now = (options.now ?? new Date('2026-03-02T09:00:00Z')).getTime()
  const deps: Deps = {
    office, databases, restorePointDays: 0, runtime: 'node', signer: nodeSigner(), verifier: nodeVerifier(), secret: crypto.getRandomValues(new Uint8Array(32)), staffOrigin: STAFF,
    clock: () => new Date(now), page: async () => null, log: (line) => log.push(line), ...options.deps,
  }
  if (options.municipalities !== false) {
    await addMunicipality(deps, { id: 'veld', name: 'Veldwijk', hosts: ['127.0.0.1:8787'], example: true, contact: CONTACT })
    await addMunicipality(deps, { id: 'duin', name: 'Duinstad', hosts: ['duin.example:8787'], contact: CONTACT })
  }
  const app = createApp(deps)
  const servers: ReturnType<typeof createServer>[] = []
  const request: TestServer['request'] = async (method, address, { body, cookie, headers } = {}) => {
    const url = new URL(address, address.startsWith('/api/staff') ? STAFF : RESIDENT)
    const sent = new Headers({ origin: url.origin, 'sec-fetch-site': 'same-origin', ...headers })
    if (cookie) sent.set('cookie', cookie)
    const octets = body instanceof Uint8Array
    if (body !== undefined && !sent.has('content-type')) sent.set('content-type', octets ? 'application/octet-stream' : 'application/json')
    const content = body === undefined ? undefined : octets || typeof body === 'string' ? (body as BodyInit) : JSON.stringify(body)
    return app.request(url.href, { method, headers: sent, ...(content === undefined ? {} : { body: content }) })
  }
  let people = 0
  return {
    deps, app, folder, log, request,
    advance: (milliseconds) => void (now += milliseconds),
    async signIn(roles, municipality = 'veld', name = `Persoon ${(people += 1)}`) {
      const link = await inviteStaff(deps, { municipality, name, roles })
      const answer = await request('POST', `${STAFF}/api/staff/session`, { body: { link } })
      return answer.headers.get('set-cookie')!.split(';')[0]!
    },
    async listen() {
      const server = createServer(getRequestListener(app.fetch))
      servers.push(server)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return (server.address() as AddressInfo).port
    },
    async close() {
      for (const server of servers) await new Promise((resolve) => server.close(resolve).closeAllConnections())
      await databases.close()
      await office.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
