// A signed-in person of the bench's own server, over HTTP. Separate because a wave that is planned there and one that is answered there begin alike.
import { inviteStaff } from '../../src/staff/invite-staff.ts'
import type { Wire } from '../support/fieldwork.ts'
import type { Prepared, Service } from './service.ts'

export const invited = ({ deps }: Pick<Prepared, 'deps'>) => inviteStaff(deps, { municipality: 'veld', name: 'Planner', roles: ['coordinator', 'analyst'] })

/** Requests as a page of the server would make them. */
export async function wireOf({ port, staffOrigin }: Pick<Service, 'port' | 'staffOrigin'>, link: string): Promise<Wire> {
  const ask = (origin: string, method: string, path: string, body?: object, cookie = '') => fetch(origin + path, {
    method, headers: { origin, ...(cookie ? { cookie } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const cookie = (await ask(staffOrigin, 'POST', '/api/staff/session', { link })).headers.get('set-cookie')!.split(';')[0]!
  return {
    resident: (method, path, body) => ask(`http://127.0.0.1:${port}`, method, path, body),
    staff: (method, path, body) => ask(staffOrigin, method, path, body as object | undefined, cookie),
  }
}
