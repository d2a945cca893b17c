// Reading editions: what readers, the console and the release ledger see; exact rows only sealed, and only for who counts.
// Separate because pages of results may read published rows and nothing else.
import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { editions } from './table.ts'
import type { Viewer } from './viewer.ts'
import type { EditionDetail, EditionSummary } from './wire.ts'

type Needs = Pick<Deps, 'office'>
const summary = { id: editions.id, number: editions.number, wave: editions.wave, audience: editions.audience, publishedOn: editions.publishedOn, head: editions.head }

/** The municipality's editions that the viewer may see. */
export const seenBy = (municipality: string, { audiences, until }: Viewer) =>
  and(eq(editions.municipality, municipality), inArray(editions.audience, [...audiences]), until === null ? undefined : lte(editions.publishedOn, until))

/** Oldest first. */
export function listEditions({ office }: Needs, municipality: string, viewer: Viewer): Promise<EditionSummary[]> {
  return office.read.select(summary).from(editions).where(seenBy(municipality, viewer)).orderBy(asc(editions.number)).then((rows) => rows)
}

/** Throws unknown-edition, also for an edition that is not (yet) for this viewer. */
export async function readEdition({ office }: Needs, municipality: string, id: string, viewer: Viewer): Promise<EditionDetail> {
  const [found] = await office.read
    .select({ ...summary, published: editions.published, root: editions.root, signature: editions.signature, publicKey: editions.publicKey, leaves: editions.leaves })
    .from(editions).where(and(eq(editions.id, id), seenBy(municipality, viewer)))
  if (!found) throw problem('unknown-edition')
  const { published, leaves, ...rest } = found
  return { ...rest, ...published, ...(leaves === null ? {} : { leaves }) }
}

/** The exact rows, sealed to the archive key. Throws unknown-edition. */
export async function readExact({ office }: Needs, municipality: string, id: string): Promise<Uint8Array> {
  const [found] = await office.read.select({ exact: editions.exact }).from(editions).where(and(eq(editions.id, id), eq(editions.municipality, municipality)))
  if (!found) throw problem('unknown-edition')
  return found.exact
}
