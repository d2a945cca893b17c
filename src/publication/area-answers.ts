// "U zei, wij doen" per area: read and written. Only beside an edition for everybody, which the municipality may answer as long as it likes.
import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { editions } from '../results/table.ts'
import { areaAnswers } from './table.ts'
import type { AreaAnswer } from './wire.ts'

/** Every answer beside an edition. Throws unknown-edition. */
export async function readAnswers({ office }: Pick<Deps, 'office'>, municipality: string, edition: string): Promise<AreaAnswer[]> {
  const [found] = await office.read.select({ id: editions.id }).from(editions).where(and(eq(editions.id, edition), eq(editions.municipality, municipality)))
  if (!found) throw problem('unknown-edition')
  return office.read.select({ area: areaAnswers.area, language: areaAnswers.language, said: areaAnswers.said, doing: areaAnswers.doing }).from(areaAnswers).where(eq(areaAnswers.edition, edition))
}

/** Writes all that is given; what is not named stays. Throws unknown-edition, edition-not-public. */
export async function writeAnswers(deps: Pick<Deps, 'office' | 'clock'>, actor: Actor, edition: string, answers: readonly AreaAnswer[]): Promise<void> {
  await readAnswers(deps, actor.municipality, edition)
  const [written] = await writeAudited(deps, { ...actor, act: 'answer-residents', subject: { edition, areas: answers.length } }, [
    sql`INSERT INTO area_answers (edition, area, language, said, doing)
      SELECT ${edition}, value ->> 'area', value ->> 'language', value ->> 'said', value ->> 'doing' FROM json_each(${JSON.stringify(answers)})
      WHERE EXISTS (SELECT 1 FROM editions WHERE id = ${edition} AND municipality = ${actor.municipality} AND audience = 'public')
      ON CONFLICT (edition, area, language) DO UPDATE SET said = excluded.said, doing = excluded.doing RETURNING area`,
  ])
  if (answers.length > 0 && written!.length === 0) throw problem('edition-not-public')
}
