// A promise, written once and kept on both runtimes: Node in-process on embedded files, and workerd on real libSQL servers.
// Separate because starting the edge takes seconds: one stack per promise, and only where the promise touches the server.
import { afterAll, beforeAll, describe } from 'vitest'
import type { Deps } from '../../src/deps.ts'
import { addMunicipality } from '../../src/areas/add-municipality.ts'
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import { startTestEdge } from './edge.ts'
import type { Role } from '../../src/http/roles.ts'
import type { Wire } from './fieldwork.ts'
import { CONTACT } from './server.ts'
import { startedInProcess } from './wire.ts'

/** Sends as one person to the staff origin. */
export type Send = (method: string, path: string, body?: object | Uint8Array) => Promise<Response>

export interface Started {
  runtime: 'node' | 'workerd'
  wire: Wire
  /** A further person of the municipality, signed in. */
  person: (roles: readonly Role[], name: string, municipality?: string) => Promise<Send>
  /** The same databases, for looking afterwards. */
  deps: Deps
  /** The folder of everything that is at rest. */
  folder: string
  /** Moves the clock where the runtime's clock is the test's; absent in workerd. */
  advance?: (milliseconds: number) => void
  close: () => Promise<void>
}

export async function startedOnNode(): Promise<Started> {
  const { server, wire } = await startedInProcess()
  const person: Started['person'] = async (roles, name, municipality) => {
    const cookie = await server.signIn(roles, municipality, name)
    return (method, path, body) => server.request(method, server.deps.staffOrigin + path, { body, cookie })
  }
  return { runtime: 'node', wire, person, deps: server.deps, folder: server.folder, advance: server.advance, close: server.close }
}

export async function startedOnEdge(): Promise<Started> {
  const edge = await startTestEdge()
  await addMunicipality(edge.deps, { id: 'veld', name: 'Veldwijk', hosts: [new URL(edge.origin).host], example: true, contact: CONTACT })
  const once = (origin: string, method: string, path: string, body?: object | Uint8Array, headers: Record<string, string> = {}) => {
    const octets = body instanceof Uint8Array
    return fetch(origin + path, {
      method,
      headers: { origin, ...(body === undefined ? {} : { 'content-type': octets ? 'application/octet-stream' : 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: octets ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    })
  }
  // The development server restarts workerd when a source file is saved; what was under way is sent again, as a phone would.
  const send: typeof once = async (...request) => {
    const answer = await once(...request)
    return answer.status === 503 && (await answer.clone().text()).includes('restarted mid-request') ? send(...request) : answer
  }
  const signedIn = async () => {
    const link = await inviteStaff(edge.deps, { municipality: 'veld', name: 'Persoon', roles: ['coordinator', 'analyst'] })
    const opened = await send(edge.staffOrigin, 'POST', '/api/staff/session', { link })
    return opened.headers.get('set-cookie')!.split(';')[0]!
  }
  let cookie = await signedIn()
  const wire: Wire = {
    resident: (method, path, body) => send(edge.origin, method, path, body),
    // The large sizes take longer than a session without anybody lasts.
    async staff(method, path, body) {
      const answer = await send(edge.staffOrigin, method, path, body, { cookie })
      if (answer.status !== 401) return answer
      cookie = await signedIn()
      return send(edge.staffOrigin, method, path, body, { cookie })
    },
  }
  const person: Started['person'] = async (roles, name, municipality = 'veld') => {
    const opened = await send(edge.staffOrigin, 'POST', '/api/staff/session', { link: await inviteStaff(edge.deps, { municipality, name, roles }) })
    const own = opened.headers.get('set-cookie')!.split(';')[0]!
    return (method, path, body) => send(edge.staffOrigin, method, path, body, { cookie: own })
  }
  return { runtime: 'workerd', wire, person, deps: edge.deps, folder: edge.folder, close: edge.close }
}

/** Runs a suite on both runtimes; `started()` is there from the first hook on. */
export function overEachRuntime(promise: string, suite: (started: () => Started) => void): void {
  for (const [runtime, start] of [['Node', startedOnNode], ['workerd', startedOnEdge]] as const) {
    describe(`${promise} (${runtime})`, () => {
      let running: Started | undefined
      beforeAll(async () => {
        running = await start()
      })
      afterAll(() => running?.close())
      suite(() => running!)
    })
  }
}
