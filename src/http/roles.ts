// Route x role x owner, as data: every address of the API, who may call it, whose rows it may touch and what body it reads.
// Separate because it is the one place where "may I" is decided: guard.ts enforces it before any handler runs, an address that is not
// listed does not exist, and tests derive their matrices (roles, cross-site, bad bodies, two municipalities) from it.
import { MESSAGE_REQUEST_BYTES, POLL_REQUEST_BYTES, REMOVAL_REQUEST_BYTES, REPORT_REQUEST_BYTES } from '../crypto/report-requests.ts'

export const roles = ['coordinator', 'analyst', 'report-officer', 'reviewer', 'partner', 'reader'] as const
export type Role = (typeof roles)[number]

export interface Access {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  /** Residents' host names, STAFF_ORIGIN, or either. Elsewhere the address does not exist. */
  face: 'resident' | 'staff' | 'both'
  /** 'open': no session; 'staff': anybody signed in; otherwise one of these. */
  may: 'open' | 'staff' | readonly Role[]
  /** Whose rows: the municipality of the session or host; the person signed in; nobody's (named by a digest, or public). */
  owner: 'municipality' | 'self' | 'public'
  /** What is read; nothing when absent. `limit` in bytes. */
  body?: { type: 'json' | 'octets'; limit: number }
}

const KB = 1024
const MB = 1024 * KB
const small = { type: 'json', limit: 16 * KB } as const
const running: readonly Role[] = ['coordinator', 'analyst']
const field: readonly Role[] = ['coordinator']
const counting: readonly Role[] = ['analyst']
const reading: readonly Role[] = ['report-officer']
/** Who may be the second person. */
const watching: readonly Role[] = ['report-officer', 'reviewer', 'coordinator']
const advising: readonly Role[] = ['coordinator', 'report-officer']
const reporting: readonly Role[] = ['report-officer']
const team: readonly Role[] = ['report-officer', 'reviewer']
/** The report team, and contacts of partner organisations. */
const acting: readonly Role[] = [...team, 'partner']

export const access: readonly Access[] = [
  // Residents: no session, no cookie
  { method: 'GET', path: '/api/labels/:label', face: 'resident', may: 'open', owner: 'municipality' },
  { method: 'GET', path: '/api/manifests/:reference', face: 'both', may: 'open', owner: 'public' },
  { method: 'GET', path: '/api/instruments/:hash', face: 'both', may: 'open', owner: 'public' },
  { method: 'POST', path: '/api/invites/check', face: 'resident', may: 'open', owner: 'municipality', body: small },
  { method: 'POST', path: '/api/credentials', face: 'resident', may: 'open', owner: 'municipality', body: small },
  { method: 'POST', path: '/api/responses', face: 'resident', may: 'open', owner: 'municipality', body: small },
  { method: 'GET', path: '/api/advice/:language', face: 'resident', may: 'open', owner: 'municipality' },

  // Reporters: octets of fixed sizes, limits of exactly those sizes
  { method: 'GET', path: '/api/reports/channel', face: 'resident', may: 'open', owner: 'municipality' },
  { method: 'GET', path: '/api/reports/challenges/:purpose', face: 'resident', may: 'open', owner: 'municipality' },
  { method: 'POST', path: '/api/reports', face: 'resident', may: 'open', owner: 'municipality', body: { type: 'octets', limit: REPORT_REQUEST_BYTES } },
  { method: 'POST', path: '/api/reports/poll', face: 'resident', may: 'open', owner: 'municipality', body: { type: 'octets', limit: POLL_REQUEST_BYTES } },
  { method: 'POST', path: '/api/reports/messages', face: 'resident', may: 'open', owner: 'municipality', body: { type: 'octets', limit: MESSAGE_REQUEST_BYTES } },
  { method: 'POST', path: '/api/reports/removals', face: 'resident', may: 'open', owner: 'municipality', body: { type: 'octets', limit: REMOVAL_REQUEST_BYTES } },

  // Staff
  { method: 'POST', path: '/api/staff/session', face: 'staff', may: 'open', owner: 'self', body: small },
  { method: 'GET', path: '/api/staff/session', face: 'staff', may: 'staff', owner: 'self' },
  { method: 'DELETE', path: '/api/staff/session', face: 'staff', may: 'staff', owner: 'self' },
  { method: 'GET', path: '/api/staff/people', face: 'staff', may: running, owner: 'municipality' },
  { method: 'POST', path: '/api/staff/people', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/staff/people/:person/agree', face: 'staff', may: running, owner: 'municipality', body: small },
  { method: 'DELETE', path: '/api/staff/people/:person', face: 'staff', may: field, owner: 'municipality' },
  { method: 'POST', path: '/api/staff/link', face: 'staff', may: 'staff', owner: 'self', body: small },
  { method: 'GET', path: '/api/staff/audit', face: 'staff', may: running, owner: 'municipality' },

  // Reports
  { method: 'GET', path: '/api/reports/setup', face: 'staff', may: watching, owner: 'municipality' },
  { method: 'PUT', path: '/api/reports/identity', face: 'staff', may: reading, owner: 'self', body: small },
  { method: 'POST', path: '/api/reports/officers/:staff/confirm', face: 'staff', may: watching, owner: 'municipality', body: small },
  { method: 'DELETE', path: '/api/reports/officers/:staff', face: 'staff', may: watching, owner: 'municipality' },
  { method: 'PUT', path: '/api/reports/signer', face: 'staff', may: reading, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/reports/signer/confirm', face: 'staff', may: watching, owner: 'municipality', body: small },
  { method: 'PUT', path: '/api/reports/recovery', face: 'staff', may: reading, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/reports/recovery/drill', face: 'staff', may: watching, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/reports/recovery/confirm', face: 'staff', may: watching, owner: 'municipality', body: small },
  { method: 'PUT', path: '/api/reports/list', face: 'staff', may: reading, owner: 'municipality', body: small },
  { method: 'PUT', path: '/api/reports/months/:month', face: 'staff', may: reading, owner: 'municipality', body: { type: 'json', limit: 64 * KB } },
  { method: 'PUT', path: '/api/reports/months/:month/wraps', face: 'staff', may: reading, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/reports/open', face: 'staff', may: reading, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/reports/close', face: 'staff', may: reading, owner: 'municipality', body: small },
  { method: 'PUT', path: '/api/reports/webhook', face: 'staff', may: reading, owner: 'municipality', body: small },
  { method: 'GET', path: '/api/reports/keys', face: 'staff', may: reading, owner: 'self' },
  { method: 'GET', path: '/api/reports/months/:month/threads', face: 'staff', may: reading, owner: 'municipality' },
  { method: 'POST', path: '/api/reports/months/:month/threads/:thread/text', face: 'staff', may: reading, owner: 'municipality', body: small },
  { method: 'GET', path: '/api/reports/months/:month/threads/:thread/messages', face: 'staff', may: reading, owner: 'municipality' },
  { method: 'POST', path: '/api/reports/months/:month/threads/:thread/messages', face: 'staff', may: reading, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/reports/months/:month/threads/:thread/state', face: 'staff', may: reading, owner: 'municipality', body: small },
  { method: 'PUT', path: '/api/reports/months/:month/threads/:thread/coding', face: 'staff', may: reading, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/reports/months/:month/threads/:thread/merge', face: 'staff', may: reading, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/reports/brakes/:staff/release', face: 'staff', may: watching, owner: 'municipality', body: small },

  // Municipality and areas
  { method: 'GET', path: '/api/municipality', face: 'staff', may: 'staff', owner: 'municipality' },
  { method: 'PUT', path: '/api/municipality', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'GET', path: '/api/papers', face: 'staff', may: running, owner: 'municipality' },
  { method: 'PUT', path: '/api/papers/details', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'GET', path: '/api/areas', face: 'staff', may: 'staff', owner: 'municipality' },
  { method: 'PUT', path: '/api/areas/:year', face: 'staff', may: field, owner: 'municipality', body: { type: 'json', limit: 256 * KB } },
  { method: 'GET', path: '/api/areas/:year/totals', face: 'staff', may: running, owner: 'municipality' },
  { method: 'PUT', path: '/api/areas/:year/totals', face: 'staff', may: field, owner: 'municipality', body: { type: 'json', limit: MB } },
  { method: 'GET', path: '/api/areas/:year/map', face: 'staff', may: 'staff', owner: 'municipality' },
  { method: 'PUT', path: '/api/areas/:year/map', face: 'staff', may: field, owner: 'municipality', body: { type: 'json', limit: MB } },

  // Evaluation plan
  { method: 'GET', path: '/api/plan', face: 'staff', may: 'staff', owner: 'municipality' },
  { method: 'PUT', path: '/api/plan', face: 'staff', may: running, owner: 'municipality', body: { type: 'json', limit: 64 * KB } },
  { method: 'POST', path: '/api/plan/lock', face: 'staff', may: running, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/plan/amendments', face: 'staff', may: running, owner: 'municipality', body: { type: 'json', limit: 64 * KB } },

  // Waves
  { method: 'GET', path: '/api/waves', face: 'staff', may: running, owner: 'municipality' },
  { method: 'POST', path: '/api/waves', face: 'staff', may: field, owner: 'municipality', body: { type: 'json', limit: 256 * KB } },
  { method: 'POST', path: '/api/waves/drafts', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'GET', path: '/api/waves/:wave', face: 'staff', may: running, owner: 'municipality' },
  { method: 'DELETE', path: '/api/waves/:wave', face: 'staff', may: field, owner: 'municipality' },
  { method: 'PUT', path: '/api/waves/:wave/days', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'PUT', path: '/api/waves/:wave/questionnaire', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'PUT', path: '/api/waves/:wave/strata', face: 'staff', may: field, owner: 'municipality', body: { type: 'json', limit: 64 * KB } },
  { method: 'PUT', path: '/api/waves/:wave/key', face: 'staff', may: counting, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/waves/:wave/key/confirm', face: 'staff', may: counting, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/waves/:wave/manifest', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/waves/:wave/invites', face: 'staff', may: field, owner: 'municipality', body: { type: 'json', limit: 64 * KB } },
  { method: 'POST', path: '/api/waves/:wave/notes', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'GET', path: '/api/waves/:wave/notes', face: 'staff', may: field, owner: 'municipality' },
  { method: 'POST', path: '/api/waves/:wave/notes/printed', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/waves/:wave/replacements', face: 'staff', may: field, owner: 'municipality', body: { type: 'json', limit: 64 * KB } },
  { method: 'POST', path: '/api/waves/:wave/replacements/ask', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/waves/:wave/replacements/agree', face: 'staff', may: running, owner: 'municipality', body: small },
  { method: 'PUT', path: '/api/waves/:wave/reminder-list/printer', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/waves/:wave/reminder-list/agree', face: 'staff', may: running, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/waves/:wave/reminder-list', face: 'staff', may: field, owner: 'municipality', body: { type: 'octets', limit: 4 * MB } },
  { method: 'GET', path: '/api/waves/:wave/letters', face: 'staff', may: running, owner: 'municipality' },
  { method: 'GET', path: '/api/waves/:wave/progress', face: 'staff', may: running, owner: 'municipality' },
  { method: 'PUT', path: '/api/waves/:wave/letters/sender', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'PUT', path: '/api/waves/:wave/letters/list', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/waves/:wave/letters/list/destroyed', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/waves/:wave/letters/runs', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'PUT', path: '/api/waves/:wave/letters/returns', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/waves/:wave/start', face: 'staff', may: field, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/waves/:wave/end', face: 'staff', may: running, owner: 'municipality', body: small },
  { method: 'GET', path: '/api/waves/:wave/sealed', face: 'staff', may: counting, owner: 'municipality' },
  { method: 'POST', path: '/api/waves/:wave/counts', face: 'staff', may: counting, owner: 'municipality', body: { type: 'json', limit: 256 * KB } },
  { method: 'PUT', path: '/api/waves/:wave/counts/:upload/:index', face: 'staff', may: counting, owner: 'municipality', body: { type: 'octets', limit: MB } },
  { method: 'POST', path: '/api/waves/:wave/counts/:upload/finalize', face: 'staff', may: counting, owner: 'municipality', body: small },
  { method: 'GET', path: '/api/waves/:wave/frozen', face: 'staff', may: counting, owner: 'municipality' },
  { method: 'GET', path: '/api/waves/:wave/frozen/:index', face: 'staff', may: counting, owner: 'municipality' },
  { method: 'POST', path: '/api/waves/:wave/destroy', face: 'staff', may: counting, owner: 'municipality', body: small },
  { method: 'GET', path: '/api/waves/:wave/frame', face: 'staff', may: counting, owner: 'municipality' },

  // Advice
  { method: 'GET', path: '/api/staff/advice', face: 'staff', may: advising, owner: 'municipality' },
  { method: 'POST', path: '/api/staff/advice/start', face: 'staff', may: advising, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/staff/advice/order', face: 'staff', may: advising, owner: 'municipality', body: small },
  { method: 'PUT', path: '/api/staff/advice/:slug/:language', face: 'staff', may: advising, owner: 'municipality', body: { type: 'json', limit: 64 * KB } },
  { method: 'DELETE', path: '/api/staff/advice/:slug/:language', face: 'staff', may: advising, owner: 'municipality' },

  // Signals: what leaves the report team, and what comes of it
  { method: 'GET', path: '/api/partners', face: 'staff', may: acting, owner: 'municipality' },
  { method: 'POST', path: '/api/partners', face: 'staff', may: reporting, owner: 'municipality', body: small },
  { method: 'PUT', path: '/api/partners/:partner', face: 'staff', may: reporting, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/partners/:partner/contacts', face: 'staff', may: reporting, owner: 'municipality', body: small },
  { method: 'DELETE', path: '/api/partners/:partner/contacts/:staff', face: 'staff', may: reporting, owner: 'municipality' },
  { method: 'GET', path: '/api/signals', face: 'staff', may: acting, owner: 'municipality' },
  { method: 'GET', path: '/api/signals/keys', face: 'staff', may: [...team, 'coordinator'], owner: 'municipality' },
  { method: 'PUT', path: '/api/signals/keys', face: 'staff', may: ['reviewer'], owner: 'self', body: small },
  { method: 'POST', path: '/api/signals/keys/:staff/confirm', face: 'staff', may: [...team, 'coordinator'], owner: 'municipality', body: small },
  { method: 'GET', path: '/api/signals/figures', face: 'staff', may: [...team, ...running], owner: 'municipality' },
  { method: 'POST', path: '/api/signals', face: 'staff', may: reporting, owner: 'municipality', body: { type: 'json', limit: 32 * KB } },
  { method: 'PUT', path: '/api/signals/:signal', face: 'staff', may: reporting, owner: 'municipality', body: { type: 'json', limit: 32 * KB } },
  { method: 'POST', path: '/api/signals/:signal/release', face: 'staff', may: ['reviewer'], owner: 'municipality', body: small },
  { method: 'POST', path: '/api/signals/:signal/return', face: 'staff', may: ['reviewer'], owner: 'municipality', body: { type: 'json', limit: 32 * KB } },
  { method: 'POST', path: '/api/signals/:signal/withdraw', face: 'staff', may: team, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/signals/:signal/agreements', face: 'staff', may: acting, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/agreements/:agreement/settle', face: 'staff', may: acting, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/agreements/:agreement/reopen', face: 'staff', may: reporting, owner: 'municipality', body: small },
  { method: 'GET', path: '/api/report-tallies', face: 'staff', may: reporting, owner: 'municipality' },
  { method: 'PUT', path: '/api/report-tallies/:month', face: 'staff', may: reporting, owner: 'municipality', body: { type: 'json', limit: 64 * KB } },
  { method: 'PUT', path: '/api/report-counts/:quarter', face: 'staff', may: reporting, owner: 'municipality', body: { type: 'json', limit: 64 * KB } },

  // Results
  { method: 'GET', path: '/api/keys', face: 'staff', may: running, owner: 'municipality' },
  { method: 'PUT', path: '/api/keys', face: 'staff', may: counting, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/editions', face: 'staff', may: counting, owner: 'municipality', body: { type: 'json', limit: 8 * MB } },
  { method: 'GET', path: '/api/editions', face: 'staff', may: 'staff', owner: 'municipality' },
  { method: 'GET', path: '/api/editions/:edition', face: 'staff', may: 'staff', owner: 'municipality' },
  { method: 'GET', path: '/api/editions/:edition/exact', face: 'staff', may: counting, owner: 'municipality' },
  { method: 'GET', path: '/api/waves/:wave/certificate', face: 'staff', may: 'staff', owner: 'municipality' },
  { method: 'POST', path: '/api/waves/:wave/certificate/signatures', face: 'staff', may: counting, owner: 'municipality', body: { type: 'json', limit: 256 * KB } },
  { method: 'POST', path: '/api/waves/:wave/destructions', face: 'staff', may: running, owner: 'municipality', body: small },
  { method: 'GET', path: '/api/waves/:wave/file', face: 'staff', may: 'staff', owner: 'municipality' },
  { method: 'GET', path: '/api/audit/file', face: 'staff', may: 'staff', owner: 'municipality' },
  { method: 'GET', path: '/api/public/waves', face: 'resident', may: 'open', owner: 'municipality' },
  { method: 'GET', path: '/api/public/waves/:wave', face: 'resident', may: 'open', owner: 'municipality' },
  { method: 'GET', path: '/api/public/audit', face: 'resident', may: 'open', owner: 'municipality' },
  { method: 'GET', path: '/api/public/editions', face: 'resident', may: 'open', owner: 'municipality' },
  { method: 'GET', path: '/api/public/editions/:edition', face: 'resident', may: 'open', owner: 'municipality' },
  { method: 'GET', path: '/api/editions/:edition/answers', face: 'staff', may: running, owner: 'municipality' },
  { method: 'PUT', path: '/api/editions/:edition/answers', face: 'staff', may: running, owner: 'municipality', body: { type: 'json', limit: 1 * MB } },
  { method: 'GET', path: '/api/editions/:edition/account/:language', face: 'staff', may: 'staff', owner: 'municipality' },
  { method: 'GET', path: '/api/exports', face: 'staff', may: running, owner: 'municipality' },
  { method: 'POST', path: '/api/waves/:wave/exports', face: 'staff', may: counting, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/exports/:export/agree', face: 'staff', may: running, owner: 'municipality', body: small },
  { method: 'POST', path: '/api/exports/:export/take', face: 'staff', may: counting, owner: 'municipality', body: small },
  { method: 'GET', path: '/api/series/:measure', face: 'staff', may: 'staff', owner: 'municipality' },
  { method: 'GET', path: '/api/benchmarks', face: 'staff', may: 'staff', owner: 'municipality' },
  { method: 'POST', path: '/api/benchmarks', face: 'staff', may: counting, owner: 'municipality', body: { type: 'json', limit: 32 * KB } },
  { method: 'DELETE', path: '/api/benchmarks/:benchmark', face: 'staff', may: counting, owner: 'municipality' },
  { method: 'GET', path: '/api/imports', face: 'staff', may: counting, owner: 'municipality' },
  { method: 'POST', path: '/api/imports', face: 'staff', may: counting, owner: 'municipality', body: { type: 'json', limit: 8 * MB } },
]

/** The largest body any address reads, for limits in front of the app. */
export const largestBody = Math.max(...access.map(({ body }) => body?.limit ?? 0))

const compiled = access.map((entry) => ({ entry, segments: entry.path.split('/'), parameters: entry.path.split('/:').length - 1 }))

/** The rows whose path matches, whatever their method; a parameter is one non-empty segment, and a literal segment wins over it. */
export function accessAt(path: string): Access[] {
  const segments = path.split('/')
  const matching = compiled.filter(
    (row) => row.segments.length === segments.length && row.segments.every((part, i) => (part.startsWith(':') ? segments[i] !== '' : part === segments[i])),
  )
  const fewest = Math.min(...matching.map((row) => row.parameters))
  return matching.filter((row) => row.parameters === fewest).map(({ entry }) => entry)
}
