// The few requests a phone makes, and how their replies are read. No cookies, no referrer; an invite code only ever as a hash in a body.
// Separate because it is the only file of the resident pages that calls fetch (submit.ts sends through it). A reply that is not this service's (a hotel's log-in
// page, a proxy's error) counts as no reply at all.
import type { PublishedInstrument } from '../../src/instrument/instrument.ts'

/** No usable reply: no signal, a time-out, somebody else's page. The same request may be made again. */
export class Unreachable extends Error {
  override name = 'Unreachable'
  /** Seconds the service asked to wait; 0 when it did not. */
  readonly after: number
  constructor(message: string, after = 0) {
    super(message)
    this.after = after
  }
}

/** The service refused, with its slug: the same bytes would be refused again. */
export class Refused extends Error {
  override name = 'Refused'
  readonly slug: string
  constructor(slug: string) {
    super(slug)
    this.slug = slug
  }
}

const TIMEOUT = 30_000

/** GET, or POST JSON or octets; resolves with the successful response only. */
export async function request(path: string, body?: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  const stop = typeof AbortController === 'function' ? new AbortController() : undefined
  const timer = setTimeout(() => stop?.abort(), TIMEOUT)
  let after = 0
  try {
    const response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...(body === undefined ? {} : { body, headers: { 'Content-Type': typeof body === 'string' ? 'application/json' : 'application/octet-stream' } }),
      ...(stop && { signal: stop.signal }),
    })
    if (response.ok) return response
    after = Number(response.headers.get('Retry-After')) || 0
    const refusal = (response.headers.get('Content-Type') ?? '').startsWith('application/problem+json')
    if (refusal && response.status < 500 && response.status !== 429) {
      throw new Refused(slugOf(await response.json()))
    }
  } catch (error) {
    if (error instanceof Refused) throw error
  } finally {
    clearTimeout(timer)
  }
  throw new Unreachable(path, after)
}

function slugOf(problem: unknown): string {
  const type = (problem as { type?: unknown } | null)?.type
  return typeof type === 'string' ? type.replace(/^.*\//, '') : ''
}

/** A file of this page; one that did not come is a lost connection. */
export function reached<File>(loading: Promise<File>): Promise<File> {
  return loading.catch(() => {
    throw new Unreachable('')
  })
}

/** The JSON of a response; anything else is nobody's reply. */
export async function json(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    throw new Unreachable('')
  }
}

/** The reference (16 hex) of the manifest a label stands for. Refused when there is no such label. */
export async function referenceOfLabel(label: string): Promise<string> {
  const { manifest } = (await json(await request(`/api/labels/${label}`))) as { manifest?: unknown }
  // Whether it is one, and whose, is found out when the manifest is read.
  return String(manifest)
}

/** The manifest as fetched, still to be verified against its reference. */
export async function manifestText(reference: string): Promise<string> {
  return (await request(`/api/manifests/${reference}`)).text()
}

/** The published instrument as fetched, still to be verified against its hash. */
export async function publishedInstrument(hash: string): Promise<PublishedInstrument> {
  return (await json(await request(`/api/instruments/${hash}`))) as PublishedInstrument
}

/** Whether the wave takes answers now; tells nothing about the code and writes nothing. */
export async function takesAnswers(manifest: string, code: string): Promise<boolean> {
  const reply = (await json(await request('/api/invites/check', JSON.stringify({ manifest, code })))) as { takesAnswers?: unknown }
  if (reply.takesAnswers === undefined) throw new Unreachable('')
  return reply.takesAnswers === true
}
