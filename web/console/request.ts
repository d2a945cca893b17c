// One way to ask the server: JSON in, JSON out, problem+json as a Refusal with its slug. Separate so that every screen treats an ended
// session, a refusal and a dead line alike. Nothing is kept: the cookie is HttpOnly and no answer is cached.

/** An expected refusal of the server; `slug` is the last part of the problem's type. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly slug: string
  readonly status: number
  readonly details: Record<string, unknown>
  constructor(slug: string, status: number, details: Record<string, unknown> = {}) {
    super(slug)
    this.slug = slug
    this.status = status
    this.details = details
  }
}

/** The server could not be reached at all. */
export class Unreachable extends Error {
  override name = 'Unreachable'
}

/** Sends a request on this origin and answers the response when it is one of success; throws Refusal or Unreachable. */
export async function send(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const bytes = body instanceof Uint8Array
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }
  let response: Response
  try {
    response = await fetch(path, {
      method, headers, credentials: 'same-origin', cache: 'no-store',
      ...(body === undefined ? {} : { body: bytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Unreachable('unreachable')
  }
  if (!response.ok) throw await refusalOf(response)
  return response
}

/** The same, reading JSON. */
export async function sendJson<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await send(method, path, body, signal)
  return (response.status === 204 ? null : await response.json()) as T
}

async function refusalOf(response: Response): Promise<Refusal> {
  try {
    const problem = await response.json() as Record<string, unknown>
    return new Refusal(String(problem.type ?? '').split('/').pop() || 'unknown', response.status, problem)
  } catch {
    return new Refusal('unknown', response.status)
  }
}
