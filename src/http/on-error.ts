// Every thrown thing becomes one answer: an expected refusal as problem+json (RFC 9457), anything else an opaque 500.
// Separate because messages may hold parameters (drizzle puts them there): only a code is ever logged, nothing of a fault is ever answered.
import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import { DatabaseGone } from '../db/port.ts'
import { Problem, problem, problemBody } from '../problem.ts'
import { logLine } from './log-line.ts'
import type { Access } from './roles.ts'

/** The handler for `app.onError`. */
export function onError(deps: Deps) {
  return function answerFault(fault: Error, c: Context): Response {
    // A wave's database that was destroyed under a request: the wave has ended.
    const refusal = isGone(fault) ? problem('wave-closed') : fault
    if (refusal instanceof Problem) return problemResponse(c, refusal)
    deps.log?.(logLine({ code: codeOf(fault), route: routeOf(c), status: 500 }))
    return c.body(JSON.stringify({ type: '/problems/fault', title: 'Something went wrong', status: 500 }), 500, PROBLEM)
  }
}

/** The pattern of the address, never the address: it may name a measurement or what somebody typed. */
function routeOf(c: Context): string {
  const access = c.get('access') as Access | undefined
  return access === undefined ? 'page' : `${access.method} ${access.path}`
}

/** Also as the cause of a failed select: drizzle wraps what its driver throws. */
function isGone(fault: Error): boolean {
  return fault instanceof DatabaseGone || fault.cause instanceof DatabaseGone
}

const PROBLEM = { 'content-type': 'application/problem+json' }
/** Only a refusal that says so names a time. */
const headersOf = ({ details }: Problem) => (typeof details.retryAfter === 'number' ? { ...PROBLEM, 'retry-after': String(details.retryAfter) } : PROBLEM)

/** A refusal as a response. */
export function problemResponse(c: Context, refusal: Problem): Response {
  return c.body(JSON.stringify(problemBody(refusal)), refusal.status, headersOf(refusal))
}

/** The code of a fault or of what caused it: upper-case letters and underscores, or the class's name. */
export function codeOf(fault: unknown): string {
  for (let cause = fault as { code?: unknown; cause?: unknown } | undefined; cause; cause = cause.cause as typeof cause) {
    if (typeof cause.code === 'string' && /^[A-Z_]{1,60}$/.test(cause.code)) return cause.code
  }
  const name = (fault as Error | undefined)?.name ?? 'unknown'
  return /^[A-Za-z]{1,40}$/.test(name) ? name : 'unknown'
}
