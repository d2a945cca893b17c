// The one file that looks at where a request came from, and only for the addresses of reports: as one of 65,536 buckets, under a salt that lives for ten
// minutes in this process's memory. Separate, and named in the law that forbids it everywhere else, so that it can be read on one screen: nothing
// here is written, logged or handed on but a number of 16 bits that means nothing after ten minutes.
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'

const SALT_MINUTES = 10

/** Names the bucket of an address; null for addresses that say nothing (a proxy in front, or none at all): those share the limit of all. */
export type BucketOf = (address: string | undefined) => number | null

/** Buckets under salts of this process. `now` in milliseconds. */
export function bucketing(now: () => number): BucketOf {
  // Made at the first use: a Worker has no random values before a request.
  let salt = new Uint8Array(32)
  let until = -Infinity
  return (address) => {
    if (now() >= until) {
      salt = crypto.getRandomValues(new Uint8Array(32))
      until = now() + SALT_MINUTES * 60_000
    }
    const network = address === undefined ? null : networkOf(address)
    if (network === null) return null
    const digest = hmac(sha256, salt, new TextEncoder().encode(network))
    return (digest[0]! << 8) | digest[1]!
  }
}

/** The socket's own address on Node; what a header claims is never read there. */
export function nodeAddress(env: unknown): string | undefined {
  return (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress
}

/** On Workers the platform sets this header itself and overwrites what a caller sends. */
export function workerAddress(request: Request): string | undefined {
  return request.headers.get('cf-connecting-ip') ?? undefined
}

/** An IPv4 /24 or IPv6 /56, in one spelling; mapped addresses are IPv4. Null for loopback, private networks and what is no address. */
export function networkOf(address: string): string | null {
  const plain = address.split('%')[0]!.toLowerCase()
  const mapped = /^::(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/.exec(plain)
  if (mapped || /^\d+\.\d+\.\d+\.\d+$/.test(plain)) return network4((mapped?.[1] ?? plain).split('.').map(Number))
  const groups = groupsOf(plain)
  if (groups === null) return null
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return network4([groups[6]! >> 8, groups[6]! & 255, groups[7]! >> 8, groups[7]! & 255])
  }
  const here = groups.slice(0, 7).every((group) => group === 0) || (groups[0]! & 0xfe00) === 0xfc00 || (groups[0]! & 0xffc0) === 0xfe80
  return here ? null : [groups[0], groups[1], groups[2], groups[3]! & 0xff00].map((group) => group!.toString(16)).join(':')
}

function network4(parts: readonly number[]): string | null {
  const [a, b, c] = parts as [number, number, number]
  if (parts.length !== 4 || parts.some((part) => part > 255)) return null
  const here = a === 127 || a === 10 || a === 0 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 169 && b === 254)
  return here ? null : `${a}.${b}.${c}`
}

/** The eight groups of an IPv6 address, or null. */
function groupsOf(text: string): number[] | null {
  const halves = text.split('::')
  if (halves.length > 2 || !/^[0-9a-f:]+$/.test(text)) return null
  const [left, right] = halves.map((half) => (half === '' ? [] : half.split(':').map((group) => parseInt(group, 16)))) as [number[], number[] | undefined]
  const gap = 8 - left.length - (right?.length ?? 0)
  const all = right === undefined ? left : [...left, ...Array.from({ length: Math.max(0, gap) }, () => 0), ...right]
  return all.length === 8 && all.every((group) => group >= 0 && group <= 0xffff) ? all : null
}
