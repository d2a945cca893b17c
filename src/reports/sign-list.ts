// The signed list of the months' recipients, checked before it is kept and handed out: by the municipality's signer, one number further, with its salt,
// naming exactly the months that live. Separate because making a month, changing the signer and an officer's leaving all end in a new list.
import { and, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import { base64url, unbase64url } from '../crypto/base64url.ts'
import { ListRefused, recipientOf, verifiedList } from '../crypto/recipient-list.ts'
import type { RecipientList, SignedList } from '../crypto/recipient-list.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { channelMade } from './make-channel.ts'
import { livingMonths } from './month-databases.ts'
import { requireOfficer } from './officer.ts'
import { signers } from './table.ts'
import type { listSigning } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** Keeps a list of the months as they are, signed anew. Throws not-an-officer, channel-incomplete, list-refused, somebody-was-faster. */
export async function signListAnew(deps: Needs, actor: Actor & { staff: string }, { signed }: z.output<typeof listSigning>): Promise<void> {
  await requireOfficer(deps, actor.staff)
  const list = await fittingList(deps, actor.municipality, signed, await livingMonths(deps, actor.municipality))
  const [kept] = await writeAudited(deps, { ...actor, act: 'sign-report-list', subject: { list: list.number } }, [
    sql`${keepingList(actor.municipality, list.number, signed)} RETURNING list_number`,
  ])
  if (kept!.length === 0) throw problem('somebody-was-faster')
}

/** The list, when it fits what is stored. Throws channel-incomplete, list-refused. */
export async function fittingList(deps: Needs, municipality: string, signed: SignedList, living: readonly { month: string; recipient: string }[]): Promise<RecipientList> {
  const [signer] = await deps.office.read.select({ publicKey: signers.publicKey }).from(signers).where(and(eq(signers.municipality, municipality), eq(signers.state, 'active')))
  if (!signer) throw problem('channel-incomplete', { missing: 'a confirmed signer' })
  if (signed.publicKey !== base64url(signer.publicKey)) throw problem('list-refused')
  const list = await verifiedList(signed, { municipality }).catch((fault: unknown) => {
    throw fault instanceof ListRefused ? problem('list-refused') : fault
  })
  const { salt, listNumber } = await channelMade(deps, municipality)
  const names = list.months.length === living.length && living.every(({ month, recipient }) => recipientOf(list, month) === recipient)
  if (!names || list.salt !== base64url(salt) || list.number !== listNumber + 1) throw problem('list-refused')
  return list
}

/** UPDATE ... WHERE nobody signed meanwhile; the caller may go on with AND. */
export function keepingList(municipality: string, number: number, signed: SignedList): SQL {
  return sql`UPDATE report_channels SET list = ${signed.list}, list_number = ${number}, list_key = ${unbase64url(signed.publicKey)},
    list_signature = ${unbase64url(signed.signature)} WHERE municipality = ${municipality} AND list_number = ${number - 1}`
}
