// The public file of a counted wave, and the list of such waves: what somebody outside checks with `nulmeting verify`, what the page of the
// certificate shows. Reads only what is public by its nature; trials are in neither.
import { and, desc, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { findWave } from '../waves/find-wave.ts'
import { manifests, waves } from '../waves/table.ts'
import { certificateStatement, signedOf } from './certificate-statement.ts'
import { readFrozenMeta } from './read-frozen.ts'
import { keysOf } from './register-keys.ts'
import type { PublicWave, WaveFile } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock'>

/** Counted waves, newest first. */
export function countedWaves({ office }: Pick<Deps, 'office'>, municipality: string): Promise<PublicWave[]> {
  return office.read.select({ wave: waves.id, name: waves.name, starts: waves.starts, ends: waves.ends }).from(waves)
    .where(and(eq(waves.municipality, municipality), eq(waves.state, 'sealed'), eq(waves.pilot, false))).orderBy(desc(waves.starts)).then((rows) => rows)
}

/** Throws unknown-wave, also for a trial; not-found for a wave that is not counted. */
export async function waveFile(deps: Needs, municipality: string, id: string): Promise<WaveFile> {
  const { pilot } = await findWave(deps, municipality, id)
  if (pilot) throw problem('unknown-wave')
  const [manifest] = await deps.office.read.select({ json: manifests.json }).from(manifests).where(eq(manifests.wave, id))
  return {
    format: 'nulmeting wave 1',
    manifest: manifest?.json ?? null,
    frozen: await readFrozenMeta(deps, municipality, id),
    statement: await certificateStatement(deps, municipality, id),
    signed: await signedOf(deps, id),
    keys: await keysOf(deps, municipality),
  }
}
