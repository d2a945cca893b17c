// The upload of a count: announced with every digest, filled chunk by chunk, frozen in one batch. A count that is run again is another
// upload; what was abandoned is dropped, which is safe because chunks are sealed to the archive key.
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { hex, sha256 } from '../crypto/digest.ts'
import { looksSealed } from '../crypto/sealed.ts'
import { problem } from '../problem.ts'
import { findWave, strataOf } from '../waves/find-wave.ts'
import { requireMove } from '../waves/wave.ts'
import { uploads } from './table.ts'
import type { FrozenMeta, UploadOpened, countAnnounced } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** Throws unknown-wave, wave-state, upload-incomplete (the announcement contradicts itself). */
export async function openUpload(deps: Needs, actor: Actor, wave: string, announced: z.output<typeof countAnnounced>): Promise<UploadOpened> {
  const { state } = await findWave(deps, actor.municipality, wave)
  requireMove(state, 'start-count')
  if (contradicts(announced, (await strataOf(deps, wave)).map(({ id }) => id))) throw problem('upload-incomplete')
  const upload = crypto.randomUUID()
  const { sealedSet, digest } = announced
  await writeAudited(deps, { ...actor, act: 'start-count', subject: { wave, upload, sealedSet, digest } }, [
    sql`DELETE FROM upload_chunks WHERE upload IN (SELECT id FROM uploads WHERE wave = ${wave})`,
    sql`DELETE FROM uploads WHERE wave = ${wave}`,
    sql`INSERT INTO uploads (id, wave, announced) SELECT ${upload}, id, ${JSON.stringify(announced)} FROM waves WHERE id = ${wave} AND state IN ('closed', 'counting')`,
    sql`UPDATE waves SET state = 'counting' WHERE id = ${wave} AND state IN ('closed', 'counting')`,
  ])
  return { upload }
}

/** Whether the numbers do not add up or are of other strata than the wave's: what is frozen is what the certificate says. */
function contradicts({ tally, sealedSet }: z.output<typeof countAnnounced>, strata: readonly string[]): boolean {
  const { received, counted, duplicate, invalid } = tally
  const sum = (values: Readonly<Record<string, number>>) => Object.values(values).reduce((total, value) => total + value, 0)
  return received !== sealedSet.count || received !== counted + duplicate + sum(invalid) || counted !== sum(tally.strata)
    || Object.keys(tally.strata).sort().join() !== [...strata].sort().join()
}

/** Stores one chunk if it has the digest that was announced, and the first only if it begins as a sealed file does; sending it again is fine. Throws unknown-wave, unknown-upload, chunk-differs. */
export async function putChunk(deps: Needs, actor: Actor, wave: string, upload: string, position: number, bytes: Uint8Array): Promise<void> {
  const announced = await announcedOf(deps, actor, wave, upload)
  if (announced.chunks[position] !== hex(await sha256(bytes)) || (position === 0 && !looksSealed(bytes))) throw problem('chunk-differs', { position: position + 1 })
  await deps.office.write([
    sql`INSERT INTO upload_chunks (upload, position, bytes) SELECT id, ${position}, ${bytes} FROM uploads WHERE id = ${upload} ON CONFLICT DO NOTHING`,
  ])
}

/** What an upload announced. Throws unknown-wave, unknown-upload. */
export async function announcedOf(deps: Needs, actor: Actor, wave: string, upload: string): Promise<FrozenMeta> {
  await findWave(deps, actor.municipality, wave)
  const [found] = await deps.office.read.select({ announced: uploads.announced }).from(uploads).where(and(eq(uploads.id, upload), eq(uploads.wave, wave)))
  if (!found) throw problem('unknown-upload')
  return found.announced
}
