// Freezes the manifest: an issuer key per stratum is made in the wave's own `sample` database, and recipient, keys, instruments and dates
// become one immutable JSON that every letter names. Runs again after a crash with the keys that are already there.
import { sql } from 'drizzle-orm'
import type { Actor } from '../audit/entry.ts'
import { withIntent } from '../audit/intent.ts'
import type { Intent } from '../audit/intent.ts'
import type { Deps } from '../deps.ts'
import { manifestFaults } from '../crypto/manifest-check.ts'
import { manifestDigest, manifestReference } from '../crypto/manifest.ts'
import type { Manifest, ManifestStratum } from '../crypto/manifest.ts'
import { problem } from '../problem.ts'
import { issuerKeysOf } from '../sample/issuer-keys.ts'
import { findWave, strataOf } from './find-wave.ts'
import type { Wave } from './find-wave.ts'
import { longestPaddedSize } from './padded-size.ts'
import { requireLargeEnough } from './strata.ts'
import { manifests } from './table.ts'
import { requireMove } from './wave.ts'
import type { ManifestFrozen } from './wire.ts'

type Needs = Pick<Deps, 'office' | 'clock' | 'databases' | 'secret'>

/** Throws unknown-wave, wave-state, wave-incomplete, key-missing, stratum-too-small. */
export async function freezeManifest(deps: Needs, actor: Actor, id: string): Promise<ManifestFrozen> {
  const wave = await findWave(deps, actor.municipality, id)
  requireMove(wave.state, 'freeze-manifest')
  const groups = await strataOf(deps, id)
  const missing = [Object.keys(wave.instruments).length === 0 && 'the questionnaire', groups.length === 0 && 'the sample'].filter((one) => one !== false)
  if (missing.length > 0) throw problem('wave-incomplete', { missing: missing.join(' and ') })
  if (wave.recipient === null) throw problem('key-missing')
  for (const stratum of groups) requireLargeEnough(wave.kind, stratum.id, stratum.toInvite)
  const frozen = await withIntent(deps, { ...actor, act: 'freeze-manifest', subject: { wave: id } }, (intent) => performFreeze(deps, intent))
  return frozen as unknown as ManifestFrozen
}

/** The idempotent part. */
export async function performFreeze(deps: Needs, { municipality, subject }: Intent): Promise<{ reference: string; digest: string }> {
  const wave = await findWave(deps, municipality, subject.wave as string)
  const rows = await strataOf(deps, wave.id)
  const keys = await issuerKeysOf(deps, wave.id, rows.length)
  const strata = rows.map(({ id, area }, i) => ({ id, area, ...keys[i]! }))
  const manifest = await manifestFrom(deps, wave, strata)
  const faults = await manifestFaults(manifest)
  if (faults.length > 0) throw problem('invalid-plan', { where: faults[0]! })
  const digest = await manifestDigest(manifest)
  const reference = manifestReference(digest)
  await deps.office.write([
    sql`INSERT INTO ${manifests} (reference, digest, wave, json)
        SELECT ${reference}, ${digest}, id, ${JSON.stringify(manifest)} FROM waves WHERE id = ${wave.id} AND state = 'draft'`,
    sql`UPDATE waves SET state = 'ready' WHERE id = ${wave.id} AND state = 'draft'`,
  ])
  return storedManifest(deps, wave.id)
}

async function manifestFrom(deps: Needs, wave: Wave, strata: ManifestStratum[]): Promise<Manifest> {
  const { id, municipality, label, kind, pilot, instruments, recipient, starts, reminders, ends, graceHours } = wave
  const paddedSize = await longestPaddedSize(deps, id, instruments)
  return { v: 1, municipality, wave: id, label, kind, pilot, instruments, strata, recipient: recipient!, paddedSize, starts, reminders, ends, graceHours }
}

async function storedManifest({ office }: Needs, wave: string): Promise<{ reference: string; digest: string }> {
  const [stored] = await office.read.select({ reference: manifests.reference, digest: manifests.digest }).from(manifests).where(sql`wave = ${wave}`)
  return stored!
}
