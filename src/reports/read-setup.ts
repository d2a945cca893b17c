// How far a municipality's channel is, for those who run it: officers, signer, recovery, months, and what is still to do. Public halves only.
// Separate because it is read before every step, and by opening, which refuses while something is missing.
import { and, asc, desc, eq } from 'drizzle-orm'
import { base64url } from '../crypto/base64url.ts'
import { keyFingerprint } from '../crypto/key-sheet.ts'
import { goneBy, monthAfter, monthOf } from '../crypto/report-month.ts'
import type { Deps } from '../deps.ts'
import { staff as people } from '../staff/table.ts'
import { channelMade } from './make-channel.ts'
import { livingMonths, monthDatabase } from './month-databases.ts'
import { wraps } from './month-table.ts'
import { activeOfficers } from './officer.ts'
import { hostOf } from './set-webhook.ts'
import { officers, signers, stops } from './table.ts'
import type { Missing, Setup } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** Officers that have to be confirmed before the channel opens: one may be ill. */
const OFFICERS_LEAST = 2

export async function readSetup(deps: Needs & Pick<Deps, 'databases'>, municipality: string, self: string): Promise<Setup> {
  const { office } = deps
  const channel = await channelMade(deps, municipality)
  const everybody = await office.read.select({ officer: officers, name: people.name, stopped: stops.staff }).from(officers)
    .innerJoin(people, eq(people.id, officers.staff)).leftJoin(stops, eq(stops.staff, officers.staff))
    .where(eq(officers.municipality, municipality)).orderBy(asc(people.name))
  const keys = await office.read.select({ signer: signers, by: people.name }).from(signers).innerJoin(people, eq(people.id, signers.askedBy))
    .where(eq(signers.municipality, municipality)).orderBy(desc(signers.since))
  const active = keys.find(({ signer }) => signer.state === 'active')?.signer
  const asked = keys.find(({ signer }) => signer.state === 'asked')
  return {
    open: channel.open,
    missing: await readMissing(deps, municipality),
    officers: await Promise.all(everybody.map(async ({ officer, name, stopped }) => ({
      staff: officer.staff, name, state: officer.state, recipient: officer.recipient, fingerprint: await keyFingerprint(officer.recipient),
      self: officer.staff === self, stopped: stopped !== null,
    }))),
    signing: active ? { fingerprint: active.keyName, since: active.since, publicKey: base64url(active.publicKey) } : null,
    signingAsked: asked ? { fingerprint: asked.signer.keyName, by: asked.by } : null,
    recovery: channel.recoveryRecipient === null ? null : {
      fingerprint: await keyFingerprint(channel.recoveryRecipient), recipient: channel.recoveryRecipient, split: channel.recoverySplit, drilledOn: channel.drilledOn,
    },
    months: await Promise.all((await livingMonths(deps, municipality)).map(async ({ month, recipient }) => {
      const database = await deps.databases.open('reports', monthDatabase(municipality, month))
      const wrapped = await database.read.select({ staff: wraps.staff }).from(wraps).where(eq(wraps.recipient, recipient))
      return { month, recipient, goneBy: goneBy(month), officers: wrapped.map(({ staff }) => staff).filter((staff) => staff !== '') }
    })),
    signed: channel.list && channel.listKey && channel.listSignature
      ? { list: channel.list, publicKey: base64url(channel.listKey), signature: base64url(channel.listSignature) } : null,
    salt: base64url(channel.salt),
    nextNumber: channel.listNumber + 1,
    webhook: hostOf(channel.webhook),
  }
}

/** What has to be done before the channel may open, in the order it is done. */
export async function readMissing(deps: Needs, municipality: string): Promise<Missing[]> {
  const channel = await channelMade(deps, municipality)
  const [signer] = await deps.office.read.select({ key: signers.publicKey }).from(signers).where(and(eq(signers.municipality, municipality), eq(signers.state, 'active')))
  const living = (await livingMonths(deps, municipality)).map(({ month }) => month)
  const present = monthOf(deps.clock())
  const listed = signer !== undefined && channel.listKey !== null && base64url(channel.listKey) === base64url(signer.key)
  const has: Readonly<Record<Missing, boolean>> = {
    officers: (await activeOfficers(deps, municipality)).length >= OFFICERS_LEAST,
    recovery: channel.recoveryRecipient !== null,
    drill: channel.drilledOn !== null,
    signer: signer !== undefined,
    month: living.includes(present) && listed,
    'next-month': living.includes(monthAfter(present)),
  }
  return (Object.keys(has) as Missing[]).filter((one) => !has[one])
}
