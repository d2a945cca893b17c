// Every refusal the product expects, in one registry (RFC 9457 problem+json). A verb throws `problem(slug, details)`; http/on-error.ts answers it.
// Separate because a test walks it: each slug once, each with a 4xx status and a sentence that says what to do. Anything thrown that is not
// from here is a bug and becomes an opaque 500.

interface Kind {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503
  title: string
  /** The sentence for people, built from typed details; it says what to do next. */
  detail: (details: Record<string, string | number>) => string
}

export const registry = {
  'not-found': { status: 404, title: 'Not found', detail: () => 'There is nothing at this address.' },
  'method-not-allowed': { status: 405, title: 'Method not allowed', detail: (d) => `This address does not answer ${d.method}.` },
  'unsupported-content-type': { status: 415, title: 'Unsupported content type', detail: (d) => `Send ${d.expected}.` },
  'body-too-large': { status: 413, title: 'Body too large', detail: (d) => `At most ${d.limit} bytes are read here.` },
  'invalid-body': { status: 400, title: 'Invalid request', detail: (d) => `Check ${d.where}.` },
  'cross-site': { status: 403, title: 'Cross-site request', detail: () => 'Open the page of this product itself and try again.' },
} as const satisfies Record<string, Kind>

export type Slug = keyof typeof registry

/** An expected refusal. `details` feeds the sentence and is sent along as problem extensions: never put anything of a resident in it. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly slug: Slug
  readonly details: Record<string, string | number>
  constructor(slug: Slug, details: Record<string, string | number> = {}) {
    super(slug)
    this.slug = slug
    this.details = details
  }
  get status() {
    return registry[this.slug].status
  }
}

/** Builds a refusal to throw: `throw problem('wave-closed')`. */
export function problem(slug: Slug, details: Record<string, string | number> = {}): Problem {
  return new Problem(slug, details)
}

/** The RFC 9457 body of a refusal. */
export function problemBody(refusal: Problem): Record<string, string | number> {
  const kind: Kind = registry[refusal.slug]
  return { ...refusal.details, type: `/problems/${refusal.slug}`, title: kind.title, status: kind.status, detail: kind.detail(refusal.details) }
}
