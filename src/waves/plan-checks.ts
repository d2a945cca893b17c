// What makes a plan one that can run: days in order, areas that are there. Separate because defining a wave at once and planning it step by
// step refuse the same things.
import { and, eq, inArray } from 'drizzle-orm'
import { areas } from '../areas/table.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'

/** Throws invalid-plan. */
export function refuseDates({ starts, reminders, ends }: { starts: string; reminders: readonly string[]; ends: string }): void {
  const days = [starts, ...reminders, ends]
  if (days.some((day, i) => i > 0 && day < days[i - 1]!)) throw problem('invalid-plan', { where: 'starts, reminders and ends: in this order' })
}

/** An address sample needs household size in the weights, which nothing here collects yet. Throws invalid-plan. */
export function refuseSelection(selection: string): void {
  if (selection === 'address') throw problem('invalid-plan', { where: 'selection: one named person per letter' })
}

/** Throws invalid-plan, naming the first area that the boundary year lacks. */
export async function refuseUnknownAreas({ office }: Pick<Deps, 'office'>, municipality: string, boundaryYear: number, strata: readonly { area: string }[]): Promise<void> {
  const named = [...new Set(strata.map(({ area }) => area))]
  const known = await office.read.select({ code: areas.code }).from(areas)
    .where(and(eq(areas.municipality, municipality), eq(areas.boundaryYear, boundaryYear), inArray(areas.code, named)))
  const unknown = named.find((area) => !known.some(({ code }) => code === area))
  if (unknown !== undefined) throw problem('invalid-plan', { where: `strata: area ${unknown} is not there in ${boundaryYear}` })
}
