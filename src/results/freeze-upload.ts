// Finalizes an upload: the frozen wave comes into being whole, in one batch, or not at all; from then on triggers keep it as it is.
// Separate from uploading because this is the moment that cannot be taken back.
import { sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { writeAudited } from '../audit/write-audited.ts'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { findWave } from '../waves/find-wave.ts'
import { announcedOf } from './open-upload.ts'
import type { FrozenMeta } from './wire.ts'

/** Doing it twice answers the same. Throws unknown-wave, unknown-upload, upload-incomplete. */
export async function freezeUpload(deps: Pick<Deps, 'office' | 'clock'>, actor: Actor, wave: string, upload: string): Promise<FrozenMeta> {
  const meta = await announcedOf(deps, actor, wave, upload)
  const today = deps.clock().toISOString().slice(0, 10)
  // Whole: as many chunks as announced, together as many bytes. Each had its digest when it came.
  const whole = sql`(SELECT count(*) = ${meta.chunks.length} AND sum(length(bytes)) = ${meta.bytes} FROM upload_chunks WHERE upload = ${upload})`
  const counting = sql`(SELECT state FROM waves WHERE id = ${wave}) = 'counting'`
  const results = await writeAudited(deps, { ...actor, act: 'finalize-count', subject: { wave, upload, digest: meta.digest, tally: meta.tally } }, [
    sql`INSERT INTO frozen_waves (wave, meta, frozen_on) SELECT wave, announced, ${today} FROM uploads WHERE id = ${upload} AND ${counting} AND ${whole}`,
    sql`INSERT INTO frozen_chunks (wave, position, bytes)
        SELECT ${wave}, position, bytes FROM upload_chunks WHERE upload = ${upload} AND ${counting} AND EXISTS (SELECT 1 FROM frozen_waves WHERE wave = ${wave})`,
    sql`UPDATE waves SET state = 'counted' WHERE id = ${wave} AND state = 'counting' AND EXISTS (SELECT 1 FROM frozen_waves WHERE wave = ${wave}) RETURNING id`,
  ])
  if (results[2]!.length === 0 && (await findWave(deps, actor.municipality, wave)).state !== 'counted') throw problem('upload-incomplete')
  return meta
}
