// What staff see while fieldwork runs: per area how many codes were used, rounded down to 5, and their sum; written at the first tick after six
// in the morning local time and then left alone for the day, so that no single response can be watched arriving (attack 58).
import { inArray, sql } from 'drizzle-orm'
import { oneByOne } from '../audit/one-by-one.ts'
import { DatabaseGone } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { responses } from '../intake/table.ts'
import { issuedIn } from '../sample/stop-sample.ts'
import { strataOf } from './find-wave.ts'
import { waves } from './table.ts'
import { roundedDown } from './wave.ts'

const HOUR_OF_COUNT = 6
const local = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' })

/** Local day (YYYY-MM-DD) and hour of an instant. */
export function localDay(instant: Date): { day: string; hour: number } {
  const parts = Object.fromEntries(local.formatToParts(instant).map(({ type, value }) => [type, value]))
  return { day: `${parts.year}-${parts.month}-${parts.day}`, hour: Number(parts.hour) }
}

/** Writes today's counts where there are none yet; answers the number of waves counted. */
export async function countDay(deps: Pick<Deps, 'office' | 'clock' | 'databases'>): Promise<number> {
  const { day, hour } = localDay(deps.clock())
  if (hour < HOUR_OF_COUNT) return 0
  const open = await deps.office.read.select({ id: waves.id, state: waves.state }).from(waves).where(inArray(waves.state, ['field', 'grace', 'closed']))
  await oneByOne(open, ({ id, state }) => (state === 'field' ? countAreas(deps, id, day) : countWave(deps, id, day)))
  return open.length
}

/**
 * Codes used per area, each rounded down, and their sum as the count of the wave. The sum and nothing finer: a total rounded by itself could
 * be subtracted from the areas, and in a bad case gives each of them exactly (five areas of 4 over and a total of 20 over; attack 15).
 */
async function countAreas(deps: Pick<Deps, 'office' | 'databases'>, wave: string, day: string): Promise<void> {
  const issued = await deps.databases.open('sample', wave).then(issuedIn).catch(refuseUnlessGone)
  if (issued === null) return
  const used = new Map(issued.map(({ stratum, count }) => [stratum, count]))
  const areas = new Map<string, number>()
  for (const { area, position } of await strataOf(deps, wave)) areas.set(area, (areas.get(area) ?? 0) + (used.get(position) ?? 0))
  const counts = [...areas].map(([area, count]) => ({ area, received: roundedDown(count) }))
  await deps.office.write([
    ...counts.map(({ area, received }) => sql`INSERT INTO area_counts (wave, day, area, received)
      SELECT ${wave}, ${day}, ${area}, ${received} WHERE NOT EXISTS (SELECT 1 FROM day_counts WHERE wave = ${wave} AND day = ${day}) ON CONFLICT DO NOTHING`),
    sql`INSERT INTO day_counts (wave, day, received) VALUES (${wave}, ${day}, ${counts.reduce((sum, { received }) => sum + received, 0)}) ON CONFLICT DO NOTHING`,
  ])
}

/** After fieldwork no code is used any more, and only phones without signal still send: the whole wave's count. */
async function countWave({ office, databases }: Pick<Deps, 'office' | 'databases'>, wave: string, day: string): Promise<void> {
  const received = await databases.open('intake', wave).then((intake) => intake.read.$count(responses)).catch(refuseUnlessGone)
  if (received === null) return
  await office.write([sql`INSERT INTO day_counts (wave, day, received) VALUES (${wave}, ${day}, ${roundedDown(received)}) ON CONFLICT DO NOTHING`])
}

function refuseUnlessGone(fault: unknown): null {
  if (fault instanceof DatabaseGone) return null
  throw fault
}
