// The linking attack: whoever has every byte at rest, and the wave key, tries to put invitations and responses into the order in which they were
// used, and matches them place by place within each stratum, which the opened answers name. Separate from the promise so that the same attack
// runs on the real and on a weakened layout, on files and on what SQL can read.
import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What happened, in order: known to the test, not to the attacker. Values as the databases hold them. */
export interface Truth {
  /** Place in the manifest; invitations carry it, opened answers too. */
  stratum: number
  /** HMAC of the code and hash of the blinded value. */
  invite: { codeHmac: Buffer; blindedHash: Buffer }
  response: { spent: Buffer; sealed: Buffer }
}

/** Bytes of a page of a database file. */
const PAGE = 4_096

/** One way to order things: positions (undefined where it says nothing). */
export type Ranking = { name: string; places: (number | undefined)[] }

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
      const inPage = (place: number | undefined) => (place === undefined ? undefined : place % PAGE)
      return [
        { name: `${what} first in ${file}`, places: known(first) }, { name: `${what} last in ${file}`, places: known(last) },
        { name: `${what} within its page of ${file}`, places: known(first).map(inPage) },
      ]
    })
  }).filter(({ places }) => places.some((place) => place !== undefined))
}

/** The order of the values themselves. */
export function order(name: string, values: readonly Buffer[]): Ranking {
  const sorted = [...values].sort(Buffer.compare)
  return { name, places: values.map((value) => sorted.indexOf(value)) }
}

/** The order in which somebody else lists them, as hex. */
export function listed(name: string, values: readonly Buffer[], list: readonly unknown[]): Ranking {
  const places = new Map(list.map((value, i) => [String(value).toLowerCase(), i]))
  return { name, places: values.map((value) => places.get(value.toString('hex'))) }
}

export interface Attempt {
  invites: string
  responses: string
  /** Responses put beside their own invitation. */
  hits: number
  /** How many the attacker could match at all. */
  tried: number
}

/** Every pairing that files offer, best first. */
export function link(folder: string, wave: string, truth: readonly Truth[]): Attempt[] {
  const [codes, blinded] = [truth.map(({ invite }) => invite.codeHmac), truth.map(({ invite }) => invite.blindedHash)]
  const spent = truth.map(({ response }) => response.spent)
  return pairings(truth, [
    order('key order', codes), order('blinded order', blinded), ...rankings(files(folder, 'sample', wave), { code: codes, blinded }),
  ], [
    order('spent order', spent),
    ...rankings(files(folder, 'intake', wave), {
      head: spent, tail: truth.map(({ response }) => response.sealed.subarray(-32)), middle: truth.map(({ response }) => response.sealed.subarray(600, 632)),
    }),
  ])
}

/** Every pairing of an order of invitations with an order of responses, forward and backward, best first. */
export function pairings(truth: readonly Truth[], invites: readonly Ranking[], responses: readonly Ranking[]): Attempt[] {
  const strata = [...new Set(truth.map(({ stratum }) => stratum))].map((stratum) => truth.flatMap((one, i) => (one.stratum === stratum ? [i] : [])))
  return invites.flatMap((left) => responses.flatMap((right) => [false, true].map((backward) => attempt(strata, left, right, backward))))
    .sort((a, b) => b.hits - a.hits)
}

/** Sorts both sides of each stratum and lays them beside each other. */
function attempt(strata: readonly (readonly number[])[], left: Ranking, right: Ranking, backward: boolean): Attempt {
  const sums = { hits: 0, tried: 0 }
  for (const people of strata) {
    const sorted = ({ places }: Ranking) => people.filter((i) => places[i] !== undefined).sort((a, b) => places[a]! - places[b]!)
    const [l, r] = [sorted(left), sorted(right)]
    if (backward) r.reverse()
    const tried = Math.min(l.length, r.length)
    sums.tried += tried
    // Where a journal holds the tail of the story only, its end is what both sides share.
    if (tried > 0) sums.hits += l.slice(-tried).filter((person, place) => r.slice(-tried)[place] === person).length
  }
  return { invites: left.name, responses: right.name, ...sums }
}

/**
 * Right guesses that chance explains. Matching two unrelated orders hits once a stratum on average, with variance 1: for one stratum three
 * standard deviations are 4. The attacker tries many pairings and keeps the best, so the bound is where the best of so many stays with
 * probability 0.999 (the hits are as good as Poisson).
 */
export function chance(attempts: number, strata: number): number {
  let term = Math.exp(-strata)
  let tail = 1
  for (let hits = 0; ; hits += 1) {
    if (tail * attempts < 0.001) return Math.max(Math.floor(strata + 3 * Math.sqrt(strata)), hits - 1)
    tail -= term
    term *= strata / (hits + 1)
  }
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
