// Runs before every handler of the API and enforces the access table: face, method, cross-site, content type, session, role.
// Separate from the table, which is data, and from handlers, which then only load and do. What somebody may not see does not exist (404).
import type { MiddlewareHandler } from 'hono'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { municipalityOfHost } from '../areas/municipality-of-host.ts'
import { crossSite } from './cross-site.ts'
import type { Env } from './env.ts'
import { isStaffFace } from './face.ts'
import { accessAt } from './roles.ts'
import type { Access } from './roles.ts'
import { readSession } from './session.ts'

const CONTENT_TYPES = { json: 'application/json', octets: 'application/octet-stream' } as const

/** The guard of `/api/*`. */
export function guard(deps: Deps): MiddlewareHandler<Env> {
  return async function guardApi(c, next) {
    const staffFace = isStaffFace(c.req.url, deps.staffOrigin)
    const here = accessAt(c.req.path).filter(({ face }) => face === 'both' || face === (staffFace ? 'staff' : 'resident'))
    if (here.length === 0) throw problem('not-found')
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
    const entry = here.find((row) => row.method === method)
    if (!entry) throw problem('method-not-allowed', { method: c.req.method.slice(0, 10) })
    if (method !== 'GET') refuseForeign(c.req.raw, entry, staffFace ? deps.staffOrigin : null)
    c.set('access', entry)
    if (entry.face === 'resident') {
      const municipality = await municipalityOfHost(deps, new URL(c.req.url).host)
      if (municipality === null) throw problem('not-found')
      c.set('municipality', municipality)
    }
    if (entry.may !== 'open') {
      const staff = await readSession(deps, c)
      if (!staff) throw problem('no-session')
      if (entry.may !== 'staff' && !entry.may.some((role) => staff.roles.includes(role))) throw problem('not-found')
      c.set('staff', staff)
    }
    await next()
  }
}

/** Unsafe methods: from our own page only, with the one content type the address reads, and a length within its limit when one is given. */
function refuseForeign(request: Request, entry: Access, staffOrigin: string | null): void {
  if (crossSite(request, staffOrigin)) throw problem('cross-site')
  if (!entry.body) return
  const expected = CONTENT_TYPES[entry.body.type]
  const given = request.headers.get('content-type')?.split(';')[0]!.trim().toLowerCase()
  if (given !== expected) throw problem('unsupported-content-type', { expected })
  if (Number(request.headers.get('content-length') ?? 0) > entry.body.limit) throw problem('body-too-large', { limit: entry.body.limit })
}
