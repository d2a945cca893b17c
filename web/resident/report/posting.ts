// The requests of reports: a puzzle, and octets of one size an address, each answered by one block. No cookie, no referrer, as all requests of
// this page (api.ts). Separate from the machine that repeats them and from the sealing code that packs and opens them.
import { BLOCK_BYTES } from '../../../src/crypto/report-block.ts'
import { json, request, Unreachable } from '../api.ts'
import type { Purpose, ReportChallenge } from '../../../src/reports/wire.ts'

const ADDRESSES: Readonly<Record<Purpose, string>> = { report: '/api/reports', message: '/api/reports/messages', removal: '/api/reports/removals' }

/** A puzzle that is worth one post of this purpose. */
export async function fetchPuzzle(purpose: Purpose): Promise<ReportChallenge> {
  const challenge = (await json(await request(`/api/reports/challenges/${purpose}`))) as ReportChallenge
  if (typeof challenge?.parameters !== 'object') throw new Unreachable('no puzzle')
  return challenge
}

export function post(purpose: Purpose, body: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return blockFrom(ADDRESSES[purpose], body)
}

export function poll(body: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return blockFrom('/api/reports/poll', body)
}

async function blockFrom(path: string, body: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const response = await request(path, body)
  const bytes = new Uint8Array(await response.arrayBuffer().catch(() => new ArrayBuffer(0)))
  // Somebody else's page in between, or an answer that was cut off.
  if (bytes.length !== BLOCK_BYTES) throw new Unreachable('no block')
  return bytes
}
