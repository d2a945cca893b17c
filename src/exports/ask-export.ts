// The three acts around an export: asked for with a reason, agreed to by a second person where areas stand in it, taken once. Each is in the
// audit. The server cannot keep an analyst with the archive key from the data; it keeps what was done in sight.
import { sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { localDay } from '../waves/count-day.ts'
import { findWave } from '../waves/find-wave.ts'
import { TAKE_DAYS } from './wire.ts'
import type { ExportAsked } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>
type Somebody = Actor & { staff: string }

/** Throws unknown-wave, pilot-not-published, wave-state. */
export async function askExport(deps: Needs, actor: Somebody, wave: string, { withArea, reason }: { withArea: boolean; reason: string }): Promise<ExportAsked> {
  const { state, pilot } = await findWave(deps, actor.municipality, wave)
  if (pilot) throw problem('pilot-not-published')
  if (!['counted', 'sealed', 'imported'].includes(state)) throw problem('wave-state', { state, needed: 'counted' })
  const id = `export-${crypto.randomUUID().slice(0, 13)}`
  await writeAudited(deps, { ...actor, act: 'ask-export', subject: { export: id, wave, withArea } }, [
    sql`INSERT INTO exports (id, municipality, wave, with_area, reason, asked_by, asked_on)
      VALUES (${id}, ${actor.municipality}, ${wave}, ${withArea ? 1 : 0}, ${reason}, ${actor.staff}, ${localDay(deps.clock()).day})`,
  ])
  return { export: id }
}

/** A second person's word. Throws unknown-export, second-person-needed. */
export async function agreeExport(deps: Needs, actor: Somebody, id: string): Promise<void> {
  const day = localDay(deps.clock()).day
  const [agreed] = await writeAudited(deps, { ...actor, act: 'agree-export', subject: { export: id } }, [
    sql`UPDATE exports SET agreed_by = ${actor.staff}, agreed_on = ${day}
      WHERE id = ${id} AND municipality = ${actor.municipality} AND with_area = 1 AND agreed_by IS NULL AND asked_by <> ${actor.staff} RETURNING id`,
  ])
  if (agreed!.length > 0) return
  const own = await deps.office.write([sql`SELECT asked_by FROM exports WHERE id = ${id} AND municipality = ${actor.municipality}`])
  throw problem(own[0]!.length === 0 ? 'unknown-export' : 'export-second-person')
}

/** Whoever asked takes it, once, within a week. Throws export-not-open. */
export async function takeExport(deps: Needs, actor: Somebody, id: string): Promise<void> {
  const now = deps.clock()
  const since = localDay(new Date(now.getTime() - TAKE_DAYS * 86_400_000)).day
  const [taken] = await writeAudited(deps, { ...actor, act: 'take-export', subject: { export: id } }, [
    sql`UPDATE exports SET taken_on = ${localDay(now).day}
      WHERE id = ${id} AND municipality = ${actor.municipality} AND asked_by = ${actor.staff} AND taken_on IS NULL
        AND coalesce(agreed_on, asked_on) >= ${since} AND (with_area = 0 OR agreed_by IS NOT NULL) RETURNING id`,
  ])
  if (taken!.length === 0) throw problem('export-not-open')
}
