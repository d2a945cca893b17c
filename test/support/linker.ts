// The linking attack: whoever has every byte at rest tries to put invitations and responses into the order in which they were used, and
// matches them place by place. Separate from the promise so that the same attack runs on the real and on a weakened layout.
import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What happened, in order: known to the test, not to the attacker. Values as the databases hold them. */
export interface Truth {
  /** HMAC of the code and hash of the blinded value. */
  invite: { codeHmac: Buffer; blindedHash: Buffer }
  response: { spent: Buffer; sealed: Buffer }
}

/** One way to order things: positions (undefined where it says nothing). */
type Ranking = { name: string; places: (number | undefined)[] }

const files = (folder: string, kind: string, wave: string) =>
  readdirSync(join(folder, kind)).filter((name) => name.startsWith(`${wave}.db`)).map((name) => join(folder, kind, name))

/** Every ranking that the bytes of one database offer: first and last place of each value in each file beside it. */
function rankings(paths: readonly string[], values: Readonly<Record<string, readonly Buffer[]>>): Ranking[] {
  return paths.flatMap((path) => {
    const content = readFileSync(path)
    return Object.entries(values).flatMap(([what, list]): Ranking[] => {
      const first = list.map((value) => content.indexOf(value))
      const last = list.map((value) => content.lastIndexOf(value))
      const file = basename(path).replace(/^.*\.db/, 'db')
      const known = (places: number[]) => places.map((place) => (place < 0 ? undefined : place))
      return [{ name: `${what} first in ${file}`, places: known(first) }, { name: `${what} last in ${file}`, places: known(last) }]
    })
  }).filter(({ places }) => places.some((place) => place !== undefined))
}

function order(name: string, values: readonly Buffer[]): Ranking {
  const sorted = [...values].sort(Buffer.compare)
  return { name, places: values.map((value) => sorted.indexOf(value)) }
}

export interface Attempt {
  invites: string
  responses: string
  /** Responses put beside their own invitation. */
  hits: number
  /** How many the attacker could match at all. */
  tried: number
}

/** Every pairing of an order of invitations with an order of responses, forward and backward, best first. */
export function link(folder: string, wave: string, truth: readonly Truth[], extra: { invites?: Ranking[]; responses?: Ranking[] } = {}): Attempt[] {
  const invites = [
    order('key order', truth.map(({ invite }) => invite.codeHmac)),
    order('blinded order', truth.map(({ invite }) => invite.blindedHash)),
    ...rankings(files(folder, 'sample', wave), { code: truth.map(({ invite }) => invite.codeHmac), blinded: truth.map(({ invite }) => invite.blindedHash) }),
    ...(extra.invites ?? []),
  ]
  const responses = [
    order('spent order', truth.map(({ response }) => response.spent)),
    ...rankings(files(folder, 'intake', wave), {
      head: truth.map(({ response }) => response.spent),
      tail: truth.map(({ response }) => response.sealed.subarray(-32)),
      middle: truth.map(({ response }) => response.sealed.subarray(600, 632)),
    }),
    ...(extra.responses ?? []),
  ]
  return invites.flatMap((left) => responses.flatMap((right) => [false, true].map((backward) => attempt(left, right, backward))))
    .sort((a, b) => b.hits - a.hits)
}

/** Sorts both sides and lays them beside each other. */
function attempt(left: Ranking, right: Ranking, backward: boolean): Attempt {
  const sorted = ({ places }: Ranking) => places.flatMap((place, i) => (place === undefined ? [] : [{ place, i }])).sort((a, b) => a.place - b.place).map(({ i }) => i)
  const [l, r] = [sorted(left), sorted(right)]
  if (backward) r.reverse()
  const tried = Math.min(l.length, r.length)
  // Where a journal holds the tail of the story only, its end is what both sides share.
  const hits = l.slice(-tried).filter((person, place) => r.slice(-tried)[place] === person).length
  return { invites: left.name, responses: right.name, hits, tried }
}

/**
 * Strings of 16 bytes that two sets of files share and that are neither text nor zeros, less those of an empty database: its schema is in all.
 */
export function sharedValues(left: readonly string[], right: readonly string[], empty: string): number {
  const windows = new Set<string>()
  for (const path of left) eachWindow(readFileSync(path), (window) => windows.add(window))
  eachWindow(readFileSync(empty), (window) => windows.delete(window))
  let shared = 0
  for (const path of right) eachWindow(readFileSync(path), (window) => (windows.has(window) ? (shared += 1) : 0))
  return shared
}

function eachWindow(content: Buffer, use: (window: string) => void): void {
  let zeros = 0
  let text = 0
  const count = (byte: number, by: 1 | -1) => {
    if (byte === 0) zeros += by
    else if (byte >= 32 && byte < 127) text += by
  }
  for (let end = 0; end < content.length; end += 1) {
    count(content[end]!, 1)
    if (end >= 16) count(content[end - 16]!, -1)
    // Random bytes: more than two zeros or twelve letters of sixteen are no chance.
    if (end >= 15 && zeros <= 2 && text <= 12) use(content.toString('latin1', end - 15, end + 1))
  }
}
