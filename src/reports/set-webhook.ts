// Where the daily call of send-signal.ts goes: one address a municipality, chosen by an officer, on no other terms than https and a public name. Separate
// because what somebody types here is what the server itself calls: it must not become a way into the network it stands in.
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { channelMade } from './make-channel.ts'
import { requireOfficer } from './officer.ts'
import type { webhookSetting } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'staffOrigin'>

/** Sets the address, or with '' takes it away. Only its host is written down: such addresses often carry a secret. Throws not-an-officer, webhook-refused. */
export async function setWebhook(deps: Needs, actor: Actor & { staff: string }, { address }: z.output<typeof webhookSetting>): Promise<void> {
  await requireOfficer(deps, actor.staff)
  if (address !== '' && !isCallable(address, deps.staffOrigin)) throw problem('webhook-refused')
  await channelMade(deps, actor.municipality)
  await writeAudited(deps, { ...actor, act: 'set-report-webhook', subject: { host: hostOf(address) } }, [
    sql`UPDATE report_channels SET webhook = ${address} WHERE municipality = ${actor.municipality}`,
  ])
}

/** The host of an address, '' when there is none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : ''
}

/**
 * Whether the server may call it: https to a public host name, without a name and password in it. A deployment that is itself on http
 * stands on one machine (the example, the tests) and may call that machine.
 */
export function isCallable(address: string, staffOrigin: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  if (username !== '' || password !== '') return false
  const local = hostname === '127.0.0.1' || hostname === 'localhost'
  if (local) return staffOrigin.startsWith('http:') && (protocol === 'http:' || protocol === 'https:')
  const named = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/.test(hostname) && !/\.(?:local|internal|localhost|home|lan|arpa)$/.test(hostname)
  return protocol === 'https:' && named
}
