// Figures of acting: agreements kept per partner and quarter, and reports per area and quarter (under 5 as "fewer than 5"). They outlive
// the words they came from. Never an outcome measure: more reports can mean more trouble or more trust.
import { asc, desc, eq } from 'drizzle-orm'
import { areas } from '../areas/table.ts'
import type { Deps } from '../deps.ts'
import { tallyOf } from './agreement.ts'
import type { Dates } from './agreement.ts'
import { dayOf, quarterOf } from './calendar.ts'
import { agreements, partners, reportCounts, signals } from './table.ts'
import type { SignalFigures } from './wire.ts'

export async function readFigures({ office, clock }: Pick<Deps, 'office' | 'clock'>, municipality: string): Promise<SignalFigures> {
  const today = dayOf(clock())
  const made = await office.read.select({ partner: partners.name, dueOn: agreements.dueOn, doneOn: agreements.doneOn, missedOn: agreements.missedOn })
    .from(agreements).innerJoin(partners, eq(partners.id, agreements.partner)).innerJoin(signals, eq(signals.id, agreements.signal))
    .where(eq(signals.municipality, municipality)).orderBy(asc(partners.name), asc(agreements.dueOn))
  const groups = new Map<string, { partner: string; quarter: string; all: Dates[] }>()
  for (const { partner, ...dates } of made) {
    const quarter = quarterOf(dates.dueOn)
    const group = groups.get(`${quarter} ${partner}`) ?? { partner, quarter, all: [] }
    group.all.push(dates)
    groups.set(`${quarter} ${partner}`, group)
  }
  const counted = await office.read.select({ quarter: reportCounts.quarter, area: reportCounts.area, reports: reportCounts.reports })
    .from(reportCounts).where(eq(reportCounts.municipality, municipality)).orderBy(desc(reportCounts.quarter), asc(reportCounts.area))
  const names = await office.read.select({ code: areas.code, name: areas.name }).from(areas).where(eq(areas.municipality, municipality)).orderBy(asc(areas.boundaryYear))
  return {
    agreements: [...groups.values()].map(({ partner, quarter, all }) => ({ partner, quarter, ...tallyOf(all, today) })).filter(({ due }) => due > 0)
      .sort((a, b) => b.quarter.localeCompare(a.quarter) || a.partner.localeCompare(b.partner)),
    reports: counted,
    areas: Object.fromEntries(names.map(({ code, name }) => [code, name])),
  }
}
