// Sets one detail of the papers, or takes it away. All of it is public, so the audit names the field and not who is meant by it.
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import type { paperDetail } from './wire.ts'

/** `detail` has passed the strict schema. Setting the same again is fine. */
export async function setDetail(deps: Pick<Deps, 'office' | 'clock'>, actor: Actor, { field, value }: z.output<typeof paperDetail>): Promise<void> {
  const { municipality } = actor
  await writeAudited(deps, { ...actor, act: 'set-paper-detail', subject: { field } }, [
    value === ''
      ? sql`DELETE FROM paper_details WHERE municipality = ${municipality} AND field = ${field}`
      : sql`INSERT INTO paper_details (municipality, field, value) VALUES (${municipality}, ${field}, ${value}) ON CONFLICT DO UPDATE SET value = excluded.value`,
  ])
}
