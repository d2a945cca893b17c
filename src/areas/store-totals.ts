// The register counts of areas as the console sends them: every cell of the areas it names, replaced at once. Separate from
// import-control-totals.ts, which reads the operator's file; what a cell is and that none may be missing is the same.
import { and, asc, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { areas, controlTotals } from './table.ts'
import type { AreaCount, registerTotals } from './wire.ts'

const CELLS = 8

/** Throws invalid-plan: an unknown area, a cell twice or missing. */
export async function storeTotals(deps: Pick<Deps, 'office' | 'clock'>, actor: Actor, boundaryYear: number, { countedOn, cells }: z.output<typeof registerTotals>): Promise<{ areas: number }> {
  const { municipality } = actor
  const known = await deps.office.read.select({ code: areas.code }).from(areas).where(and(eq(areas.municipality, municipality), eq(areas.boundaryYear, boundaryYear)))
  const named = new Map<string, Set<string>>()
  for (const { area, age, sex } of cells) named.set(area, (named.get(area) ?? new Set()).add(`${age}/${sex}`))
  const unknown = [...named.keys()].find((area) => !known.some(({ code }) => code === area))
  if (unknown !== undefined) throw problem('invalid-plan', { where: `cells: area ${unknown} is not there in ${boundaryYear}` })
  const whole = [...named.values()].every((one) => one.size === CELLS) && cells.length === CELLS * named.size
  if (!whole) throw problem('invalid-plan', { where: 'cells: four age classes for men and women, once for each area' })
  await writeAudited(deps, { ...actor, act: 'store-totals', subject: { boundaryYear, areas: named.size, countedOn } }, [
    sql`INSERT INTO control_totals (municipality, boundary_year, area, age, sex, persons, counted_on)
      SELECT ${municipality}, ${boundaryYear}, value ->> 'area', value ->> 'age', value ->> 'sex', value ->> 'persons', ${countedOn} FROM json_each(${JSON.stringify(cells)}) WHERE true
      ON CONFLICT (municipality, boundary_year, area, age, sex) DO UPDATE SET persons = excluded.persons, counted_on = excluded.counted_on RETURNING area`,
  ])
  return { areas: named.size }
}

/** How many people each area has, by the register, and on which day. */
export async function readCounts({ office }: Pick<Deps, 'office'>, municipality: string, boundaryYear: number): Promise<AreaCount[]> {
  const rows = await office.read.select({ area: controlTotals.area, persons: sql<number>`sum(persons)`, countedOn: sql<string>`max(counted_on)` }).from(controlTotals)
    .where(and(eq(controlTotals.municipality, municipality), eq(controlTotals.boundaryYear, boundaryYear))).groupBy(controlTotals.area).orderBy(asc(controlTotals.area))
  return rows
}
