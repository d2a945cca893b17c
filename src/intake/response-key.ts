// The public keys against which responses are verified, read from the immutable manifest once and kept in memory.
// Separate because a manifest never changes: every submission after the first costs no read of `office` and no key import.
import type { Deps } from '../deps.ts'
import { problem } from '../problem.ts'
import type { VerifyingKey } from '../crypto/credential.ts'
import { sealedSize } from '../crypto/sealed.ts'
import { findManifest } from '../waves/find-manifest.ts'

export interface ResponseKey {
  wave: string
  /** Bytes of a sealed response of this wave. */
  sealedBytes: number
  key: VerifyingKey
}

interface KnownManifest {
  wave: string
  sealedBytes: number
  keys: Map<string, VerifyingKey>
}

/** Manifests kept; a server has a few in the field. */
const MOST = 64
const known = new Map<string, KnownManifest>()

/** The key a response says it was issued under; throws unknown-manifest, unknown-key. */
export async function responseKey(deps: Pick<Deps, 'office' | 'verifier'>, municipality: string, reference: string, keyId: string): Promise<ResponseKey> {
  const name = `${municipality} ${reference}`
  const manifest = known.get(name) ?? (await remember(deps, municipality, reference, name))
  const key = manifest.keys.get(keyId)
  if (!key) throw problem('unknown-key')
  return { wave: manifest.wave, sealedBytes: manifest.sealedBytes, key }
}

async function remember(deps: Pick<Deps, 'office' | 'verifier'>, municipality: string, reference: string, name: string): Promise<KnownManifest> {
  const { manifest } = await findManifest(deps, municipality, reference)
  const keys = await Promise.all(manifest.strata.map(async ({ keyId, spki }) => [keyId, await deps.verifier.key(spki)] as const))
  const entry = { wave: manifest.wave, sealedBytes: sealedSize(manifest.paddedSize), keys: new Map(keys) }
  if (known.size >= MOST) known.delete(known.keys().next().value!)
  known.set(name, entry)
  return entry
}
