// The exports of a municipality, newest first, for whoever runs measurements: what was asked, by whom, what it waits for.
import { desc, eq, sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { localDay } from '../waves/count-day.ts'
import { waves } from '../waves/table.ts'
import { exportRows } from './table.ts'
import { TAKE_DAYS } from './wire.ts'
import type { ExportRow } from './wire.ts'

/** `reader`: id of whoever looks. */
export async function listExports({ office, clock }: Pick<Deps, 'office' | 'clock'>, municipality: string, reader: string): Promise<ExportRow[]> {
  const named = (column: typeof exportRows.askedBy | typeof exportRows.agreedBy) => sql<string | null>`(SELECT name FROM staff WHERE staff.id = ${column})`
  const rows = await office.read.select({ row: exportRows, waveName: waves.name, asker: named(exportRows.askedBy), agreer: named(exportRows.agreedBy) })
    .from(exportRows).innerJoin(waves, eq(waves.id, exportRows.wave)).where(eq(exportRows.municipality, municipality)).orderBy(desc(exportRows.askedOn), desc(exportRows.id))
  const since = localDay(new Date(clock().getTime() - TAKE_DAYS * 86_400_000)).day
  return rows.map(({ row: { id, wave, withArea, reason, askedBy, askedOn, agreedBy, agreedOn, takenOn }, waveName, asker, agreer }) => ({
    id, wave, waveName, withArea, reason, askedBy: asker ?? '', mine: askedBy === reader, askedOn, agreedBy: agreer, takenOn,
    state: takenOn !== null ? 'taken' : (agreedOn ?? askedOn) < since ? 'lapsed' : withArea && agreedBy === null ? 'to-agree' : 'to-take',
  }))
}
