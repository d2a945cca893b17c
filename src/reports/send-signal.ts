// The daily signal to officers: one call a day to one address, at a fixed hour (UTC), with one constant body, news or none (attack 48). Whoever watches
// the network or the mail learns nothing from it; an officer is reminded to look. Separate because it is the only thing that leaves the server.
import { and, eq, lt, ne, sql } from 'drizzle-orm'
import { oneByOne } from '../audit/one-by-one.ts'
import type { Deps } from '../deps.ts'
import { channels } from './table.ts'

/** Seven o'clock UTC: eight or nine in the Netherlands. */
export const SIGNAL_HOUR = 7
export const SIGNAL_BODY = JSON.stringify({ text: 'Nulmeting: kijk vandaag in de meldingen. Dit bericht komt elke dag, ook als er niets is.' })

/**
 * Sends where it was not sent today and the hour is now; answers how many. `now`: on the edge the minute a trigger was set for, however late it comes.
 * A call that fails is not repeated: the next day's comes.
 */
export async function sendSignals({ office, clock }: Pick<Deps, 'office' | 'clock'>, now = clock()): Promise<number> {
  if (now.getUTCHours() !== SIGNAL_HOUR) return 0
  const today = now.toISOString().slice(0, 10)
  const due = await office.read.select({ municipality: channels.municipality, webhook: channels.webhook }).from(channels)
    .where(and(eq(channels.open, true), ne(channels.webhook, ''), lt(channels.signalledOn, today)))
  const sent = await oneByOne(due, async ({ municipality, webhook }) => {
    // Marked first, so that two processes or a crash never make it two.
    const [mine] = await office.write([sql`UPDATE report_channels SET signalled_on = ${today} WHERE municipality = ${municipality} AND signalled_on < ${today}`])
    if (mine!.changed === 0) return 0
    await fetch(webhook, {
      method: 'POST', body: SIGNAL_BODY, headers: { 'content-type': 'application/json' }, redirect: 'manual', signal: AbortSignal.timeout(10_000),
    }).then((answer) => answer.body?.cancel(), () => undefined)
    return 1
  })
  return sent.reduce<number>((sum, one) => sum + one, 0)
}
