// The recovery key: registered by one officer, shown to open by another person with a printed sheet (or two of three parts), before any month's key may
// be made. Separate because a key nobody can find again, or that only one person knows, shows only when it is too late (GlobaLeaks 3290).
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import { base64url } from '../crypto/base64url.ts'
import { utf8 } from '../crypto/digest.ts'
import { sealFile } from '../crypto/sealed.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { channelMade } from './make-channel.ts'
import { requireOfficer } from './officer.ts'
import type { Drill, drillAnswer, recoveryRegistration } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'secret'>
type Person = Actor & { staff: string }

/** Another key waits for a drill again. Throws not-an-officer. */
export async function registerRecovery(deps: Needs, actor: Person, { recipient, split }: z.output<typeof recoveryRegistration>): Promise<void> {
  await requireOfficer(deps, actor.staff)
  await channelMade(deps, actor.municipality)
  await writeAudited(deps, { ...actor, act: 'register-report-recovery', subject: { recipient, split } }, [
    sql`UPDATE report_channels SET recovery_recipient = ${recipient}, recovery_split = ${split ? 1 : 0}, recovery_by = ${actor.staff}, drilled_on = NULL, drilled_by = NULL
      WHERE municipality = ${actor.municipality}`,
  ])
}

/** Something that only the recovery key opens, the same for a whole day. Throws key-missing. */
export async function startDrill(deps: Needs, municipality: string): Promise<Drill> {
  const { recoveryRecipient } = await channelMade(deps, municipality)
  if (recoveryRecipient === null) throw problem('key-missing')
  return { sealed: base64url(await sealFile(drillSecret(deps, municipality, recoveryRecipient, 0), [recoveryRecipient])) }
}

/** The drill succeeded. Throws key-missing, recovery-refused, another-person for who registered the key. */
export async function finishDrill(deps: Needs, actor: Person, { opened }: z.output<typeof drillAnswer>): Promise<void> {
  const { recoveryRecipient, recoveryBy } = await channelMade(deps, actor.municipality)
  if (recoveryRecipient === null) throw problem('key-missing')
  if (recoveryBy === actor.staff) throw problem('another-person')
  const right = [0, 1].some((daysAgo) => drillSecret(deps, actor.municipality, recoveryRecipient, daysAgo).every((byte, i) => byte === opened[i]))
  if (!right) throw problem('recovery-refused')
  const today = deps.clock().toISOString().slice(0, 10)
  const [written] = await writeAudited(deps, { ...actor, act: 'drill-report-recovery', subject: { recipient: recoveryRecipient } }, [
    sql`UPDATE report_channels SET drilled_on = ${today}, drilled_by = ${actor.staff}
      WHERE municipality = ${actor.municipality} AND recovery_recipient = ${recoveryRecipient} AND recovery_by <> ${actor.staff} RETURNING municipality`,
  ])
  if (written!.length === 0) throw problem('another-person')
}

/** 32 bytes that follow from the server secret, so that nothing has to be stored between the two steps. */
function drillSecret({ secret, clock }: Needs, municipality: string, recipient: string, daysAgo: number): Uint8Array {
  const day = new Date(clock().getTime() - daysAgo * 86_400_000).toISOString().slice(0, 10)
  return hmac(sha256, secret, utf8(`nulmeting reports drill 1 ${municipality} ${recipient} ${day}`))
}
