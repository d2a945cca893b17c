// One measure over all editions that somebody may see: the database takes the rows out of the published JSON, so that six editions of a large town are
// not read and parsed for one line in a chart. Separate from reading editions because it answers figures, not editions.
import { asc, sql } from 'drizzle-orm'
import type { PublishedRow } from '../analysis/edition.ts'
import { seriesOf } from '../analysis/series.ts'
import type { SeriesWave } from '../analysis/series.ts'
import type { Deps } from '../deps.ts'
import { seenBy } from './read-editions.ts'
import { editions } from './table.ts'
import type { Viewer } from './viewer.ts'

/** `key`: item, measure and answers as an address names them: `unsafeHere.share.3.4`. An unknown one has no waves. */
export async function readSeries({ office }: Pick<Deps, 'office'>, municipality: string, key: string, viewer: Viewer): Promise<SeriesWave[]> {
  const [item, measure, ...answers] = key.split('.')
  const ofMeasure = sql<PublishedRow[]>`(SELECT json_group_array(json(row.value)) FROM json_each(${editions.published}, '$.rows') AS row
    WHERE row.value ->> 'item' = ${item} AND row.value ->> 'measure' = ${measure ?? ''} AND row.value -> 'categories' = ${`[${answers.join(',')}]`})`
  const found = await office.read.select({ head: editions.head, rows: ofMeasure.mapWith((json: string) => JSON.parse(json) as PublishedRow[]) })
    .from(editions).where(seenBy(municipality, viewer)).orderBy(asc(editions.number))
  return seriesOf(found.filter(({ rows }) => rows.length > 0))
}
