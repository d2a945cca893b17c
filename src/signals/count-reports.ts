// How many reports came per area and quarter. Only officers' devices can count (heads are sealed), and a month goes before its quarter may be
// over: so devices keep a tally per month, sealed to each other, and put the quarter down once it has ended, nothing under 5.
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { areas } from '../areas/table.ts'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import { base64url } from '../crypto/base64url.ts'
import { looksSealed } from '../crypto/sealed.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { dayOf, lastDayOf, quarterOf } from './calendar.ts'
import { reportCounts, reportTallies } from './table.ts'
import type { TalliesAnswer, monthTally, quarterCounts } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** Keeps the newest tally of a month. Not audited: it says nothing anybody but officers can read, and is written with every look. Throws not-sealed. */
export async function keepTally({ office }: Needs, { municipality }: Actor, month: string, { sealed }: z.output<typeof monthTally>): Promise<void> {
  if (!looksSealed(sealed)) throw problem('not-sealed')
  await office.write([
    sql`INSERT INTO report_tallies (municipality, month, sealed) VALUES (${municipality}, ${month}, ${sealed}) ON CONFLICT (municipality, month) DO UPDATE SET sealed = excluded.sealed`,
  ])
}

export async function readTallies({ office, clock }: Needs, municipality: string): Promise<TalliesAnswer> {
  const rows = await office.read.select({ month: reportTallies.month, sealed: reportTallies.sealed }).from(reportTallies).where(eq(reportTallies.municipality, municipality)).orderBy(asc(reportTallies.month))
  const done = await office.read.selectDistinct({ quarter: reportCounts.quarter }).from(reportCounts).where(eq(reportCounts.municipality, municipality))
  const today = dayOf(clock())
  const ended = [...new Set(rows.map(({ month }) => quarterOf(month)))].filter((quarter) => lastDayOf(quarter) < today)
  return { tallies: rows.map(({ month, sealed }) => ({ month, sealed: base64url(sealed) })), toCount: ended.filter((quarter) => !done.some((one) => one.quarter === quarter)) }
}

/** Puts a quarter down, or puts it right. Throws quarter-open, signal-refused. */
export async function countQuarter(deps: Needs, actor: Actor, quarter: string, { counts }: z.output<typeof quarterCounts>): Promise<void> {
  if (lastDayOf(quarter) >= dayOf(deps.clock())) throw problem('quarter-open', { quarter })
  const named = [...new Set(counts.map(({ area }) => area))]
  const known = named.length === 0 ? [] : await deps.office.read.selectDistinct({ code: areas.code }).from(areas).where(and(eq(areas.municipality, actor.municipality), inArray(areas.code, named)))
  if (known.length < counts.length || counts.length === 0) throw problem('signal-refused', { where: 'the areas: each of this municipality, once' })
  await writeAudited(deps, { ...actor, act: 'count-reports', subject: { quarter, areas: counts.length } }, counts.map(({ area, reports }) =>
    sql`INSERT INTO report_counts (municipality, quarter, area, reports) VALUES (${actor.municipality}, ${quarter}, ${area}, ${reports})
        ON CONFLICT (municipality, quarter, area) DO UPDATE SET reports = excluded.reports`))
}
