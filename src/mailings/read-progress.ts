// How fieldwork goes, per area: invited, received, undelivered, replaced. Reads only. Received is the day's count, rounded down to 5; nothing
// here moves with a single answer, and the total is the sum of what is shown, so that subtracting tells nothing more (attack 15).
import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import { areas as areaTable } from '../areas/table.ts'
import type { Deps } from '../deps.ts'
import { findWave, strataOf } from '../waves/find-wave.ts'
import type { Wave } from '../waves/find-wave.ts'
import { areaCounts, dayCounts, waves } from '../waves/table.ts'
import { readRuns } from './read-letters.ts'
import { mailReturns } from './table.ts'
import type { ProgressAnswer } from './wire.ts'

/** Fewer days than this tell nothing of how answers come in. */
const DAYS_OF_A_CURVE = 7

/** Throws unknown-wave. */
export async function readProgress(deps: Pick<Deps, 'office'>, municipality: string, id: string): Promise<ProgressAnswer> {
  const wave = await findWave(deps, municipality, id)
  const { read } = deps.office
  const strata = await strataOf(deps, id)
  const days = await read.select({ day: dayCounts.day, received: dayCounts.received }).from(dayCounts).where(eq(dayCounts.wave, id)).orderBy(asc(dayCounts.day))
  const [last] = await read.select({ day: sql<string | null>`max(day)` }).from(areaCounts).where(eq(areaCounts.wave, id))
  const counted = new Map((await read.select().from(areaCounts).where(and(eq(areaCounts.wave, id), eq(areaCounts.day, last?.day ?? '')))).map(({ area, received }) => [area, received]))
  const returns = new Map((await read.select().from(mailReturns).where(eq(mailReturns.wave, id))).map((row) => [row.area, row]))
  const codes = [...new Set(strata.map(({ area }) => area))]
  const named = codes.length === 0 ? [] : await read.select({ code: areaTable.code, name: areaTable.name }).from(areaTable)
    .where(and(eq(areaTable.municipality, municipality), eq(areaTable.boundaryYear, wave.plan.boundaryYear), inArray(areaTable.code, codes)))
  const names = new Map(named.map(({ code, name }) => [code, name]))
  return {
    asOf: days.at(-1)?.day ?? null, days, runs: await readRuns(deps, municipality, id), earlier: await earlierCurve(deps, wave),
    areas: codes.map((area) => {
      const own = strata.filter((stratum) => stratum.area === area)
      const sum = (part: (stratum: (typeof own)[number]) => number) => own.reduce((total, stratum) => total + part(stratum), 0)
      return {
        area, name: names.get(area) ?? area, invited: sum(({ drawn }) => drawn), received: counted.get(area) ?? null,
        undelivered: returns.get(area)?.undelivered ?? 0, ineligible: returns.get(area)?.ineligible ?? 0, replaced: sum(({ replaced }) => replaced),
      }
    }),
  }
}

/** How answers came in by day in the newest earlier wave of this municipality that was followed day by day. */
async function earlierCurve({ office }: Pick<Deps, 'office'>, wave: Wave): Promise<ProgressAnswer['earlier']> {
  const others = await office.read.select({ id: waves.id, name: waves.name, starts: waves.starts }).from(waves)
    .where(and(eq(waves.municipality, wave.municipality), ne(waves.id, wave.id), eq(waves.kind, wave.kind), eq(waves.pilot, false), eq(waves.state, 'sealed'), sql`${waves.starts} < ${wave.starts}`)).orderBy(desc(waves.starts))
  for (const other of others) {
    const days = await office.read.select({ day: dayCounts.day, received: dayCounts.received }).from(dayCounts).where(eq(dayCounts.wave, other.id)).orderBy(asc(dayCounts.day))
    const whole = days.at(-1)?.received ?? 0
    if (days.length < DAYS_OF_A_CURVE || whole === 0) continue
    return { name: other.name, shares: days.map(({ day, received }) => ({ after: daysBetween(other.starts, day), share: received / whole })) }
  }
  return null
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
