// Opening and closing the channel. Open only when reports can be read now and after an accident: two officers, a signer, a recovery key that somebody
// showed to open, keys of this month and the next. Closing stops new reports; threads that are there go on.
import { sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { requireOfficer } from './officer.ts'
import { readMissing } from './read-setup.ts'
import type { Missing } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

const WORDS: Readonly<Record<Missing, string>> = {
  officers: 'two confirmed officers', signer: 'a confirmed signer', recovery: 'a recovery key', drill: 'show that the recovery sheet opens',
  month: 'the key of this month', 'next-month': 'the key of next month',
}

/** Throws not-an-officer, channel-incomplete. */
export async function openChannel(deps: Needs, actor: Actor & { staff: string }): Promise<void> {
  await requireOfficer(deps, actor.staff)
  const missing = await readMissing(deps, actor.municipality)
  if (missing.length > 0) throw problem('channel-incomplete', { missing: missing.map((one) => WORDS[one]).join('; ') })
  const { municipality } = actor
  const [written] = await writeAudited(deps, { ...actor, act: 'open-reports', subject: {} }, [
    sql`UPDATE report_channels SET open = 1 WHERE municipality = ${municipality} AND drilled_on IS NOT NULL AND list IS NOT NULL
      AND (SELECT count(*) FROM report_officers WHERE municipality = ${municipality} AND state = 'active') >= 2
      AND EXISTS (SELECT 1 FROM report_signers WHERE municipality = ${municipality} AND state = 'active') RETURNING municipality`,
  ])
  if (written!.length === 0) throw problem('channel-incomplete', { missing: 'look again, something changed' })
}

/** Throws not-an-officer. */
export async function closeChannel(deps: Needs, actor: Actor & { staff: string }): Promise<void> {
  await requireOfficer(deps, actor.staff)
  await writeAudited(deps, { ...actor, act: 'close-reports', subject: {} }, [sql`UPDATE report_channels SET open = 0 WHERE municipality = ${actor.municipality}`])
}
