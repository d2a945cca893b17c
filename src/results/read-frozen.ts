// Reading a frozen wave back, as sealed as it was stored: what was announced, and its chunks.
// Separate because the analyst's device reads back before anything is destroyed, and years later again.
import { and, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import { findWave } from '../waves/find-wave.ts'
import { frozenChunks, frozenWaves } from './table.ts'
import type { FrozenMeta } from './wire.ts'

type Needs = Pick<Deps, 'office'>

/** Throws unknown-wave, not-found. */
export async function readFrozenMeta(deps: Needs, municipality: string, wave: string): Promise<FrozenMeta> {
  await findWave(deps, municipality, wave)
  const [found] = await deps.office.read.select({ meta: frozenWaves.meta }).from(frozenWaves).where(eq(frozenWaves.wave, wave))
  if (!found) throw problem('not-found')
  return found.meta
}

/** One chunk, sealed to the archive key. Throws unknown-wave, not-found. */
export async function readFrozenChunk(deps: Needs, municipality: string, wave: string, position: number): Promise<Uint8Array> {
  await findWave(deps, municipality, wave)
  const [found] = await deps.office.read.select({ bytes: frozenChunks.bytes }).from(frozenChunks)
    .where(and(eq(frozenChunks.wave, wave), eq(frozenChunks.position, position)))
  if (!found) throw problem('not-found')
  return found.bytes
}
