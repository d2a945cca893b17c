// The areas of a boundary year as the console sends them: the whole list, replaced at once. Areas that a measurement uses stay, whatever the
// list says. Separate from import-areas.ts, which reads the operator's file.
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import type { StoredAreas, areaList } from './wire.ts'

/** Throws invalid-plan (a code twice). Answers which areas stayed because a measurement uses them. */
export async function storeAreas(deps: Pick<Deps, 'office' | 'clock'>, actor: Actor, boundaryYear: number, { areas }: z.output<typeof areaList>): Promise<StoredAreas> {
  const { municipality } = actor
  const codes = areas.map(({ code }) => code)
  const twice = codes.find((code, i) => codes.indexOf(code) < i)
  if (twice !== undefined) throw problem('invalid-plan', { where: `areas: ${twice} is there twice` })
  const here = sql`municipality = ${municipality} AND boundary_year = ${boundaryYear}`
  const used = sql`SELECT strata.area FROM strata JOIN waves ON waves.id = strata.wave WHERE waves.municipality = ${municipality} AND waves.plan ->> 'boundaryYear' = ${boundaryYear}`
  const gone = sql`NOT IN (SELECT value FROM json_each(${JSON.stringify(codes)}))`
  const written = await writeAudited(deps, { ...actor, act: 'store-areas', subject: { boundaryYear, areas: areas.length } }, [
    sql`SELECT code FROM areas WHERE ${here} AND code ${gone} AND code IN (${used}) ORDER BY code`,
    // A map holds every area of its year: with the areas it goes, so that it never shows what is not there.
    sql`DELETE FROM area_maps WHERE ${here} AND EXISTS (SELECT 1 FROM areas WHERE ${here} AND code ${gone} AND code NOT IN (${used}))`,
    sql`DELETE FROM control_totals WHERE ${here} AND area ${gone} AND area NOT IN (${used})`,
    sql`DELETE FROM areas WHERE ${here} AND code ${gone} AND code NOT IN (${used})`,
    sql`INSERT INTO areas (municipality, boundary_year, code, name, role, district)
      SELECT ${municipality}, ${boundaryYear}, value ->> 'code', value ->> 'name', value ->> 'role', value ->> 'district' FROM json_each(${JSON.stringify(areas)}) WHERE true
      ON CONFLICT (municipality, boundary_year, code) DO UPDATE SET name = excluded.name, role = excluded.role, district = excluded.district RETURNING code`,
  ])
  return { areas: areas.length, kept: written[0]!.map(({ code }) => code as string) }
}
