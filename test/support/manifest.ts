// A whole, valid manifest with real keys, to be changed by the test that needs it otherwise.
import type { IssuerKey } from '../../src/crypto/issuer-key.ts'
import { newIssuerKey } from '../../src/crypto/issuer-key.ts'
import type { Manifest } from '../../src/crypto/manifest.ts'
import { newIdentity } from '../../src/crypto/sealed.ts'

export interface ManifestWithKeys {
  manifest: Manifest
  /** The wave key. */
  identity: string
  /** In the order of the strata. */
  issuerKeys: IssuerKey[]
}

/** A resident wave with one stratum per area id, ready for fieldwork in March 2026. */
export async function aManifest(areas: readonly string[] = ['north', 'south'], with_: Partial<Manifest> = {}): Promise<ManifestWithKeys> {
  const { identity, recipient } = await newIdentity()
  const issuerKeys = await Promise.all(areas.map(() => newIssuerKey()))
  const strata = areas.map((area, i) => ({ id: area, area, keyId: issuerKeys[i]!.keyId, spki: issuerKeys[i]!.spki }))
  const manifest: Manifest = {
    v: 1, municipality: 'voorbeeld', wave: 'w2026', label: 'K7M2', kind: 'resident', pilot: false,
    instruments: { nl: 'a'.repeat(64) }, strata, recipient, paddedSize: 1024,
    starts: '2026-03-01', reminders: ['2026-03-10', '2026-03-20'], ends: '2026-04-01', graceHours: 48, ...with_,
  }
  return { manifest, identity, issuerKeys }
}
