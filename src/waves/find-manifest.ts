// Finding the manifest a letter names: by its reference, inside the municipality of the host.
// Separate because residents' addresses, which know no staff and no wave id, all begin here.
import { and, eq } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import type { Manifest } from '../crypto/manifest.ts'
import { manifests, waves } from './table.ts'
import type { WaveState } from './wave.ts'

export interface FoundManifest {
  manifest: Manifest
  digest: string
  state: WaveState
}

/** The manifest and the state of its wave; throws unknown-manifest, also for another municipality's. */
export async function findManifest({ office }: Pick<Deps, 'office'>, municipality: string, reference: string): Promise<FoundManifest> {
  const [found] = await office.read
    .select({ manifest: manifests.json, digest: manifests.digest, state: waves.state })
    .from(manifests)
    .innerJoin(waves, eq(waves.id, manifests.wave))
    .where(and(eq(manifests.reference, reference), eq(waves.municipality, municipality)))
  if (!found) throw problem('unknown-manifest')
  return found
}

/** The manifest by its reference alone, as anybody may fetch it: it holds nothing that is not printed or public. */
export async function publicManifest({ office }: Pick<Deps, 'office'>, reference: string): Promise<Manifest> {
  const [found] = await office.read.select({ manifest: manifests.json }).from(manifests).where(eq(manifests.reference, reference))
  if (!found) throw problem('unknown-manifest')
  return found.manifest
}

/** The reference of the wave whose letters carry a label. */
export async function referenceOfLabel({ office }: Pick<Deps, 'office'>, municipality: string, label: string): Promise<string> {
  const [found] = await office.read
    .select({ reference: manifests.reference })
    .from(manifests)
    .innerJoin(waves, eq(waves.id, manifests.wave))
    .where(and(eq(waves.label, label), eq(waves.municipality, municipality)))
  if (!found) throw problem('unknown-label')
  return found.reference
}
