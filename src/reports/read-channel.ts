// What anybody may know of a municipality's channel: whether it is open, the signed list, who signs since when, areas to choose from.
// Separate because it is the one thing of this room that is public, and the same for everybody.
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { areas } from '../areas/table.ts'
import { base64url } from '../crypto/base64url.ts'
import { monthOf } from '../crypto/report-month.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { livingMonths } from './month-databases.ts'
import { channels, signers } from './table.ts'
import type { Channel } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

export async function readChannel(deps: Needs, municipality: string): Promise<Channel> {
  const { office, clock } = deps
  const [channel] = await office.read.select().from(channels).where(eq(channels.municipality, municipality))
  const who = await office.read.select({ fingerprint: signers.keyName, since: signers.since }).from(signers)
    .where(and(eq(signers.municipality, municipality), inArray(signers.state, ['active', 'past']))).orderBy(desc(signers.since), asc(signers.state))
  const places = await office.read.select({ code: areas.code, name: areas.name, year: areas.boundaryYear }).from(areas)
    .where(eq(areas.municipality, municipality)).orderBy(desc(areas.boundaryYear), areas.name)
  const month = monthOf(clock())
  const living = await livingMonths(deps, municipality)
  return {
    open: channel?.open === true && living.some((one) => one.month === month),
    signed: channel?.list && channel.listKey && channel.listSignature
      ? { list: channel.list, publicKey: base64url(channel.listKey), signature: base64url(channel.listSignature) } : null,
    month,
    signers: who,
    areas: places.filter(({ year }) => year === places[0]?.year).map(({ code, name }) => ({ code, name })),
  }
}

/** Throws reports-closed. */
export async function requireOpenChannel({ office }: Pick<Deps, 'office'>, municipality: string): Promise<void> {
  const [channel] = await office.read.select({ open: channels.open }).from(channels).where(eq(channels.municipality, municipality))
  if (channel?.open !== true) throw problem('reports-closed')
}
