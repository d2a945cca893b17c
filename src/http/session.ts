// The staff cookie: reading it into who is signed in, setting it, taking it away. Never read or set on resident addresses.
// Separate from staff/, which knows sessions but no HTTP. `__Host-` binds the cookie to this origin, Strict keeps it from other sites' requests.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Deps } from '../deps.ts'
import { findSession } from '../staff/find-session.ts'
import { SESSION_HOURS } from '../staff/open-session.ts'
import type { Staff } from './env.ts'

const COOKIE = '__Host-nulmeting'
const FLAGS = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const

/** The session's secret as the browser sent it, or undefined. */
export function sessionSecret(c: Context): string | undefined {
  return getCookie(c, COOKIE)
}

/** Who is signed in, or null; a living session's idle time starts anew. */
export async function readSession(deps: Deps, c: Context): Promise<Staff | null> {
  const secret = sessionSecret(c)
  return secret === undefined ? null : findSession(deps, secret)
}

export function setSession(c: Context, secret: string): void {
  setCookie(c, COOKIE, secret, { ...FLAGS, maxAge: SESSION_HOURS * 3600 })
}

export function dropSession(c: Context): void {
  deleteCookie(c, COOKIE, FLAGS)
}
