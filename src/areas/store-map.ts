// The map of a boundary year: stored once it was read and simplified, replaced as a whole.
// Separate from reading files (src/frame), which the coordinator's device does.
import { and, eq, sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import type { AreaMap } from '../frame/area-map.ts'
import { problem } from '../problem.ts'
import { areaMaps, areas } from './table.ts'

/** Throws invalid-plan when a shape is of no area of the year. */
export async function storeMap(deps: Pick<Deps, 'office' | 'clock'>, actor: Actor, boundaryYear: number, map: AreaMap): Promise<{ areas: number }> {
  const known = await deps.office.read.select({ code: areas.code }).from(areas).where(and(eq(areas.municipality, actor.municipality), eq(areas.boundaryYear, boundaryYear)))
  const shapes = map.objects.areas.geometries
  const strange = shapes.find(({ id }) => !known.some(({ code }) => code === id))
  if (strange) throw problem('invalid-plan', { where: `the map: no area of ${boundaryYear} has the code of a shape` })
  await writeAudited(deps, { ...actor, act: 'import-boundaries', subject: { boundaryYear, areas: shapes.length } }, [
    sql`INSERT INTO area_maps (municipality, boundary_year, topology) VALUES (${actor.municipality}, ${boundaryYear}, ${JSON.stringify(map)})
      ON CONFLICT (municipality, boundary_year) DO UPDATE SET topology = excluded.topology RETURNING boundary_year`,
  ])
  return { areas: shapes.length }
}

/** The map as stored, or null. */
export async function readMap({ office }: Pick<Deps, 'office'>, municipality: string, boundaryYear: number): Promise<AreaMap | null> {
  const [found] = await office.read.select({ topology: areaMaps.topology }).from(areaMaps).where(and(eq(areaMaps.municipality, municipality), eq(areaMaps.boundaryYear, boundaryYear)))
  return found ? (JSON.parse(found.topology) as AreaMap) : null
}
