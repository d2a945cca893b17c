// The board: what the report team sees (drafts too, sealed), and what a partner's contact sees: released signals to their own organisation,
// from the day of their batch, without a name of the team. Separate from the verbs; reading opens words with the keys of their months.
import { and, asc, desc, eq, inArray, isNotNull, lte } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { staff } from '../staff/table.ts'
import { stateOf } from './agreement.ts'
import { dayOf } from './calendar.ts'
import { keysToRead, openWords } from './month-key.ts'
import { agreements, signalPartners, signals } from './table.ts'
import type { SignalContent, SignalView, SignalsAnswer } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'databases'>

/** The team's board. */
export function readSignals(deps: Needs, municipality: string, reader: string): Promise<SignalsAnswer> {
  return read(deps, municipality, { reader })
}

/** A contact's board. */
export function readPartnerSignals(deps: Needs, municipality: string, partner: string): Promise<SignalsAnswer> {
  return read(deps, municipality, { partner })
}

async function read({ office, clock, databases }: Needs, municipality: string, as: { reader: string } | { partner: string }): Promise<SignalsAnswer> {
  const today = dayOf(clock())
  const mayOnly: SQL[] = 'partner' in as
    ? [eq(signals.state, 'released'), lte(signals.visibleOn, today), inArray(signals.id, office.read.select({ id: signalPartners.signal }).from(signalPartners).where(eq(signalPartners.partner, as.partner)))]
    : []
  const rows = await office.read.select().from(signals).where(and(eq(signals.municipality, municipality), isNotNull(signals.sealed), ...mayOnly))
    .orderBy(desc(signals.writtenOn), asc(signals.id))
  if (rows.length === 0) return { signals: [], today }
  const ids = rows.map(({ id }) => id)
  const partners = await office.read.select().from(signalPartners).where(inArray(signalPartners.signal, ids))
  const made = await office.read.select().from(agreements).where(inArray(agreements.signal, ids)).orderBy(asc(agreements.dueOn), asc(agreements.id))
  const people = 'reader' in as ? await office.read.select({ id: staff.id, name: staff.name }).from(staff).where(eq(staff.municipality, municipality)) : []
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? ''
  const keys = await keysToRead({ databases }, municipality, rows.map(({ month }) => month))
  const seen = <Row extends { partner: string }>(list: readonly Row[]) => ('partner' in as ? list.filter(({ partner }) => partner === as.partner) : list)
  const views = rows.map(async (row): Promise<SignalView> => {
    const key = keys.get(row.month)
    const words = await openWords<SignalContent | string>(key, `signal ${row.id}`, row.sealed)
    const { id, kind, state, writtenOn, visibleOn } = row
    return {
      id, kind, state, writtenOn, visibleOn,
      partners: seen(partners.filter(({ signal }) => signal === id)).map(({ partner }) => partner),
      agreements: await Promise.all(seen(made.filter(({ signal }) => signal === id)).map(async (one) => ({
        id: one.id, partner: one.partner, what: await openWords<string>(key, `agreement ${one.id}`, one.sealed), madeOn: one.madeOn, dueOn: one.dueOn, doneOn: one.doneOn, state: stateOf(one, today),
      }))),
      content: typeof words === 'object' ? words : null,
      team: 'partner' in as ? null : {
        writer: nameOf(row.writer), reviewer: row.reviewer === null ? null : nameOf(row.reviewer), mine: row.writer === as.reader, reviewedOn: row.reviewedOn,
        commitment: row.commitment, draft: typeof words === 'string' ? words : null,
      },
    }
  })
  return { signals: await Promise.all(views), today }
}
