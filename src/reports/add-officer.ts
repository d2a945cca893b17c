// Becoming a report officer: one asks, with the public half of one's own identity, and somebody else confirms exactly that key (attack 33). The
// private half comes along wrapped by a generated passphrase, so that it opens on another device; the server cannot.
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { channelMade } from './make-channel.ts'
import type { identityRegistration, officerConfirmation } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>
type Person = Actor & { staff: string }

/** Asks, or asks anew with another key: then nothing is readable until somebody confirms again. */
export async function askOfficer(deps: Needs, actor: Person, { recipient, wrapped }: z.output<typeof identityRegistration>): Promise<void> {
  await channelMade(deps, actor.municipality)
  const { municipality, staff } = actor
  const [written] = await writeAudited(deps, { ...actor, act: 'ask-report-officer', subject: { recipient } }, [
    sql`INSERT INTO report_officers (staff, municipality, recipient, wrapped, state, asked_by) SELECT ${staff}, ${municipality}, ${recipient}, ${wrapped}, 'asked', ${staff}
      WHERE NOT EXISTS (SELECT 1 FROM report_officers AS other WHERE other.recipient = ${recipient} AND other.staff <> ${staff})
      ON CONFLICT (staff) DO UPDATE SET recipient = excluded.recipient, wrapped = excluded.wrapped, state = 'asked', asked_by = excluded.asked_by, confirmed_by = NULL
      RETURNING staff`,
  ])
  if (written!.length === 0) throw problem('key-differs')
}

/** Confirms who asked, by the key whose fingerprint was compared. Throws another-person, not-found when nobody asked with this key. */
export async function confirmOfficer(deps: Needs, actor: Person, officer: string, { recipient }: z.output<typeof officerConfirmation>): Promise<void> {
  if (officer === actor.staff) throw problem('another-person')
  const [written] = await writeAudited(deps, { ...actor, act: 'confirm-report-officer', subject: { officer, recipient } }, [
    sql`UPDATE report_officers SET state = 'active', confirmed_by = ${actor.staff}
      WHERE staff = ${officer} AND municipality = ${actor.municipality} AND recipient = ${recipient} AND state = 'asked' AND asked_by <> ${actor.staff}
        AND EXISTS (SELECT 1 FROM staff WHERE id = ${officer} AND active = 1) RETURNING staff`,
  ])
  if (written!.length === 0) throw problem('not-found')
}
