// The whole check of a manifest, for whoever freezes or counts one: every fault by name. Separate from manifest.ts because a phone
// only has to know that the manifest is the letter's.
import { unbase64url } from './base64url.ts'
import { hex, sha256 } from './digest.ts'
import type { Manifest, WaveKind } from './manifest.ts'
import { PADDED_SIZES } from './sealed.ts'

const KINDS: readonly WaveKind[] = ['resident', 'professional', 'scan', 'imported']
const HASH = /^[0-9a-f]{64}$/
const MEMBERS = ['ends', 'graceHours', 'instruments', 'kind', 'label', 'municipality', 'paddedSize', 'pilot', 'recipient', 'reminders',
  'starts', 'strata', 'v', 'wave']

/** What is wrong with a manifest, as sentences; [] when nothing is. */
export async function manifestFaults(manifest: Manifest): Promise<string[]> {
  const faults = [...shapeFaults(manifest), ...dateFaults(manifest)]
  if (!Array.isArray(manifest.strata) || manifest.strata.length < 1 || manifest.strata.length > 256) return [...faults, 'strata: 1 to 256']
  for (const stratum of manifest.strata) {
    if ((await keyIdOf(stratum.spki)) !== stratum.keyId) faults.push(`stratum ${stratum.id}: keyId is not the digest of its public key`)
  }
  for (const part of ['id', 'keyId', 'spki'] as const) {
    if (new Set(manifest.strata.map((stratum) => stratum[part])).size < manifest.strata.length) faults.push(`strata: the same ${part} twice`)
  }
  return faults
}

function shapeFaults(manifest: Manifest): string[] {
  const faults: string[] = []
  // A member nobody expects could mark one person: the digest would still be the letter's.
  if (Object.keys(manifest).sort().join() !== MEMBERS.join()) faults.push('manifest: other members than those of version 1')
  if (manifest.v !== 1) faults.push('v: 1')
  if (!manifest.municipality || !manifest.wave) faults.push('municipality and wave: not empty')
  if (!/^[0-9A-HJKMNP-TV-Z]{4}$/.test(manifest.label)) faults.push('label: four Crockford characters')
  if (!KINDS.includes(manifest.kind)) faults.push('kind: a known kind of wave')
  const hashes = Object.values(manifest.instruments ?? {})
  if (hashes.length === 0 || !hashes.every((hash) => HASH.test(hash))) faults.push('instruments: a hex hash per language')
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(manifest.recipient)) faults.push('recipient: an X25519 age recipient')
  if (!PADDED_SIZES.includes(manifest.paddedSize)) faults.push('paddedSize: 1024, 2048 or 3328')
  return faults
}

function dateFaults({ starts, reminders, ends, graceHours }: Manifest): string[] {
  const days = [starts, ...(reminders ?? []), ends]
  const faults: string[] = []
  if (!days.every(isDay)) faults.push('starts, reminders, ends: days as YYYY-MM-DD')
  if (days.some((day, i) => i > 0 && day < days[i - 1]!)) faults.push('starts, reminders, ends: in this order')
  if (!Number.isInteger(graceHours) || graceHours < 0 || graceHours > 24 * 14) faults.push('graceHours: 0 to 336')
  return faults
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

async function keyIdOf(spki: string): Promise<string | null> {
  try {
    const bytes = unbase64url(spki)
    await crypto.subtle.importKey('spki', bytes, { name: 'RSA-PSS', hash: 'SHA-384' }, false, ['verify'])
    return hex(await sha256(bytes))
  } catch {
    return null
  }
}
