// What the clock does about a restored backup, or a file that somebody put back: what a wave has outlived is destroyed again, and a wave whose
// databases are gone is ended rather than left open. Separate because nothing else compares what `office` says with what exists.
import { inArray, sql } from 'drizzle-orm'
import { oneByOne } from '../audit/one-by-one.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { intakeClose, setIntakeClose } from '../intake/open-intake.ts'
import { closeEnded } from './close-ended.ts'
import { localDay } from './count-day.ts'
import { losses, waves } from './table.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'databases'>

export interface Mended {
  /** Databases that were back and are gone again. */
  destroyed: number
  /** Waves that were open without their databases. */
  ended: number
}

/** Acts that a crash cut in two have to be completed before: they leave the same sight. */
export async function mendRestored(deps: Needs): Promise<Mended> {
  return { destroyed: await destroyAgain(deps), ended: await endOrphans(deps) }
}

/** Invitations of a wave whose issued credentials were counted, sealed answers of a wave whose certificate exists. */
async function destroyAgain({ office, databases }: Needs): Promise<number> {
  const [overs, sealed] = await office.write([
    sql`SELECT id FROM waves WHERE state IN ('grace', 'closed', 'counting', 'counted', 'sealed') AND NOT EXISTS (SELECT 1 FROM strata WHERE wave = waves.id AND issued IS NULL)`,
    sql`SELECT id FROM waves WHERE state = 'sealed'`,
  ])
  let destroyed = 0
  for (const [kind, rows] of [['sample', overs], ['intake', sealed]] as const) {
    for (const row of rows!) {
      const id = row.id as string
      if (!(await databases.exists(kind, id))) continue
      await databases.destroy(kind, id)
      destroyed += 1
    }
  }
  return destroyed
}

async function endOrphans(deps: Needs): Promise<number> {
  const open = await deps.office.read.select({ id: waves.id, municipality: waves.municipality, state: waves.state }).from(waves)
    .where(inArray(waves.state, ['ready', 'field', 'grace', 'closed', 'counting']))
  const known = new Set((await deps.office.read.select({ wave: losses.wave }).from(losses)).map(({ wave }) => wave))
  const orphans: typeof open = []
  for (const wave of open) {
    const [sample, intake] = [await deps.databases.exists('sample', wave.id), await deps.databases.exists('intake', wave.id)]
    const needsSample = wave.state === 'ready' || wave.state === 'field'
    if ((needsSample && !sample) || (wave.state !== 'ready' && !intake && !known.has(wave.id))) orphans.push(wave)
  }
  await oneByOne(orphans, async ({ id, municipality }) => {
    const closesAt = (await deps.databases.exists('intake', id)) ? await endIntake(deps, id) : null
    const now = deps.clock()
    await writeAudited(deps, { municipality, staff: null, act: 'mend-restored', subject: { wave: id, answers: closesAt !== null } }, [
      sql`UPDATE strata SET issued = coalesce(issued, 0) WHERE wave = ${id}`,
      ...(closesAt === null ? [sql`INSERT INTO losses (wave, found_on) VALUES (${id}, ${localDay(now).day}) ON CONFLICT DO NOTHING`] : []),
      sql`UPDATE waves SET state = ${closesAt === null ? 'closed' : 'grace'}, closes_at = coalesce(closes_at, ${closesAt ?? now.getTime()}) WHERE id = ${id} RETURNING id`,
    ])
    if (closesAt !== null) await closeEnded(deps, id)
  })
  return orphans.length
}

/** The instant from which intake takes nothing: the one it was told, or now. */
async function endIntake(deps: Needs, wave: string): Promise<number> {
  await setIntakeClose(deps, wave, deps.clock().getTime())
  return intakeClose(deps, wave)
}
