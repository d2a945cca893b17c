// The one number staff see while fieldwork runs: responses received, rounded down to 5, written at the first tick after six in the morning
// local time and then left alone for the day, so that no single response can be watched arriving (attack 58).
import { inArray, sql } from 'drizzle-orm'
import { oneByOne } from '../audit/one-by-one.ts'
import { DatabaseGone } from '../db/port.ts'
import type { Deps } from '../deps.ts'
import { responses } from '../intake/table.ts'
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
export async function countDay({ office, databases, clock }: Pick<Deps, 'office' | 'clock' | 'databases'>): Promise<number> {
  const { day, hour } = localDay(clock())
  if (hour < HOUR_OF_COUNT) return 0
  const open = await office.read.select({ id: waves.id }).from(waves).where(inArray(waves.state, ['field', 'grace', 'closed']))
  await oneByOne(open, async ({ id }) => {
    const received = await databases.open('intake', id).then((intake) => intake.read.$count(responses)).catch(refuseUnlessGone)
    if (received === null) return
    await office.write([sql`INSERT INTO day_counts (wave, day, received) VALUES (${id}, ${day}, ${roundedDown(received)}) ON CONFLICT DO NOTHING`])
  })
  return open.length
}

function refuseUnlessGone(fault: unknown): null {
  if (fault instanceof DatabaseGone) return null
  throw fault
}
